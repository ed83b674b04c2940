// expect: invalid_argument: variable `net/v`: the collections argument must be a list of keys; give `collections<
// SPDX-License-Identifier: BSD-3-Clause
// A key in the place of a list of keys.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto keys = xs::collections<"mine">;
#else
constexpr auto keys = xs::collections_of<xs::text<"mine">>;
#endif
constexpr auto g = xs::graph(xs::variable_scope<"net">(xs::get_variable<"v", xs::shape<2>, keys>));
static_assert(!g.operations().empty());
