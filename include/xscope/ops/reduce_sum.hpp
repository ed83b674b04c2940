// SPDX-License-Identifier: BSD-3-Clause
// Sums over axes.
#pragma once

#include "families.hpp"
#include "spread.hpp"

namespace xscope {

namespace ops {

struct reduce_sum {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    if (g.wants(g.arg(n, 0))) g.flow(g.arg(n, 0), spread(g, dy, n));
  }
  static constexpr op_info info = reduction("Sum", reduce_numbers, gradient, true);
};

}  // namespace ops

/// The sum over axes, or over all: reduce_sum(x, axis<1>, keepdims) (tf.reduce_sum).
inline constexpr dsl::op_function<ops::reduce_sum> reduce_sum{};

}  // namespace xscope
