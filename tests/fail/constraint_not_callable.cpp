// expect: invalid_argument: variable `net/v`: the constraint must be a callable; give a captureless lambda
// SPDX-License-Identifier: BSD-3-Clause
// A number in the place of a constraint.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"net">(
    xs::get_variable<"v", xs::shape<2>, xs::constraint<[](auto v) { return xs::relu(v); }>>);
#else
constexpr auto program = xs::variable_scope<"net">(xs::get_variable<"v", xs::shape<2>, xs::constraint<3>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
