// SPDX-License-Identifier: BSD-3-Clause
// Minima over axes.
#pragma once

#include "families.hpp"
#include "reduce_max.hpp"

namespace xscope {

namespace ops {

struct reduce_min {
  static constexpr void gradient(gradient_builder& g, int n, int dy) { extreme_gradient(g, n, dy); }
  static constexpr op_info info = reduction("Min", reduce_numbers, gradient, true);
};

}  // namespace ops

/// The least element over axes, or over all: reduce_min(x, axis<1>, keepdims) (tf.reduce_min).
inline constexpr dsl::op_function<ops::reduce_min> reduce_min{};

}  // namespace xscope
