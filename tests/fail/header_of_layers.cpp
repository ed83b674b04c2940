// expect: invalid_argument: a layer in `net` is in <xscope/layers.hpp>: include it
// SPDX-License-Identifier: BSD-3-Clause
// A layer without its header.
#include <xscope/graph.hpp>
#ifdef TWIN
#include <xscope/layers.hpp>
#endif

namespace xs = xscope;

constexpr auto net = [](auto x) { return x | xs::layers::dense<4>; };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<1, 2>> | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
