// expect: variable_exists: `root/tower/v` already exists
// SPDX-License-Identifier: BSD-3-Clause
// A scope opened again by its name does not reuse by itself.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto v = xs::get_variable<"v", xs::shape<1>>;

#ifdef TWIN
constexpr auto again = xs::variable_scope<"tower", xs::reuse>;
#else
constexpr auto again = xs::variable_scope<"tower">;
#endif
constexpr auto program = xs::variable_scope<"root">(xs::variable_scope<"tower">(v), again(v));
constexpr auto g = xs::graph(program);
static_assert(g.variables().size() == 1);
