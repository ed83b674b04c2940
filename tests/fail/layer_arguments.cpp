// expect: shape_error: a layer in `net` cannot be called with what it is given
// SPDX-License-Identifier: BSD-3-Clause
// A layer of two arguments is given one.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto difference = [](auto a) { return a - a; };
#else
constexpr auto difference = [](auto a, auto b) { return a - b; };
#endif
constexpr auto g = xs::graph(xs::name_scope<"net">(xs::let(xs::placeholder<"x", xs::shape<3>>, difference)));
static_assert(g.result().shape() == xs::shape<3>);
