// expect: invalid_argument: variable `net/v`: the constraint must return a tensor of; same shape and dtype as the variable; return the projected variable
// SPDX-License-Identifier: BSD-3-Clause
// A constraint that asks for something to be fed: it is a function of the variable alone.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"net">(
    xs::get_variable<"v", xs::shape<2>, xs::constraint<[](auto v) { return xs::add_n(v, v, v); }>>);
#else
constexpr auto program = xs::variable_scope<"net">(
    xs::get_variable<"v", xs::shape<2>,
                     xs::constraint<[](auto v) { return v * xs::placeholder<"x", xs::shape<2>>; }>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
