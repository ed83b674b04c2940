// expect: invalid_scope_name: `layer:1` is not a valid scope name
// SPDX-License-Identifier: BSD-3-Clause
// A colon is part of no name.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto scope = xs::name_scope<"layer-1">;
#else
constexpr auto scope = xs::name_scope<"layer:1">;
#endif
constexpr auto g = xs::graph(xs::variable_scope<"net">(scope(xs::constant<"c", xs::value<1>>)));
static_assert(g.operations().size() == 1);
