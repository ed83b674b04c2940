// expect: invalid_argument: arg_scope in `net`: a function is not decorated with add_arg_scope; decorate it
// SPDX-License-Identifier: BSD-3-Clause
// arg_scope takes decorated functions.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto plain = [](auto x, auto) { return x; };
#ifdef TWIN
constexpr auto f = xs::add_arg_scope(plain);
#else
constexpr auto f = plain;
#endif
constexpr auto program = xs::variable_scope<"net">(
    xs::arg_scope<xs::functions<f>, xs::arg<"a", 1>>(xs::constant<"c", xs::value<1>>));
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
