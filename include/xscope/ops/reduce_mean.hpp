// SPDX-License-Identifier: BSD-3-Clause
// Means over axes.
#pragma once

#include "families.hpp"
#include "multiply.hpp"
#include "spread.hpp"

namespace xscope {

namespace ops {

struct reduce_mean {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    if (!g.wants(x)) return;
    const std::size_t all = g.at(x).shape.elements();
    const double share =
        all == 0 ? 0 : static_cast<double>(g.at(n).shape.elements()) / static_cast<double>(all);
    g.flow(x, spread(g, g.apply(multiply::info, {dy, g.scalar(share, x)}), n));
  }
  static constexpr op_info info = reduction("Mean", reduce_numbers, gradient, true);
};

}  // namespace ops

/// The mean over axes, or over all: reduce_mean(x, axis<1>, keepdims) (tf.reduce_mean).
inline constexpr dsl::op_function<ops::reduce_mean> reduce_mean{};

}  // namespace xscope
