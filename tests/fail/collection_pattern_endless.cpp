// expect: invalid_argument: `(\\w|\\w|/)*!` takes too many steps to be compared with `generator/first/kernel:0`; repeat
// SPDX-License-Identifier: BSD-3-Clause
// A filter that can be tried in more ways than a compiler has patience for.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto program = xs::variable_scope<"generator/first">(xs::get_variable<"kernel", xs::shape<2>>);
#ifdef TWIN
constexpr auto found = xs::graph(program).get_collection<"variables", "[\\w/]*:">();
#else
constexpr auto found = xs::graph(program).get_collection<"variables", "(\\w|\\w|/)*!">();
#endif
static_assert(found.size() == 1);
