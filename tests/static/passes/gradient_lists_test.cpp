// SPDX-License-Identifier: BSD-3-Clause
// A list of gradients is one handle: it is applied, clipped, averaged, scaled, and read by variable.
#include <string_view>

#include <xscope/graph.hpp>

namespace gradient_lists {

namespace xs = xscope;
using xs::shape;
using namespace xs::literals;

template <xs::fixed_string Name, std::size_t... D>
constexpr auto var = xs::get_variable<Name, shape<D...>>;
inline constexpr auto& sgd = xs::gradient_descent_optimizer<0.1f>;
constexpr auto loss = [](auto v, auto w) { return xs::reduce_sum(v * w); };
/// F, called with a list of the gradients of v and w, and these.
template <class F>
constexpr auto with_list(F f) {
  return xs::variable_scope<"net">(xs::let(var<"v", 2>, var<"w", 2>, [f](auto v, auto w) {
    return xs::let(xs::compute_gradients<sgd>(loss(v, w)), [f, v, w](auto list) { return f(list, v, w); });
  }));
}

template <class Program>
constexpr bool says(Program program, xs::errc code, std::string_view message) {
  const auto d = xs::diagnose(program);
  return !d.ok() && d.code() == code && d.message() == message;
}

// However many variables there are, the list is a handle with a number.
static_assert(xs::graph(with_list([](auto list, auto, auto) {
                static_assert(sizeof(list) == 1);
                return xs::apply_gradients<sgd>(list, xs::name<"train">);
              }))
                  .result()
                  .name() == "net/train");

namespace operations {
// An operation of a list is that of each gradient, named as if it stood there once for each.
constexpr auto g = xs::graph(with_list([](auto list, auto, auto) {
  return xs::seq(xs::apply_gradients<sgd>(xs::identity(list * 0.5_c) + list), xs::apply_gradients<sgd>(list));
}));
static_assert(g.find("net/mul_1")->type() == "Mul" && g.find("net/mul_1/y")->type() == "Const");
static_assert(g.find("net/mul_2").has_value() && !g.find("net/mul_3").has_value());
static_assert(g.find("net/Identity")->shape().size() == 1 && g.find("net/Identity_1").has_value());
static_assert(g.find("net/add_1").has_value() && !g.find("net/add_2").has_value());
static_assert(g.result().name() == "net/GradientDescent_1");
}  // namespace operations

namespace clipping {
constexpr auto g = xs::graph(with_list([](auto list, auto v, auto) {
  return xs::let(xs::clip_by_global_norm(list, 5.0_c), [=](auto clipped) {
    return xs::pack(xs::gradient_of(clipped.template get<0>(), v), clipped.template get<1>(),
                    xs::apply_gradients<sgd>(clipped.template get<0>()));
  });
}));
static_assert(g.result<0>().name() == "net/clip_by_global_norm/net/clip_by_global_norm/_0:0");
static_assert(g.result<1>().name() == "net/global_norm/global_norm:0" && g.result<1>().type() == "Sqrt");
static_assert(g.find("net/clip_by_global_norm/net/clip_by_global_norm/_1")->type() == "Identity");

constexpr auto each = xs::graph(with_list([](auto list, auto v, auto w) {
  return xs::let(xs::clip_by_value(list, -1.0_c, 1.0_c), xs::clip_by_norm(list, 1.0_c),
                 xs::clip_by_norm(v, 1.0_c, xs::name<"n">), [=](auto a, auto b, auto c) {
                   return xs::pack(xs::gradient_of(a, v), xs::gradient_of(a, w), xs::gradient_of(b, v),
                                   xs::gradient_of(b, w), c);
                 });
}));
static_assert(each.result<0>().name() == "net/clip_by_value:0");
static_assert(each.result<1>().name() == "net/clip_by_value_1:0");
static_assert(each.result<2>().name() == "net/clip_by_norm:0");
static_assert(each.result<3>().name() == "net/clip_by_norm_1:0");
static_assert(each.result<4>().name() == "net/n:0");

// Of tensors, and with a name, which the norm has as well.
constexpr auto tensors = xs::graph(xs::let(var<"v", 2>, var<"w", 2>, [](auto v, auto w) {
  return xs::let(xs::clip_by_global_norm(xs::pack(v, xs::none, w), 5.0_c, xs::name<"c">), [](auto clipped) {
    constexpr auto list = clipped.template get<0>();
    return xs::pack(list.template get<2>(), clipped.template get<1>());
  });
}));
static_assert(tensors.result<0>().name() == "c_1/c_1/_2:0");
static_assert(tensors.result<1>().name() == "c/global_norm:0");
}  // namespace clipping

namespace towers {
constexpr auto tower = [](auto x) {
  return xs::let(var<"w", 2>, var<"b", 2>,
                 [=](auto w, auto b) { return xs::compute_gradients<sgd>(xs::reduce_sum(x * w + b)); });
};
constexpr auto g = xs::graph(
    xs::let(xs::placeholder<"x", shape<2>> |
                xs::name_scope<"tower_0">(xs::variable_scope<"net", xs::auto_reuse>(tower)),
            xs::placeholder<"y", shape<2>> |
                xs::name_scope<"tower_1">(xs::variable_scope<"net", xs::auto_reuse>(tower)),
            [](auto a, auto b) {
              return xs::let(xs::average_gradients(a, b), [](auto mean) {
                return xs::pack(xs::gradient_of<"net/w", shape<2>>(mean), xs::apply_gradients<sgd>(mean));
              });
            }));
static_assert(g.result<0>().name() == "truediv:0" && g.find("AddN_1").has_value());
static_assert(g.trainable_variables().size() == 2);
}  // namespace towers

}  // namespace gradient_lists
