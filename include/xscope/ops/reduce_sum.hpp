// SPDX-License-Identifier: BSD-3-Clause
// Sums over axes.
#pragma once

#include "spread.hpp"

namespace xscope {

namespace ops {

struct reduce_sum {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    if (g.wants(g.arg(n, 0))) g.flow(g.arg(n, 0), spread(g, dy, n));
  }
  static constexpr inferred infer(operands in, const attributes& a) { return reduce_numbers(in, a); }
  static constexpr op_info info{.type = "Sum",
                                .name = "Sum",
                                .operands = {"input_tensor"},
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::axis, option::keepdims},
                                .takes_prologue = true};
};

}  // namespace ops

/// The sum over axes, or over all: reduce_sum(x, axis<1>, keepdims) (tf.reduce_sum).
inline constexpr dsl::op_function<ops::reduce_sum> reduce_sum{};

}  // namespace xscope
