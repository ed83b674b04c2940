// expect: shape_error: Conv2D `Conv2D`: ksize, strides and dilations are one number
// SPDX-License-Identifier: BSD-3-Clause
// Four strides are those of batch, rows, columns and channels.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<1, 8, 8, 3>>;
constexpr auto f = xs::placeholder<"f", xs::shape<3, 3, 3, 4>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::conv2d(x, f, xs::strides<1, 2, 2, 1>, xs::padding<"SAME">));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::conv2d(x, f, xs::strides<2, 2, 1, 1>, xs::padding<"SAME">));
#endif
