// expect: partition_mismatch: `net/w`; different partitioning
// SPDX-License-Identifier: BSD-3-Clause
// One slice was created by itself, and there would be two.
#include <xscope/graph.hpp>

namespace xs = xscope;

template <std::size_t N>
constexpr auto cut = xs::partitioner<xs::fixed_size_partitioner<N>>;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"net", xs::auto_reuse>(
    xs::get_variable<"w/part_0", xs::shape<2>>, xs::get_variable<"w/part_1", xs::shape<2>>,
    xs::get_variable<"w", xs::shape<4>, cut<2>>);
#else
constexpr auto program = xs::variable_scope<"net", xs::auto_reuse>(
    xs::get_variable<"w/part_0", xs::shape<2>>, xs::get_variable<"w", xs::shape<4>, cut<2>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
