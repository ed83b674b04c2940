// expect: shape_error: `net/v` would have the shape (4294967296, 4294967296), which is more than an address space holds
// SPDX-License-Identifier: BSD-3-Clause
// Its number of elements is 0 as a number of 64 bits.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto v = xs::get_variable<"v", xs::shape<4294967296>>;
#else
constexpr auto v = xs::get_variable<"v", xs::shape<4294967296, 4294967296>>;
#endif
[[maybe_unused]] constexpr auto g = xs::graph(xs::variable_scope<"net">(v));
