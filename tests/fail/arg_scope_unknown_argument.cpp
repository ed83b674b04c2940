// expect: invalid_argument: a function in `net` got an unexpected keyword argument; it takes those that add_arg_scope names
// SPDX-License-Identifier: BSD-3-Clause
// A keyword that the function does not have.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto f = xs::add_arg_scope<xs::arg<"a", 1>>([](auto x, auto) { return x; });
#ifdef TWIN
constexpr auto program =
    xs::variable_scope<"net">(xs::constant<"c", xs::value<1>> | [](auto c) { return f(c, xs::arg<"a", 2>); });
#else
constexpr auto program =
    xs::variable_scope<"net">(xs::constant<"c", xs::value<1>> | [](auto c) { return f(c, xs::arg<"b", 2>); });
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
