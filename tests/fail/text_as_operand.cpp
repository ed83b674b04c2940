// expect: invalid_argument: what stands among the statements in `net` is none
// SPDX-License-Identifier: BSD-3-Clause
// A text as an operand.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu |
         [=](auto y) { return xs::matmul(y, xs::get_variable<"kernel", xs::shape<y.shape()[1], 4>>); };
};
#else
constexpr auto net = [](auto x) { return x | xs::relu | [=](auto y) { return xs::matmul(y, "kernel"); }; };
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
