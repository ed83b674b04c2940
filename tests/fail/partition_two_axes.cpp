// expect: partition_mismatch: variable `net/w`; only slice a variable along one dimension, shape (4, 2); return 1 for all axes but one
// SPDX-License-Identifier: BSD-3-Clause
// A partitioner that cuts along two axes.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto partition = [](auto, auto) { return std::array{2, 1}; };
#else
constexpr auto partition = [](auto, auto) { return std::array{2, 2}; };
#endif
constexpr auto program =
    xs::variable_scope<"net">(xs::get_variable<"w", xs::shape<4, 2>, xs::partitioner<partition>>);
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
