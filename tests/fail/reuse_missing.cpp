// expect: variable_missing: `foo/v` does not exist; create it first
// SPDX-License-Identifier: BSD-3-Clause
// A scope that reuses asks for a variable that nobody created.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"foo", xs::auto_reuse>(xs::get_variable<"v", xs::shape<1>>);
#else
constexpr auto program = xs::variable_scope<"foo", xs::reuse>(xs::get_variable<"v", xs::shape<1>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(g.result().name() == "foo/v:0");
