// expect: shape_error: AvgPool `AvgPool`: shape (8, 8, 3) has the wrong rank
// SPDX-License-Identifier: BSD-3-Clause
// A single image is a batch of one.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<8, 8, 3>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(
    xs::avg_pool(xs::reshape(x, xs::shape<1, 8, 8, 3>), xs::ksize<2>, xs::strides<2>, xs::padding<"SAME">));
#else
[[maybe_unused]] constexpr auto g =
    xs::graph(xs::avg_pool(x, xs::ksize<2>, xs::strides<2>, xs::padding<"SAME">));
#endif
