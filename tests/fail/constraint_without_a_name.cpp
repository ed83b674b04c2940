// expect: invalid_argument: variable `net/v`: the constraint must be a callable; give a captureless lambda that takes the variable; with Clang, within a template
// SPDX-License-Identifier: BSD-3-Clause
// A constraint takes the variable. Clang 19 cannot call a generic lambda that stands among template arguments
// in a generic lambda of a template; it is told like one that takes too much.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
template <std::size_t N>
constexpr auto net = [](auto) {
  constexpr auto positive = [](auto v) { return xs::relu(v); };
  return xs::get_variable<"v", xs::shape<N>, xs::constraint<positive>>;
};
#elif defined(__clang__)
template <std::size_t N>
constexpr auto net = [](auto) {
  return xs::get_variable<"v", xs::shape<N>, xs::constraint<[](auto v) { return xs::relu(v); }>>;
};
#else
template <std::size_t N>
constexpr auto net = [](auto) {
  constexpr auto larger = [](auto v, auto w) { return xs::maximum(v, w); };
  return xs::get_variable<"v", xs::shape<N>, xs::constraint<larger>>;
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2>>;
[[maybe_unused]] constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net<3>));
