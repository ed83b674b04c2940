// expect: invalid_argument: variable `net/w`: the partitioner must be callable; give a captureless lambda
// SPDX-License-Identifier: BSD-3-Clause
// A number of parts in the place of a partitioner.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto partition = xs::fixed_size_partitioner<2>;
#else
constexpr auto partition = 2;
#endif
constexpr auto program =
    xs::variable_scope<"net">(xs::get_variable<"w", xs::shape<4, 2>, xs::partitioner<partition>>);
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
