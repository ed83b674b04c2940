// expect: shape_required: the initializer passed for variable `net/v` is not valid; callable with no arguments; give `shape<...>`
// SPDX-License-Identifier: BSD-3-Clause
// A callable initializer that needs the shape, and no shape.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto ones = [](auto, auto) { return std::array{1.0f, 1.0f}; };
#ifdef TWIN
constexpr auto program =
    xs::variable_scope<"net">(xs::get_variable<"v", xs::shape<2>, xs::initializer<ones>>);
#else
constexpr auto program = xs::variable_scope<"net">(xs::get_variable<"v", xs::initializer<ones>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
