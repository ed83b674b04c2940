// expect: shape_required: the shape (None, 3) of the new variable `v` must be fully defined
// SPDX-License-Identifier: BSD-3-Clause
// Dimensions may be unknown only of a variable that exists.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto v = xs::get_variable<"v", xs::shape<2, 3>>;
#else
constexpr auto v = xs::get_variable<"v", xs::shape<xs::unknown, 3>>;
#endif
constexpr auto g = xs::graph(v);
static_assert(g.result().shape() == xs::shape<2, 3>);
