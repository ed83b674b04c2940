// expect: shape_error: Conv2D `Conv2D`: shapes (1, 8, 8, 3) and (3, 3, 4, 3) do not fit; the last dimension of the images
// SPDX-License-Identifier: BSD-3-Clause
// A filter has the channels of the images third and its results last.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<1, 8, 8, 3>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g =
    xs::graph(xs::conv2d(x, xs::placeholder<"f", xs::shape<3, 3, 3, 4>>, xs::padding<"SAME">));
#else
[[maybe_unused]] constexpr auto g =
    xs::graph(xs::conv2d(x, xs::placeholder<"f", xs::shape<3, 3, 4, 3>>, xs::padding<"SAME">));
#endif
