// expect: shape_error: get_variable `net/kernel`: a dimension of its shape is no whole number
// SPDX-License-Identifier: BSD-3-Clause
// Half of a dimension of five.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto) { return xs::get_variable<"kernel", xs::shape<5 / 2>>; };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto) { return xs::get_variable<"kernel", xs::shape<5 / 2.0f>>; };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
