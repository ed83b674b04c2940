// expect: invalid_argument: invalid variable synchronization mode for variable `net/v`; give one of VariableSynchronization
// SPDX-License-Identifier: BSD-3-Clause
// A text in the place of an enumerator.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto mode = xs::VariableSynchronization::ON_READ;
#else
constexpr auto mode = xs::text<"ON_READ">;
#endif
constexpr auto g =
    xs::graph(xs::variable_scope<"net">(xs::get_variable<"v", xs::shape<2>, xs::synchronization<mode>>));
static_assert(g.variables().size() == 1);
