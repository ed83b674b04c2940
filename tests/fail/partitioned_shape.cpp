// expect: shape_mismatch: trying to reuse partitioned variable `net/w`, but specified shape (5,) and found shape (4,); ask for the shape that it has
// SPDX-License-Identifier: BSD-3-Clause
// A partitioned variable is shared with another shape.
#include <xscope/graph.hpp>

namespace xs = xscope;

template <std::size_t N>
constexpr auto cut = xs::partitioner<xs::fixed_size_partitioner<N>>;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"net", xs::auto_reuse, cut<2>>(
    xs::get_variable<"w", xs::shape<4>>, xs::get_variable<"w", xs::shape<4>>);
#else
constexpr auto program = xs::variable_scope<"net", xs::auto_reuse, cut<2>>(
    xs::get_variable<"w", xs::shape<4>>, xs::get_variable<"w", xs::shape<5>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
