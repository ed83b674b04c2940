// expect: variable_exists: `v` already exists; bind it once with `let`
// SPDX-License-Identifier: BSD-3-Clause
// A statement runs each time it stands: two bindings ask for the variable twice.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto v = xs::get_variable<"v", xs::shape<1>>;

#ifdef TWIN
constexpr auto program = xs::let(v, [](auto a) { return a * a; });
#else
constexpr auto program = xs::let(v, v, [](auto a, auto b) { return a * b; });
#endif
constexpr auto g = xs::graph(program);
static_assert(g.result().name() == "mul:0");
