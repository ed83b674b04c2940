// expect: shape_error: Conv2D `Conv2D` lacks an attribute; give it `padding<...>`
// SPDX-License-Identifier: BSD-3-Clause
// TensorFlow has no default for the padding of a convolution.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<1, 8, 8, 3>>;
constexpr auto f = xs::placeholder<"f", xs::shape<3, 3, 3, 4>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::conv2d(x, f, xs::padding<"VALID">));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::conv2d(x, f));
#endif
