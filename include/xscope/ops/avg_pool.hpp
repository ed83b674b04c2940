// SPDX-License-Identifier: BSD-3-Clause
// The mean of the elements under each window, for every channel. Padding does not count.
#pragma once

#include "windows.hpp"

namespace xscope {

namespace ops {

/// Each element's share of the gradients. Attributes: the images' shape stands in shape.
struct avg_pool_grad {
  static constexpr inferred infer(operands in, const attributes& a) { return {in[0].dtype, a.shape}; }
  static void spell(speller& s) {
    s.takes("orig_input_shape", integers{s.shape});
    s.last_goes_before(0);
    spell_pool(s);
  }
  static constexpr op_info info{.type = "AvgPoolGrad",
                                .name = "AvgPoolGrad",
                                .operands = {"grad", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .spell = spell};
};

struct avg_pool {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    if (!g.wants(x)) return;
    attributes whole = g.attrs(n);
    whole.has_shape = true;
    whole.shape = g.at(x).shape;
    g.flow(x, g.apply(avg_pool_grad::info, {dy}, whole));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (!in[0].dtype.is_floating()) return wrong(diag::fault::dtype_not_allowed);
    return pooled(in, a);
  }
  static constexpr op_info info{.type = "AvgPool",
                                .name = "AvgPool",
                                .operands = {"value", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .needs = {option::ksize, option::padding},
                                .takes = {option::strides},
                                .spell = spell_pool};
};

}  // namespace ops

/// The means under windows of images [batch, rows, columns, channels], padding not counted:
/// avg_pool(x, ksize<2, 2>, strides<2, 2>, padding<"VALID">) (tf.nn.avg_pool).
inline constexpr dsl::op_function<ops::avg_pool> avg_pool{};

}  // namespace xscope
