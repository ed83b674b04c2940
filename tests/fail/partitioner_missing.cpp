// expect: partition_mismatch: no partitioner was provided, but a partitioned version of variable `net/w` was found: `net/w/part_0`; give the partitioner, or another name
// SPDX-License-Identifier: BSD-3-Clause
// The slices are there, and the whole is asked for without a partitioner.
#include <xscope/graph.hpp>

namespace xs = xscope;

template <std::size_t N>
constexpr auto cut = xs::partitioner<xs::fixed_size_partitioner<N>>;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"net", xs::auto_reuse>(
    xs::get_variable<"w", xs::shape<4>, cut<2>>, xs::get_variable<"w", xs::shape<4>, cut<2>>);
#else
constexpr auto program = xs::variable_scope<"net", xs::auto_reuse>(
    xs::get_variable<"w", xs::shape<4>, cut<2>>, xs::get_variable<"w", xs::shape<4>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
