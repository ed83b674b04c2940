// expect: variable_missing: partitioned variable `net/w` does not exist; create it first
// SPDX-License-Identifier: BSD-3-Clause
// A scope that reuses asks for slices that nobody created.
#include <xscope/graph.hpp>

namespace xs = xscope;

template <std::size_t N>
constexpr auto cut = xs::partitioner<xs::fixed_size_partitioner<N>>;

#ifdef TWIN
constexpr auto program =
    xs::variable_scope<"net", xs::auto_reuse>(xs::get_variable<"w", xs::shape<4>, cut<2>>);
#else
constexpr auto program = xs::variable_scope<"net", xs::reuse>(xs::get_variable<"w", xs::shape<4>, cut<2>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
