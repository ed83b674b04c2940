// expect: shape_error: get_variable `net/kernel`: its shape is made of one that has no such axis; `x.shape()[i]` takes -rank to rank - 1
// SPDX-License-Identifier: BSD-3-Clause
// A matrix has the axes 0 and 1, or -2 and -1.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::get_variable<"kernel", xs::shape<y.shape()[-1], 4>>; };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::get_variable<"kernel", xs::shape<y.shape()[2], 4>>; };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
