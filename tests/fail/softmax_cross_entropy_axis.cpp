// expect: shape_error: LogSoftmax `softmax_cross_entropy_with_logits_sg/LogSoftmax`: an axis is out of range for shape (4, 3)
// SPDX-License-Identifier: BSD-3-Clause
// The classes stand along an axis of the logits.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<4, 3>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g =
    xs::graph(xs::let(x, [](auto v) { return xs::softmax_cross_entropy_with_logits(v, v, xs::axis<1>); }));
#else
[[maybe_unused]] constexpr auto g =
    xs::graph(xs::let(x, [](auto v) { return xs::softmax_cross_entropy_with_logits(v, v, xs::axis<2>); }));
#endif
