// expect: shape_error: MaxPool `MaxPool`: the window does not fit into images of shape (1, 8, 8, 3); padding<
// SPDX-License-Identifier: BSD-3-Clause
// Without padding a window lies inside of the image.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<1, 8, 8, 3>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g =
    xs::graph(xs::max_pool(x, xs::ksize<9>, xs::strides<1>, xs::padding<"SAME">));
#else
[[maybe_unused]] constexpr auto g =
    xs::graph(xs::max_pool(x, xs::ksize<9>, xs::strides<1>, xs::padding<"VALID">));
#endif
