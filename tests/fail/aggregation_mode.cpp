// expect: invalid_argument: invalid variable aggregation mode for variable `net/v`; give one of VariableAggregation
// SPDX-License-Identifier: BSD-3-Clause
// A text in the place of an enumerator.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto mode = xs::VariableAggregation::MEAN;
#else
constexpr auto mode = xs::text<"MEDIAN">;
#endif
constexpr auto g =
    xs::graph(xs::variable_scope<"net">(xs::get_variable<"v", xs::shape<2>, xs::aggregation<mode>>));
static_assert(g.variables().size() == 1);
