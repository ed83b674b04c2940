// expect: shape_error: BroadcastTo `BroadcastTo`: shapes (3,) and (3, 2) do not broadcast
// SPDX-License-Identifier: BSD-3-Clause
// Shapes are compared from the last axis on.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<3>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::broadcast_to(x, xs::shape<2, 3>));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::broadcast_to(x, xs::shape<3, 2>));
#endif
