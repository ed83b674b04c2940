// SPDX-License-Identifier: BSD-3-Clause
// Hundreds of layers of the kinds that need more than a look at one name: default names, exact names, losses,
// slices. No compiler needs a flag for them.
#include <xscope/layers.hpp>

#include "../support/probe.hpp"

namespace many_layers {

namespace xs = xscope;

template <auto F>
constexpr auto eight = [](auto x) { return x | F | F | F | F | F | F | F | F; };
template <auto F>
constexpr auto five_hundred_and_twelve = eight<eight<eight<F>>>;

template <auto Layer, class Shape = xs::dsl::shape_t<2, 8>>
constexpr auto many = xs::graph(xs::placeholder<"x", Shape{}> | five_hundred_and_twelve<Layer>);

namespace default_names {
constexpr auto g = many<xs::layers::dense<8, xs::activation<xs::relu>>>;
static_assert(g.result().name() == "dense_511/Relu:0");
static_assert(g.variables().size() == 1024);
static_assert(g.store_keys().size() == 1024);
static_assert(g.store_keys()[2].text() == "dense_1/bias" && g.store_keys()[4].text() == "dense_10/bias");
}  // namespace default_names

namespace exact_names {
// Over three axes a layer's product has exactly the name of its scope.
constexpr auto g = many<xs::layers::dense<8>, xs::dsl::shape_t<2, 3, 8>>;
static_assert(g.result().name() == "dense_511/BiasAdd:0");
static_assert(g.find("dense_300/Tensordot:0")->type() == "Reshape");
}  // namespace exact_names

namespace losses {
// tf.contrib.layers.l2_regularizer names its product exactly, too.
template <class V>
constexpr auto l2_in =
    [](auto scope) { return xs::multiply(xs::value<0.1f>, xs::l2_loss(V{}), xs::name<scope>); };
constexpr auto l2 = [](auto v) { return xs::name_scope<"l2_regularizer">(xs::as(l2_in<decltype(v)>)); };
constexpr auto layer = xs::variable_scope<xs::none, xs::default_name<"layer">>(
    [](auto x) { return xs::matmul(x, xs::get_variable<"w", xs::shape<8, 8>, xs::regularizer<l2>>); });
constexpr auto g = xs::graph(xs::seq(xs::placeholder<"x", xs::shape<2, 8>> | five_hundred_and_twelve<layer>,
                                     xs::get_regularization_loss()));
static_assert(g.result().name() == "total_regularization_loss:0");
constexpr auto collected = g.get_collection<"regularization_losses">();
static_assert(collected.size() == 512);
static_assert(collected[511].name() == "layer_511/w/Regularizer/l2_regularizer:0");
}  // namespace losses

}  // namespace many_layers
