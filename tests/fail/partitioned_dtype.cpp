// expect: dtype_mismatch: trying to reuse partitioned variable `net/w`, but specified dtype int32 and found dtype float32; ask for it with the dtype that it has
// SPDX-License-Identifier: BSD-3-Clause
// A partitioned variable is shared with another dtype.
#include <xscope/graph.hpp>

namespace xs = xscope;

template <std::size_t N>
constexpr auto cut = xs::partitioner<xs::fixed_size_partitioner<N>>;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"net", xs::auto_reuse, cut<2>>(
    xs::get_variable<"w", xs::shape<4>>, xs::get_variable<"w", xs::shape<4>>);
#else
constexpr auto program = xs::variable_scope<"net", xs::auto_reuse, cut<2>>(
    xs::get_variable<"w", xs::shape<4>>, xs::get_variable<"w", xs::shape<4>, xs::dtype<int>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
