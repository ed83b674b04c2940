// SPDX-License-Identifier: BSD-3-Clause
// Minima over axes.
#pragma once

#include "reduce_max.hpp"

namespace xscope {

namespace ops {

struct reduce_min {
  static constexpr void gradient(gradient_builder& g, int n, int dy) { extreme_gradient(g, n, dy); }
  static constexpr inferred infer(operands in, const attributes& a) { return reduce_numbers(in, a); }
  static constexpr op_info info{.type = "Min",
                                .name = "Min",
                                .operands = {"input_tensor"},
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::axis, option::keepdims},
                                .takes_prologue = true};
};

}  // namespace ops

/// The least element over axes, or over all: reduce_min(x, axis<1>, keepdims) (tf.reduce_min).
inline constexpr dsl::op_function<ops::reduce_min> reduce_min{};

}  // namespace xscope
