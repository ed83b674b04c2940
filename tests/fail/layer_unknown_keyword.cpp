// expect: invalid_argument: dense `dense` does not take `kernel_size`; it takes `units`, `activation`
// SPDX-License-Identifier: BSD-3-Clause
// A densely connected layer has no kernel size.
#include <xscope/layers.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;

#ifdef TWIN
constexpr auto g = xs::graph(x | xs::layers::dense<8>);
#else
constexpr auto g = xs::graph(x | xs::layers::dense<8, xs::kernel_size<3>>);
#endif
static_assert(g.variables().size() == 2);
