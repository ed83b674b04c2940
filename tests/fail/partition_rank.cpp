// expect: partition_mismatch: variable `net/w`; a partition list that does not match; rank, shape (4, 2); return one number for each axis
// SPDX-License-Identifier: BSD-3-Clause
// A partitioner that returns one number for two axes.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto partition = [](auto, auto) { return std::array{2, 1}; };
#else
constexpr auto partition = [](auto, auto) { return std::array{2}; };
#endif
constexpr auto program =
    xs::variable_scope<"net">(xs::get_variable<"w", xs::shape<4, 2>, xs::partitioner<partition>>);
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
