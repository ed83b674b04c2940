// expect: shape_error: Sum `Sum`: an axis of shape (2, 3) is given twice; name it once
// SPDX-License-Identifier: BSD-3-Clause
// 1 and -1 are the same axis.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto both = xs::axis<0, -1>;
#else
constexpr auto both = xs::axis<1, -1>;
#endif
constexpr auto g = xs::graph(xs::reduce_sum(xs::placeholder<"x", xs::shape<2, 3>>, both));
static_assert(g.result().shape() == xs::shape<>);
