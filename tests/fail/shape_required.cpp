// expect: shape_required: new variable `foo/v`; give `shape<...>`
// SPDX-License-Identifier: BSD-3-Clause
// A new variable without a shape.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto v = xs::get_variable<"v", xs::shape<3>>;
#else
constexpr auto v = xs::get_variable<"v">;
#endif
constexpr auto program =
    xs::variable_scope<"foo">(v | [](auto x) { return xs::get_variable<"w", xs::shape<x.shape()[0]>>; });
constexpr auto g = xs::graph(program);
static_assert(g.result().shape() == xs::shape<3>);
