// expect: partition_mismatch: variable `net/w`; more slices than there are rows, expected 0 <= offset < shape for shape (4, 2); return at most the size of the axis
// SPDX-License-Identifier: BSD-3-Clause
// A partitioner that cuts four rows into five slices.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto partition = [](auto, auto) { return std::array{4, 1}; };
#else
constexpr auto partition = [](auto, auto) { return std::array{5, 1}; };
#endif
constexpr auto program =
    xs::variable_scope<"net">(xs::get_variable<"w", xs::shape<4, 2>, xs::partitioner<partition>>);
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
