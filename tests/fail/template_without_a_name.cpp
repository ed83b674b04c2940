// expect: invalid_argument: make_template in `net`: the name cannot be none; give it one
// SPDX-License-Identifier: BSD-3-Clause
// A template has to have a name.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto layer = [] { return xs::get_variable<"v", xs::shape<>>; };
#ifdef TWIN
constexpr auto program =
    xs::variable_scope<"net">(xs::make_template<"layer">(layer) | [](auto t) { return t(); });
#else
constexpr auto program =
    xs::variable_scope<"net">(xs::make_template<xs::none>(layer) | [](auto t) { return t(); });
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
