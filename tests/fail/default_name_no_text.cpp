// expect: invalid_argument: the default_name is not a text; give `default_name<
// SPDX-License-Identifier: BSD-3-Clause
// A number in the place of the default name.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto program = xs::name_scope<"outer">(
    xs::name_scope<"my_scope", xs::default_name<"d">>(xs::constant<"c", xs::value<1>>));
#else
constexpr auto program = xs::name_scope<"outer">(
    xs::name_scope<"my_scope", xs::default_name_of<xs::values<1>>>(xs::constant<"c", xs::value<1>>));
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
