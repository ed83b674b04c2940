// expect: shape_error: Mean `Mean`: an axis is out of range for shape (2, 3); use -rank to rank - 1
// SPDX-License-Identifier: BSD-3-Clause
// Axes count from 0.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto last = xs::axis<1>;
#else
constexpr auto last = xs::axis<2>;
#endif
constexpr auto g = xs::graph(xs::reduce_mean(xs::placeholder<"x", xs::shape<2, 3>>, last));
static_assert(g.result().shape() == xs::shape<2>);
