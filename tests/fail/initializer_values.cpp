// expect: shape_error: `net/v`: values of shape (2,) do not fill shape (3,)
// SPDX-License-Identifier: BSD-3-Clause
// A callable initializer returns fewer values than the variable has.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto ones = [](auto, auto) { return std::array{1.0f, 1.0f}; };
#ifdef TWIN
constexpr auto program =
    xs::variable_scope<"net">(xs::get_variable<"v", xs::shape<2>, xs::initializer<ones>>);
#else
constexpr auto program =
    xs::variable_scope<"net">(xs::get_variable<"v", xs::shape<3>, xs::initializer<ones>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
