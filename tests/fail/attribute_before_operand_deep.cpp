// expect: invalid_argument: an operation in `net` is called otherwise than in TensorFlow; it takes as many operands, and then its attributes
// SPDX-License-Identifier: BSD-3-Clause
// An attribute stands before the operand, deep in layers.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::reduce_sum(y, xs::axis<0>); };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::reduce_sum(xs::axis<0>, y); };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
