// expect: invalid_argument: variable `net/v`: the constraint must return a tensor of; own shape and dtype; return the projected variable
// SPDX-License-Identifier: BSD-3-Clause
// A constraint that makes a scalar of a vector.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"net">(
    xs::get_variable<"v", xs::shape<2>, xs::constraint<[](auto v) { return xs::relu(v); }>>);
#else
constexpr auto program = xs::variable_scope<"net">(
    xs::get_variable<"v", xs::shape<2>, xs::constraint<[](auto v) { return xs::reduce_sum(v); }>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
