// SPDX-License-Identifier: BSD-3-Clause
// The layers' variables, operations and shapes, under TensorFlow's names.
#include <xscope/layers.hpp>

#include "../support/probe.hpp"

namespace layers_test {

namespace xs = xscope;
namespace layers = xs::layers;
using xs::name_of;
using xs::placeholder;
using xs::shape;

template <class Graph>
constexpr bool has_variables(Graph g, std::initializer_list<std::string_view> names) {
  std::size_t i = 0;
  if (g.variables().size() != names.size()) return false;
  for (const std::string_view name : names) {
    if (g.variables()[i++].name() != name) return false;
  }
  return true;
}
template <class Graph>
constexpr bool has_operations(Graph g, std::initializer_list<std::string_view> names) {
  std::size_t i = 0;
  if (g.operations().size() != names.size()) return false;
  for (const std::string_view name : names) {
    if (g.operations()[i++].op_name() != name) return false;
  }
  return true;
}

constexpr auto rows = placeholder<"x", shape<4, 3>>;

namespace dense {
constexpr auto g =
    xs::graph(rows | layers::dense<8, xs::activation<xs::relu>> | layers::dense<2> | layers::dense<2>);
static_assert(has_variables(g, {"dense/kernel:0", "dense/bias:0", "dense_1/kernel:0", "dense_1/bias:0",
                                "dense_2/kernel:0", "dense_2/bias:0"}));
static_assert(g.variables()[0].shape() == shape<3, 8> && g.variables()[1].shape() == shape<8>);
static_assert(has_operations(g, {"x", "dense/kernel", "dense/bias", "dense/MatMul", "dense/BiasAdd",
                                 "dense/Relu", "dense_1/kernel", "dense_1/bias", "dense_1/MatMul",
                                 "dense_1/BiasAdd", "dense_2/kernel", "dense_2/bias", "dense_2/MatMul",
                                 "dense_2/BiasAdd"}));
static_assert(g.result().shape() == shape<4, 2>);

// As a function of a statement it is the same.
static_assert(name_of(layers::dense<2>(rows)) == "dense/BiasAdd:0");
}  // namespace dense

namespace named {
// tf.layers.dense(x, 2, name="logits"), and once more with reuse=True
constexpr auto g = xs::graph(rows | [](auto x) {
  return xs::variable_scope<"net">(xs::pack(x | layers::dense<2, xs::name<"logits">>,
                                            x | layers::dense<2, xs::name<"logits">, xs::reuse>));
});
static_assert(has_variables(g, {"net/logits/kernel:0", "net/logits/bias:0"}));
static_assert(g.result<0>().name() == "net/logits/BiasAdd:0");
static_assert(g.result<1>().name() == "net/logits_1/BiasAdd:0");
}  // namespace named

namespace keywords {
constexpr auto g = xs::graph(rows | layers::dense<2, xs::use_bias<false>, xs::trainable<false>,
                                                  xs::kernel_initializer<xs::ones_initializer>>);
static_assert(has_variables(g, {"dense/kernel:0"}) && !g.variables()[0].trainable());
static_assert(g.result().name() == "dense/MatMul:0");

constexpr auto l2 = [](auto v) { return xs::reduce_sum(xs::square(v)); };
constexpr auto r = xs::graph(rows | layers::dense<2, xs::kernel_regularizer<l2>, xs::bias_regularizer<l2>>);
static_assert(r.get_collection<"regularization_losses">().size() == 2);

// A layer of the user's, in the place of an activation.
constexpr auto twice = [](auto x) { return x + x; };
static_assert(name_of(rows | layers::dense<2, xs::activation<twice>>) == "dense/add:0");

// The kernel is of the element type of what comes in.
constexpr auto d = xs::graph(placeholder<"x", shape<4, 3>, xs::dtype<double>> | layers::dense<2>);
static_assert(d.variables()[0].dtype() == xs::dtype<double>);
}  // namespace keywords

namespace more_axes {
constexpr auto g = xs::graph(placeholder<"x", shape<4, 5, 3>> | layers::dense<2>);
static_assert(has_operations(g, {"x", "dense/kernel", "dense/bias", "dense/Tensordot/Reshape",
                                 "dense/Tensordot/MatMul", "dense/Tensordot", "dense/BiasAdd"}));
static_assert(g.find("dense/Tensordot/MatMul:0")->shape() == shape<20, 2>);
static_assert(g.result().shape() == shape<4, 5, 2>);
}  // namespace more_axes

namespace with_arg_scope {
// with arg_scope([tf.layers.dense], activation=tf.nn.tanh, use_bias=False)
constexpr auto g = xs::graph(rows | [](auto x) {
  return xs::seq(xs::arg_scope<xs::functions<layers::dense<>>, xs::activation<xs::tanh>, xs::use_bias<false>>(
                     x | layers::dense<8> | layers::dense<2, xs::activation<xs::none>, xs::use_bias<true>>),
                 x | layers::dense<3>);
});
static_assert(has_operations(g, {"x", "dense/kernel", "dense/MatMul", "dense/Tanh", "dense_1/kernel",
                                 "dense_1/bias", "dense_1/MatMul", "dense_1/BiasAdd", "dense_2/kernel",
                                 "dense_2/bias", "dense_2/MatMul", "dense_2/BiasAdd"}));
constexpr auto units = xs::graph(rows | [](auto x) { return layers::dense<>(x, xs::arg<"units", 5>); });
static_assert(units.result().shape() == shape<4, 5>);
}  // namespace with_arg_scope

namespace conv2d {
constexpr auto images = placeholder<"x", shape<2, 9, 8, 3>>;
constexpr auto g = xs::graph(images | layers::conv2d<4, xs::kernel_size<3>, xs::activation<xs::relu>> |
                             layers::conv2d<5, xs::kernel_size<3, 2>, xs::strides<2>, xs::padding<"SAME">>);
static_assert(has_operations(g, {"x", "conv2d/kernel", "conv2d/bias", "conv2d/Conv2D", "conv2d/BiasAdd",
                                 "conv2d/Relu", "conv2d_1/kernel", "conv2d_1/bias", "conv2d_1/Conv2D",
                                 "conv2d_1/BiasAdd"}));
static_assert(g.variables()[0].shape() == shape<3, 3, 3, 4> && g.variables()[1].shape() == shape<4>);
static_assert(g.variables()[2].shape() == shape<3, 2, 4, 5>);
static_assert(g.find("conv2d/Relu:0")->shape() == shape<2, 7, 6, 4>);
static_assert(g.result().shape() == shape<2, 4, 3, 5>);
}  // namespace conv2d

namespace shared_without_a_name {
// tf.layers.dense(x, 2); tf.layers.dense(x, 2, reuse=True)      # the layer's name says whose variables
constexpr auto x = placeholder<"x", shape<2, 3>>;
constexpr auto g = xs::graph(xs::let(x, [](auto y) {
  return xs::pack(y | layers::dense<2>, y | layers::dense<2, xs::reuse>, y | layers::dense<2>);
}));
static_assert(has_variables(g, {"dense/kernel:0", "dense/bias:0", "dense_1/kernel:0", "dense_1/bias:0"}));
static_assert(g.result<0>().name() == "dense/BiasAdd:0" && g.result<1>().name() == "dense_1/BiasAdd:0" &&
              g.result<2>().name() == "dense_2/BiasAdd:0");
// with tf.variable_scope("net"): tf.layers.dense(x, 3, reuse=tf.AUTO_REUSE), twice
constexpr auto twice =
    xs::graph(x | xs::variable_scope<"net">([](auto y) {
                return y | layers::dense<3, xs::auto_reuse> | layers::dense<3, xs::auto_reuse>;
              }));
static_assert(has_variables(twice, {"net/dense/kernel:0", "net/dense/bias:0"}));
constexpr auto apart = xs::graph(x | layers::dense<3, xs::no_reuse> | layers::dense<3, xs::no_reuse>);
static_assert(apart.variables().size() == 4 && apart.find("dense_1/kernel:0"));
constexpr auto missing = xs::diagnose(x | layers::dense<3, xs::reuse>);
static_assert(missing.code() == xs::errc::variable_missing &&
              missing.message().find("`dense/kernel`") != std::string_view::npos);
// Other layers, too.
constexpr auto gru =
    xs::graph(placeholder<"x", shape<2, 7, 4>> | layers::gru<4, xs::auto_reuse, xs::return_sequences<true>> |
              layers::gru<4, xs::auto_reuse>);
static_assert(has_variables(gru, {"gru/kernel:0", "gru/recurrent_kernel:0", "gru/bias:0"}));
}  // namespace shared_without_a_name

namespace gru {
constexpr auto x = placeholder<"x", shape<2, 7, 3>>;
constexpr auto g = xs::graph(x | layers::gru<4>);
static_assert(has_variables(g, {"gru/kernel:0", "gru/recurrent_kernel:0", "gru/bias:0"}));
static_assert(g.variables()[0].shape() == shape<3, 12> && g.variables()[1].shape() == shape<4, 12> &&
              g.variables()[2].shape() == shape<2, 12>);
static_assert(g.result().name() == "gru/GRU:0" && g.result().shape() == shape<2, 4>);

constexpr auto all = xs::graph(x | layers::gru<4, xs::return_sequences<true>> | layers::gru<4>);
static_assert(all.find("gru/GRU:0")->shape() == shape<2, 7, 4>);
static_assert(all.result().name() == "gru_1/GRU:0");

constexpr auto state = xs::graph(xs::let(x, placeholder<"h", shape<2, 4>>,
                                         layers::gru<4, xs::return_sequences<true>, xs::return_state<true>>));
static_assert(state.result_count() == 2 && state.result<0>().shape() == shape<2, 7, 4> &&
              state.result<1>().shape() == shape<2, 4>);
// Without a batch.
constexpr auto one = xs::graph(placeholder<"x", shape<7, 3>> | layers::gru<4, xs::return_state<true>>);
static_assert(one.result<0>().shape() == shape<4> && one.result<1>() == one.result<0>());
}  // namespace gru

namespace lstm {
constexpr auto x = placeholder<"x", shape<2, 7, 3>>;
constexpr auto g = xs::graph(x | layers::lstm<4>);
static_assert(has_variables(g, {"lstm/kernel:0", "lstm/recurrent_kernel:0", "lstm/bias:0"}));
static_assert(g.variables()[0].shape() == shape<3, 16> && g.variables()[1].shape() == shape<4, 16> &&
              g.variables()[2].shape() == shape<16>);
static_assert(g.result().name() == "lstm/LSTM:0" && g.result().shape() == shape<2, 4>);

constexpr auto state = xs::graph(
    xs::let(x, placeholder<"h", shape<2, 4>>, placeholder<"c", shape<2, 4>>,
            layers::lstm<4, xs::return_sequences<true>, xs::return_state<true>, xs::use_bias<false>>));
static_assert(has_variables(state, {"lstm/kernel:0", "lstm/recurrent_kernel:0"}));
static_assert(state.result_count() == 3 && state.result<0>().shape() == shape<2, 7, 4> &&
              state.result<1>().shape() == shape<2, 4> && state.result<2>().shape() == shape<2, 4>);
}  // namespace lstm

}  // namespace layers_test
