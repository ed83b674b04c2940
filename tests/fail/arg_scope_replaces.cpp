// expect: invalid_argument: arg_scope in `net`: when a scope is reused, kwargs must be empty; set them in an arg_scope within
// SPDX-License-Identifier: BSD-3-Clause
// A captured scope replaces all settings, and takes no keywords.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto program =
    xs::variable_scope<"net">(xs::arg_scope<xs::no_arg_scope>(xs::constant<"c", xs::value<1>>));
#else
constexpr auto program = xs::variable_scope<"net">(
    xs::arg_scope<xs::no_arg_scope, xs::arg<"a", 1>>(xs::constant<"c", xs::value<1>>));
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
