// expect: invalid_argument: arg_scope in `net` must either be given functions<...> or a reused scope; give one of them
// SPDX-License-Identifier: BSD-3-Clause
// A number in the place of the functions.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto f = xs::add_arg_scope([](auto x, auto) { return x; });
#ifdef TWIN
constexpr auto program = xs::variable_scope<"net">(
    xs::arg_scope<xs::functions<f>, xs::arg<"a", 1>>(xs::constant<"c", xs::value<1>>));
#else
constexpr auto program =
    xs::variable_scope<"net">(xs::arg_scope<3, xs::arg<"a", 1>>(xs::constant<"c", xs::value<1>>));
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
