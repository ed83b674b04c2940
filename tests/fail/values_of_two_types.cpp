// expect: shape_error: constant `weights`: values are all of one type, as in values<1.0f, 2.0f>
// SPDX-License-Identifier: BSD-3-Clause
// The values of a literal have one type.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto weights = xs::values<0.5f, 1.0f>;
#else
constexpr auto weights = xs::values<0.5f, 1>;
#endif
constexpr auto g = xs::graph(xs::constant<"weights", weights>);
static_assert(g.result().shape() == xs::shape<2>);
