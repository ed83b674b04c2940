// expect: partition_mismatch: variable `net/w`; zero partitions; shape (4, 2); return 1 where it is not split
// SPDX-License-Identifier: BSD-3-Clause
// A partitioner that leaves an axis no part.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto partition = [](auto, auto) { return std::array{2, 1}; };
#else
constexpr auto partition = [](auto, auto) { return std::array{2, 0}; };
#endif
constexpr auto program =
    xs::variable_scope<"net">(xs::get_variable<"w", xs::shape<4, 2>, xs::partitioner<partition>>);
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
