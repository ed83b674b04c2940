// expect: partition_mismatch: partitioned variable `net/w` must have rank at least 1; leave the partitioner out
// SPDX-License-Identifier: BSD-3-Clause
// A scalar that comes from a value is not spared by the partitioner.
#include <xscope/graph.hpp>

namespace xs = xscope;

template <std::size_t N>
constexpr auto cut = xs::partitioner<xs::fixed_size_partitioner<N>>;

#ifdef TWIN
constexpr auto program =
    xs::variable_scope<"net", cut<2>>(xs::get_variable<"w", xs::initializer<xs::values<1.0f, 2.0f>>>);
#else
constexpr auto program =
    xs::variable_scope<"net", cut<2>>(xs::get_variable<"w", xs::initializer<xs::value<1.0f>>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
