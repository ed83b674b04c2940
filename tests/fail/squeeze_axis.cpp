// expect: shape_error: Squeeze `Squeeze`: shape (1, 3) has other than one element along an axis
// SPDX-License-Identifier: BSD-3-Clause
// Only an axis of size 1 can be left out.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<1, 3>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::squeeze(x, xs::axis<0>));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::squeeze(x, xs::axis<1>));
#endif
