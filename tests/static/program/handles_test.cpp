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
  static_assert(std::tuple_size_v<decltype(all)> == 3);
  static_assert(decltype(a)::shape()[0] == 1 && decltype(b)::shape()[0] == 2 && decltype(c)::shape()[0] == 3);
  static_assert(all.template get<1>().shape()[0] == 2);
  return xs::pack(c, b, a, scope);
};
constexpr auto g = xs::graph(three | probe);
static_assert(g.result_count() == 4);
static_assert(g.result<0>().name() == "c:0" && g.result<2>().name() == "a:0" && g.result<3>().name().empty());
}  // namespace packs

namespace captured_handles {
// Of a captured handle, and of a binding, the type says what the value does.
constexpr auto program = xs::let(xs::placeholder<"x", xs::shape<2, 3>>, [](auto x) {
  return xs::let(xs::get_variable<"b", xs::shape<3>>, [=](auto b) {
    return x + b + xs::get_variable<"c", xs::shape<decltype(x)::shape()[0], 1>>;
  });
});
static_assert(xs::graph(program).result().shape() == xs::shape<2, 3>);

constexpr auto reentered = xs::let(xs::variable_scope<"a">(), [](auto a) {
  return xs::variable_scope<"b">(xs::as([=](auto b) {
    return xs::pack(xs::variable_scope<decltype(a){}>(xs::get_variable<"v", xs::shape<>>), b);
  }));
});
static_assert(xs::name_of(xs::let(reentered, [](auto r) { return r.template get<0>(); })) == "a/v:0");
}  // namespace captured_handles

}  // namespace handles
