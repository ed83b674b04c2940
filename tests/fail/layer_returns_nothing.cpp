// expect: shape_error: a layer in `net` does not return a statement; return an operation, a scope around statements, or a handle
// SPDX-License-Identifier: BSD-3-Clause
// A layer without return.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) { return x | xs::relu | [=](auto y) { return xs::relu(y); }; };
#else
constexpr auto net = [](auto x) { return x | xs::relu | [=](auto y) { xs::relu(y); }; };
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
