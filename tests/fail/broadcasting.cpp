// expect: shape_error: Add `net/add`: shapes (2, 3) and (2,) do not broadcast; equal dimensions, or 1, are needed
// SPDX-License-Identifier: BSD-3-Clause
// Broadcasting aligns the last dimensions, as NumPy does.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto bias = xs::get_variable<"bias", xs::shape<2, 1>>;
#else
constexpr auto bias = xs::get_variable<"bias", xs::shape<2>>;
#endif
constexpr auto g = xs::graph(xs::variable_scope<"net">(xs::placeholder<"x", xs::shape<2, 3>> + bias));
static_assert(g.result().shape() == xs::shape<2, 3>);
