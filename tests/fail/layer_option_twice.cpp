// expect: invalid_argument: dense `dense` is given `activation` twice; keep one of them
// SPDX-License-Identifier: BSD-3-Clause
// A keyword of a layer that is given twice.
#include <xscope/layers.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;

#ifdef TWIN
constexpr auto y = x | xs::layers::dense<8, xs::activation<xs::relu>>;
#else
constexpr auto y = x | xs::layers::dense<8, xs::activation<xs::relu>, xs::activation<xs::tanh>>;
#endif
static_assert(xs::graph(y).variables().size() == 2);
