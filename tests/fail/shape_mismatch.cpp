// expect: shape_mismatch: share variable `foo/v`; specified shape (3, 2); found shape (2, 3)
// SPDX-License-Identifier: BSD-3-Clause
// A variable is shared under another shape.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto again = xs::get_variable<"v", xs::shape<2, 3>>;
#else
constexpr auto again = xs::get_variable<"v", xs::shape<3, 2>>;
#endif
constexpr auto program = xs::seq(xs::variable_scope<"foo">(xs::get_variable<"v", xs::shape<2, 3>>),
                                 xs::variable_scope<"foo", xs::reuse>(again));
constexpr auto g = xs::graph(program);
static_assert(g.result().shape() == xs::shape<2, 3>);
