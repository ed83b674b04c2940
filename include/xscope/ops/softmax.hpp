// SPDX-License-Identifier: BSD-3-Clause
// exp(x - max) / sum(exp(x - max)) over an axis.
#pragma once

#include "layout.hpp"
#include "multiply.hpp"
#include "reduce_sum.hpp"
#include "subtract.hpp"

namespace xscope {

namespace ops {

struct softmax {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    // dx = (dy - sum(dy * y)) * y
    attributes over;
    over.has_axis = true;
    over.axis_count = 1;
    over.axes[0] = static_cast<int>(one_axis(g.attrs(n), g.at(n).shape.rank(), -1));
    over.keepdims = true;
    const int sum = g.apply(reduce_sum::info, {g.apply(multiply::info, {dy, n})}, over);
    g.flow(g.arg(n, 0), g.apply(multiply::info, {g.apply(subtract::info, {dy, sum}), n}));
  }

  static constexpr inferred infer(operands in, const attributes& a) { return floating_along_axis(in, a); }
  static constexpr op_info info{.type = "Softmax",
                                .name = "Softmax",
                                .operands = {"logits", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::axis},
                                .takes_rows = has_narrow_rows};
};

}  // namespace ops

/// Probabilities from logits, over the last axis or another: softmax(x, axis<0>) (tf.nn.softmax).
inline constexpr dsl::op_function<ops::softmax> softmax{};

}  // namespace xscope
