// expect: shape_error: a layer in `net` does not return a statement; return an operation, a scope around statements, or a handle
// SPDX-License-Identifier: BSD-3-Clause
// A layer returns a number instead of what computes one.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto count = [](auto x) { return xs::value<x.shape()[0]>; };
#else
constexpr auto count = [](auto x) { return x.shape()[0]; };
#endif
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<3>> | xs::variable_scope<"net">(count));
static_assert(g.result().shape() == xs::shape<>);
