// expect: variable_exists: partitioned variable `net/w` already exists; give each layer a scope of its own; to share it on purpose, use `reuse` or `auto_reuse`
// SPDX-License-Identifier: BSD-3-Clause
// A partitioned variable is created twice.
#include <xscope/graph.hpp>

namespace xs = xscope;

template <std::size_t N>
constexpr auto cut = xs::partitioner<xs::fixed_size_partitioner<N>>;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"net", xs::auto_reuse>(
    xs::get_variable<"w", xs::shape<4>, cut<2>>, xs::get_variable<"w", xs::shape<4>, cut<2>>);
#else
constexpr auto program = xs::variable_scope<"net">(xs::get_variable<"w", xs::shape<4>, cut<2>>,
                                                   xs::get_variable<"w", xs::shape<4>, cut<2>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
