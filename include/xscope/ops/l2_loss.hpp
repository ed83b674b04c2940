// SPDX-License-Identifier: BSD-3-Clause
// Half the sum of squares.
#pragma once

#include "multiply.hpp"

namespace xscope {

namespace ops {

struct l2_loss {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), g.apply(multiply::info, {dy, g.arg(n, 0)}));
  }
  static constexpr inferred infer(operands in, const attributes&) {
    if (!in[0].dtype.is_floating()) return wrong(diag::fault::dtype_not_allowed);
    return {in[0].dtype, {}};
  }
  static constexpr op_info info{.type = "L2Loss",
                                .name = "L2Loss",
                                .operands = {"t"},
                                .infer = infer,
                                .gradient = gradient,
                                .takes_prologue = true};
};

}  // namespace ops

/// sum(x * x) / 2 over all elements (tf.nn.l2_loss).
inline constexpr dsl::op_function<ops::l2_loss> l2_loss{};

}  // namespace xscope
