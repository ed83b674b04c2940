// expect: invalid_argument: get_variable `foo/v` does not take `reuse`; it is an option of the scope around: variable_scope; auto_reuse
// SPDX-License-Identifier: BSD-3-Clause
// A scope's option on a variable: get_variable has no reuse argument, its scope has.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"foo", xs::auto_reuse>(xs::get_variable<"v", xs::shape<2>>);
#else
constexpr auto program = xs::variable_scope<"foo">(xs::get_variable<"v", xs::shape<2>, xs::auto_reuse>);
#endif
constexpr auto g = xs::graph(program);
static_assert(g.variables().size() == 1);
