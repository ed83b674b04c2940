// expect: invalid_argument: at least one of name and default_name must be provided; give a name
// SPDX-License-Identifier: BSD-3-Clause
// name_scope(None, values=[...]) has neither name.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto program =
    xs::name_scope<"outer">(xs::name_scope<"inner", xs::with_values>(xs::constant<"c", xs::value<1>>));
#else
constexpr auto program =
    xs::name_scope<"outer">(xs::name_scope<xs::none, xs::with_values>(xs::constant<"c", xs::value<1>>));
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
