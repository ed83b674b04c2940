// expect: invalid_argument: a layer in `net` is not told how large it is; give it its units
// SPDX-License-Identifier: BSD-3-Clause
// How many units?
#include <xscope/layers.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;

#ifdef TWIN
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(xs::layers::dense<8, xs::activation<xs::relu>>));
#else
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(xs::layers::dense<xs::activation<xs::relu>>));
#endif
static_assert(g.variables().size() == 2);
