// SPDX-License-Identifier: BSD-3-Clause
// The greatest element under each window, for every channel.
#pragma once

#include "windows.hpp"

namespace xscope {

namespace ops {

/// The gradient goes to the first of the greatest elements. Operands: the images, the result, its gradient.
struct max_pool_grad {
  static constexpr inferred infer(operands in, const attributes&) { return {in[0].dtype, in[0].shape}; }
  static constexpr op_info info{.type = "MaxPoolGrad",
                                .name = "MaxPoolGrad",
                                .operands = {"orig_input", "orig_output", "grad"},
                                .how = form::kernel,
                                .infer = infer,
                                .spell = spell_pool};
};

struct max_pool {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    if (g.wants(x)) g.flow(x, g.apply(max_pool_grad::info, {x, n, dy}, g.attrs(n)));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (in[0].dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed);
    return pooled(in, a);
  }
  static constexpr op_info info{.type = "MaxPool",
                                .name = "MaxPool",
                                .operands = {"input", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .needs = {option::ksize, option::padding},
                                .takes = {option::strides},
                                .spell = spell_pool};
};

}  // namespace ops

/// The greatest elements under windows of images [batch, rows, columns, channels]:
/// max_pool(x, ksize<2, 2>, strides<2, 2>, padding<"VALID">) (tf.nn.max_pool).
inline constexpr dsl::op_function<ops::max_pool> max_pool{};

}  // namespace xscope
