// expect: invalid_argument: an operation in `` is called otherwise than in TensorFlow; it takes as many operands, and then its attributes
// SPDX-License-Identifier: BSD-3-Clause
// An attribute stands before the operand.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;

#ifdef TWIN
constexpr auto total = xs::reduce_sum(x, xs::axis<0>);
#else
constexpr auto total = xs::reduce_sum(xs::axis<0>, x);
#endif
constexpr auto g = xs::graph(total);
static_assert(g.result().shape() == xs::shape<3>);
