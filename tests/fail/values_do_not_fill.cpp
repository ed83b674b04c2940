// expect: shape_error: `a/c`: values of shape (5,) do not fill shape (2, 2)
// SPDX-License-Identifier: BSD-3-Clause
// Five values for four places.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto c = xs::constant<"c", xs::values<1, 2>, xs::shape<2, 2>>;
#else
constexpr auto c = xs::constant<"c", xs::values<1, 2, 3, 4, 5>, xs::shape<2, 2>>;
#endif
constexpr auto g = xs::graph(xs::name_scope<"a">(c));
static_assert(g.result().shape() == xs::shape<2, 2>);
