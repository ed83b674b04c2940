// SPDX-License-Identifier: BSD-3-Clause
// What scopes hand down reaches variables in layers, and in layers of layers, also where a layer is traced
// once for several calls.
#include <xscope/graph.hpp>

namespace features_in_layers {

namespace xs = xscope;
using namespace xs::literals;

constexpr auto input = xs::placeholder<"x", xs::shape<1, 4>>;
constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], 4>>);
};

namespace getters {
constexpr auto halve = [](auto getter, auto request) { return getter(request) * 0.5_c; };
constexpr auto g = xs::graph(input | xs::variable_scope<"a", xs::custom_getter<halve>>(dense) |
                             xs::variable_scope<"b", xs::custom_getter<halve>>(dense));
static_assert(g.variables().size() == 2);
static_assert(g.variables()[1].name() == "b/kernel:0");
}  // namespace getters

namespace slices_and_their_losses {
constexpr auto l2 = [](auto v) { return xs::reduce_sum(xs::square(v)); };
constexpr auto halves = xs::fixed_size_partitioner<2>;
constexpr auto g =
    xs::graph(input | xs::variable_scope<"a", xs::regularizer<l2>, xs::partitioner<halves>>(dense) |
              xs::variable_scope<"b", xs::regularizer<l2>, xs::partitioner<halves>>(dense));
constexpr auto losses = g.get_collection<"regularization_losses">();
static_assert(losses.size() == 4);
static_assert(losses[3].name() == "b/kernel/part_1/Regularizer/Sum:0");
static_assert(g.result().shape() == xs::shape<1, 4>);
static_assert(g.find("b/kernel/ConcatPartitions/concat:0")->shape() == xs::shape<4, 4>);
static_assert(g.find("b/kernel:0")->type() == "Identity");
}  // namespace slices_and_their_losses

namespace templates {
constexpr auto g = xs::graph(xs::let(xs::make_template<"t">(dense), [](auto t) {
  const auto call = [=](auto x) { return t(x); };
  return input | call | call | xs::variable_scope<"s">(call);
}));
static_assert(g.variables().size() == 1);
static_assert(g.variables()[0].name() == "t/kernel:0");
static_assert(g.result().name() == "s/t/MatMul:0");
}  // namespace templates

namespace setters {
constexpr auto in_double = [](auto x) {
  return xs::get_variable_scope() | [=](auto vs) {
    return xs::seq(vs.template set_dtype<double>(),
                   xs::cast(x, xs::dtype<double>) * xs::get_variable<"v", xs::shape<>>);
  };
};
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"a">(in_double) |
                             xs::variable_scope<"b">(in_double) |
                             [](auto x) { return xs::pack(x, xs::get_variable<"w", xs::shape<>>); });
static_assert(g.result<0>().dtype() == xs::dtype<double>);
static_assert(g.result<1>().dtype() == xs::dtype<float>);
}  // namespace setters

namespace settings_of_the_scope_around {
// What was set before the layer holds in it, also for who reads it there.
constexpr auto in_scope = [](auto) {
  return xs::as(
      [](auto vs) { return xs::pack(xs::get_variable<"v", xs::shape<2>>, vs.template read<"dtype">()); });
};
constexpr auto g = xs::graph(xs::variable_scope<"a">(xs::as([](auto vs) {
  return xs::seq(vs.template set_dtype<double>(), xs::placeholder<"x", xs::shape<2>> | in_scope);
})));
static_assert(g.result<0>().dtype() == xs::dtype<double>);
static_assert(g.result<1>().value() == xs::dtype<double>);
static_assert(g.variables()[0].dtype() == xs::dtype<double>);
}  // namespace settings_of_the_scope_around

namespace creators {
constexpr auto noting = [](auto next, auto request) {
  return xs::seq(xs::add_to_collection<"made">(request.name()), next(request));
};
constexpr auto g = xs::graph(xs::variable_creator_scope<noting>(input | xs::variable_scope<"a">(dense) |
                                                                xs::variable_scope<"b">(dense)));
static_assert(g.get_collection<"made">().size() == 2);
static_assert(g.get_collection<"made">()[1].name() == "b/kernel");
}  // namespace creators

namespace reuse {
constexpr auto g = xs::graph(input | [](auto x) {
  return xs::pack(x | xs::variable_scope<"a">(dense), x | xs::variable_scope<"a", xs::reuse>(dense),
                  x | xs::variable_scope<"b">(xs::variable_scope<"c">(dense)));
});
static_assert(g.variables().size() == 2);
static_assert(g.variables()[1].name() == "b/c/kernel:0");
}  // namespace reuse

namespace keyword_arguments {
constexpr auto fc = xs::add_arg_scope<xs::arg<"units", 4>>([](auto x, auto args) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], args.template get<"units">()>>);
});
constexpr auto g = xs::graph(xs::arg_scope<xs::functions<fc>, xs::arg<"units", 7>>(
    input | xs::variable_scope<"a">(fc) |
    xs::variable_scope<"b">([](auto x) { return fc(x, xs::arg<"units", 2>); })));
static_assert(g.variables()[0].shape() == xs::shape<4, 7>);
static_assert(g.result().shape() == xs::shape<1, 2>);
}  // namespace keyword_arguments

}  // namespace features_in_layers
