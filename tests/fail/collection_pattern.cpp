// expect: invalid_argument: `(gen|disc/` selects no names: `(gen|disc/` in it has no closing parenthesis; write a regular
// SPDX-License-Identifier: BSD-3-Clause
// A filter that is no regular expression.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto program = xs::variable_scope<"gen">(xs::get_variable<"w", xs::shape<2>>);
#ifdef TWIN
constexpr auto found = xs::graph(program).get_collection<"variables", "(gen|disc)/">();
#else
constexpr auto found = xs::graph(program).get_collection<"variables", "(gen|disc/">();
#endif
static_assert(found.size() == 1);
