// expect: variable_exists: variable `foo/v` already exists; give each layer a scope of its own; to share it on purpose, use `reuse` or `auto_reuse`
// SPDX-License-Identifier: BSD-3-Clause
// The same variable is asked for twice in a scope that does not reuse.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto v = xs::get_variable<"v", xs::shape<1>>;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"foo">(xs::let(v, [](auto once) { return once + once; }));
#else
constexpr auto program = xs::variable_scope<"foo">(v + v);
#endif
constexpr auto g = xs::graph(program);
static_assert(g.result().name() == "foo/add:0");
