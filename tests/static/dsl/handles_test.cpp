// SPDX-License-Identifier: BSD-3-Clause
// Handles: what a lambda receives. Their shape and element type are constants of the program.
#include <xscope/graph.hpp>

#include <array>
#include <type_traits>

namespace handles {

namespace xs = xscope;

namespace facts_are_constants {
constexpr auto probe = [](auto x) {
  static_assert(x.shape() == std::array<std::size_t, 2>{3, 4});
  static_assert(x.shape()[1] == 4);
  static_assert(x.rank() == 2);
  static_assert(x.size() == 12);
  static_assert(x.dtype() == "float64");
  static_assert(std::is_same_v<typename decltype(x)::value_type, double>);
  static_assert(std::is_empty_v<decltype(x)>);
  return xs::get_variable<"w", xs::shape<x.shape()[1], x.rank(), x.size()>,
                          xs::dtype<typename decltype(x)::value_type>>;
};
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<3, 4>, xs::dtype<double>> | probe);
static_assert(g.result().shape() == xs::shape<4, 2, 12>);
static_assert(g.result().dtype() == xs::dtype<double>);
}  // namespace facts_are_constants

namespace scalars {
constexpr auto probe = [](auto x) {
  static_assert(x.shape() == std::array<std::size_t, 0>{});
  static_assert(x.rank() == 0 && x.size() == 1);
  static_assert(std::is_same_v<typename decltype(x)::value_type, float>);
  return x;
};
static_assert(xs::graph(xs::get_variable<"v", xs::shape<>> | probe).result().shape() == xs::shape<>);
}  // namespace scalars

namespace results_of_operations {
constexpr auto probe = [](auto x, auto n) {
  static_assert(std::is_same_v<typename decltype(n)::value_type, std::int64_t>);
  static_assert(n.shape() == std::array<std::size_t, 1>{5});
  return xs::cast(n, xs::dtype<typename decltype(x)::value_type>) + xs::reduce_max(x, xs::axis<1>);
};
constexpr auto x = xs::placeholder<"x", xs::shape<5, 7>>;
constexpr auto g =
    xs::graph(xs::let(x, [](auto h) { return xs::let(h, xs::argmax(h, xs::axis<1>), probe); }));
static_assert(g.result().shape() == xs::shape<5>);
static_assert(g.result().dtype() == xs::dtype<float>);
}  // namespace results_of_operations

namespace packs {
constexpr auto three = xs::pack(xs::placeholder<"a", xs::shape<1>>, xs::placeholder<"b", xs::shape<2>>,
                                xs::pack(xs::placeholder<"c", xs::shape<3>>, xs::get_variable_scope()));
constexpr auto probe = [](auto all) {
  auto [a, b, inner] = all;
  auto [c, scope] = inner;
  static_assert(a.shape()[0] == 1 && b.shape()[0] == 2 && c.shape()[0] == 3);
  static_assert(all.template get<1>().shape()[0] == 2);
  return xs::pack(c, b, a, scope);
};
constexpr auto g = xs::graph(three | probe);
static_assert(g.result_count() == 4);
static_assert(g.result<0>().name() == "c:0" && g.result<2>().name() == "a:0" && g.result<3>().name().empty());
}  // namespace packs

namespace bindings {
// What a pack is taken apart into are constants, here and in lambdas that capture them; nine and more are
// not.
constexpr auto one = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto take_apart = [](auto two) {
  auto [a, b] = two;
  return xs::pack(
      xs::get_variable<"here", xs::shape<a.shape()[1], b.shape()[0]>>,
      a | [=](auto c) { return xs::get_variable<"copied", xs::shape<b.shape()[1], c.rank()>>; },
      a | [&](auto c) { return xs::get_variable<"referred", xs::shape<b.size(), c.rank()>>; });
};
constexpr auto g =
    xs::graph(xs::pack(one, xs::constant<"c", xs::values<1, 2, 3, 4>, xs::shape<1, 4>>) | take_apart);
static_assert(g.result<0>().shape() == xs::shape<3, 1>);
static_assert(g.result<1>().shape() == xs::shape<4, 2>);
static_assert(g.result<2>().shape() == xs::shape<4, 2>);

constexpr auto slices = xs::graph(
    xs::get_variable<"v", xs::shape<5, 2>, xs::partitioner<xs::fixed_size_partitioner<2>>> | [](auto v) {
      auto [first, second] = v;
      return xs::pack(xs::get_variable<"w", xs::shape<first.shape()[0], second.shape()[0]>>, second);
    });
static_assert(slices.result<0>().shape() == xs::shape<3, 2> && slices.result<1>().name() == "v/part_1:0");

constexpr auto nine = xs::graph(xs::pack(one, one, one, one, one, one, one, one, one) | [](auto all) {
  auto [a, b, c, d, e, f, seventh, h, last] = all;
  return xs::get_variable<"v", xs::shape<decltype(last)::shape()[1], all.template get<8>().rank()>>;
});
static_assert(nine.result().shape() == xs::shape<3, 2>);
}  // namespace bindings

namespace captured_handles {
// A lambda may capture a tensor's handle by value or by reference, and what it says is a constant.
template <int Depth>
constexpr auto by_value = [](auto x) {
  return x | [=](auto y) {
    return xs::get_variable<"b", xs::shape<x.shape()[1], y.rank()>> | [x, y](auto b) {
      return xs::pack(xs::get_variable<"c", xs::shape<x.size(), y.shape()[0], b.shape()[1]>>,
                      xs::reduce_sum(x, xs::axis<x.rank() - 1>),
                      xs::cast(b, xs::dtype<typename decltype(x)::value_type>));
    };
  };
};
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2, 3>, xs::dtype<double>> | by_value<0>);
static_assert(g.result<0>().shape() == xs::shape<6, 2, 2>);
static_assert(g.result<1>().shape() == xs::shape<2>);
static_assert(g.result<2>().dtype() == xs::dtype<double>);

constexpr auto name_scopes = xs::graph(xs::variable_scope<"a">(xs::as([](auto vs) {
  return xs::placeholder<"x", xs::shape<>> |
         [=](auto x) { return xs::name_scope<vs.original_name_scope()>(x + x); };
})));
static_assert(name_scopes.result().name() == "a/add:0");

// So are a layer's keywords, and what a getter's request asks for.
constexpr auto dense = xs::add_arg_scope<xs::arg<"units", 4>>([](auto x, auto args) {
  return x | [=](auto y) {
    return xs::matmul(y, xs::get_variable<"w", xs::shape<x.shape()[1], args.template get<"units">()>>);
  };
});
static_assert(xs::graph(xs::placeholder<"x", xs::shape<2, 3>> | dense).result().shape() == xs::shape<2, 4>);

constexpr auto scaled = [](auto getter, auto request) {
  return getter(request) | [=](auto v) {
    if constexpr (request.requested_name() == "scale") return v;
    else return v * xs::get_variable<"scale", xs::shape<request.shape()[1]>>;
  };
};
constexpr auto scaled_graph =
    xs::graph(xs::variable_scope<"a", xs::custom_getter<scaled>>(xs::get_variable<"v", xs::shape<2, 3>>));
static_assert(scaled_graph.find("a/scale:0")->shape() == xs::shape<3>);

// A scope's handle as a template argument is captured by reference, or named by its type.
constexpr auto by_reference = xs::let(xs::variable_scope<"a">(), [](auto a) {
  return xs::variable_scope<"b">(
      xs::as([&](auto b) { return xs::pack(xs::variable_scope<a>(xs::get_variable<"v", xs::shape<>>), b); }));
});
static_assert(xs::name_of(xs::let(by_reference, [](auto r) { return r.template get<0>(); })) == "a/v:0");

constexpr auto by_type = xs::let(xs::variable_scope<"a">(), [](auto a) {
  return xs::variable_scope<"b">(xs::as([=](auto b) {
    return xs::pack(xs::variable_scope<decltype(a){}>(xs::get_variable<"v", xs::shape<>>), b);
  }));
});
static_assert(xs::name_of(xs::let(by_type, [](auto r) { return r.template get<0>(); })) == "a/v:0");
}  // namespace captured_handles

// GCC 12 takes a scope's handle that was captured by value as an argument only.
namespace scopes_captured_by_value {
constexpr auto v = xs::get_variable<"v", xs::shape<2>>;
constexpr auto x = xs::placeholder<"x", xs::shape<2>>;
constexpr auto shared = xs::graph(xs::variable_scope<"a">(xs::as([](auto vs) {
  return xs::seq(
      v, x | [=](auto h) { return xs::enter<xs::reuse>(vs)([=](auto y) { return y + h * v; })(h); });
})));
static_assert(shared.variables().size() == 1 && shared.variables()[0].name() == "a/v:0");
constexpr auto named = xs::graph(
    xs::let(xs::name_scope<"n">(), [](auto ns) { return x | [=](auto h) { return xs::enter(ns)(h + h); }; }));
static_assert(named.result().name() == "n/add:0");
// It is the other spelling, and takes what that takes.
constexpr auto both = xs::graph(xs::let(xs::variable_scope<"b">(), [](auto vs) {
  return xs::pack(xs::enter<xs::initializer<xs::ones_initializer>>(vs)(v),
                  xs::variable_scope<vs, xs::reuse>(v), xs::enter<xs::reuse>(vs)(v));
}));
static_assert(both.result<0>() == both.result<1>() && both.result<0>() == both.result<2>());
static_assert(both.result<0>().name() == "b/v:0");
}  // namespace scopes_captured_by_value

}  // namespace handles
