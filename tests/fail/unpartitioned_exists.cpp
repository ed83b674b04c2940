// expect: partition_mismatch: a partitioner was provided, but an unpartitioned version of variable `net/w` was found; leave the partitioner out, or give another name
// SPDX-License-Identifier: BSD-3-Clause
// The plain variable is there, and slices of it are asked for.
#include <xscope/graph.hpp>

namespace xs = xscope;

template <std::size_t N>
constexpr auto cut = xs::partitioner<xs::fixed_size_partitioner<N>>;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"net", xs::auto_reuse>(xs::get_variable<"w", xs::shape<4>>,
                                                                   xs::get_variable<"w", xs::shape<4>>);
#else
constexpr auto program = xs::variable_scope<"net", xs::auto_reuse>(
    xs::get_variable<"w", xs::shape<4>>, xs::get_variable<"w", xs::shape<4>, cut<2>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
