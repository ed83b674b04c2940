// SPDX-License-Identifier: BSD-3-Clause
// x - max - log(sum(exp(x - max))) over an axis.
#pragma once

#include "exp.hpp"
#include "layout.hpp"
#include "multiply.hpp"
#include "reduce_sum.hpp"
#include "subtract.hpp"

namespace xscope {

namespace ops {

struct log_softmax {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    // dx = dy - exp(y) * sum(dy)
    attributes over;
    over.has_axis = true;
    over.axis_count = 1;
    over.axes[0] = static_cast<int>(one_axis(g.attrs(n), g.at(n).shape.rank(), -1));
    over.keepdims = true;
    const int sum = g.apply(reduce_sum::info, {dy}, over);
    const int p = g.apply(exp::info, {n});
    g.flow(g.arg(n, 0), g.apply(subtract::info, {dy, g.apply(multiply::info, {p, sum})}));
  }

  static constexpr inferred infer(operands in, const attributes& a) { return floating_along_axis(in, a); }
  static constexpr op_info info{.type = "LogSoftmax",
                                .name = "LogSoftmax",
                                .operands = {"logits", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::axis},
                                .takes_rows = has_narrow_rows};
};

}  // namespace ops

/// The logarithm of softmax without its overflow, over the last axis or another: log_softmax(x, axis<0>)
/// (tf.nn.log_softmax).
inline constexpr dsl::op_function<ops::log_softmax> log_softmax{};

}  // namespace xscope
