// expect: shape_required: the shape of partitioned variable `net/w` must be fully defined, also when it is reused; give `shape<...>`
// SPDX-License-Identifier: BSD-3-Clause
// A partitioned variable is shared by a request without its shape.
#include <xscope/graph.hpp>

namespace xs = xscope;

template <std::size_t N>
constexpr auto cut = xs::partitioner<xs::fixed_size_partitioner<N>>;

#ifdef TWIN
constexpr auto program =
    xs::seq(xs::variable_scope<"net">(xs::get_variable<"w", xs::shape<4>, cut<2>>),
            xs::variable_scope<"net", xs::reuse, cut<2>>(xs::get_variable<"w", xs::shape<4>>));
#else
constexpr auto program = xs::seq(xs::variable_scope<"net">(xs::get_variable<"w", xs::shape<4>, cut<2>>),
                                 xs::variable_scope<"net", xs::reuse, cut<2>>(xs::get_variable<"w">));
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
