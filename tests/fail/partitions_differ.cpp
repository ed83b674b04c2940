// expect: partition_mismatch: trying to reuse partitioned variable `net/w`, but specified partitions [4] and found partitions [2]; give the partitioner that it was created with
// SPDX-License-Identifier: BSD-3-Clause
// A partitioned variable is shared with another partitioner.
#include <xscope/graph.hpp>

namespace xs = xscope;

template <std::size_t N>
constexpr auto cut = xs::partitioner<xs::fixed_size_partitioner<N>>;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"net", xs::auto_reuse>(
    xs::get_variable<"w", xs::shape<4>, cut<2>>, xs::get_variable<"w", xs::shape<4>, cut<2>>);
#else
constexpr auto program = xs::variable_scope<"net", xs::auto_reuse>(
    xs::get_variable<"w", xs::shape<4>, cut<2>>, xs::get_variable<"w", xs::shape<4>, cut<4>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
