// expect: invalid_scope_name: `_hidden` is not a valid scope name; at the root begin with a letter
// SPDX-License-Identifier: BSD-3-Clause
// At the root a scope's name may not begin with an underscore.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto scope = xs::variable_scope<"hidden">;
#else
constexpr auto scope = xs::variable_scope<"_hidden">;
#endif
constexpr auto g = xs::graph(scope(xs::get_variable<"v", xs::shape<1>>));
static_assert(g.variables().size() == 1);
