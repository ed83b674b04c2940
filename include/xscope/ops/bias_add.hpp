// SPDX-License-Identifier: BSD-3-Clause
// A vector added along the last axis.
#pragma once

#include "add.hpp"
#include "spelling.hpp"

namespace xscope {

namespace ops {

struct bias_add {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return add::forward<Out>(a, b);
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) { add::gradient(g, n, dy); }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (in[0].shape.rank() < 2) return wrong(diag::fault::rank_not_allowed);
    if (in[1].shape.rank() != 1) return wrong(diag::fault::rank_not_allowed, 1);
    if (in[0].shape.back() != in[1].shape[0]) return wrong(diag::fault::operands_do_not_broadcast);
    return broadcast_numbers(in, a);
  }
  static void spell(speller& s) { s.text("data_format", "NHWC"); }
  static constexpr op_info info{.type = "BiasAdd",
                                .name = "BiasAdd",
                                .operands = {"value", "bias"},
                                .how = form::elementwise,
                                .infer = infer,
                                .gradient = gradient,
                                .is_sum = true,
                                .spell = spell};
};
template <>
struct code_of<&bias_add::info> : bias_add {};

}  // namespace ops

/// value + bias along the last axis, as long as the bias is: bias_add(value, bias) (tf.nn.bias_add).
inline constexpr dsl::op_function<ops::bias_add> bias_add{};

}  // namespace xscope
