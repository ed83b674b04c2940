// SPDX-License-Identifier: BSD-3-Clause
// 1 / (1 + exp(-x)).
#pragma once

#include "../math/sigmoid.hpp"
#include "../math/wide.hpp"
#include "families.hpp"
#include "multiply.hpp"
#include "subtract.hpp"

namespace xscope {

namespace ops {

struct sigmoid {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::sigmoid(math::wide(a)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int slope = g.apply(multiply::info, {n, g.apply(subtract::info, {g.scalar(1.0, n), n})});
    g.flow(g.arg(n, 0), g.apply(multiply::info, {dy, slope}));
  }
  static constexpr op_info info = unary("Sigmoid", floating_as_operand, gradient);
};
template <>
struct code_of<&sigmoid::info> : sigmoid {};

}  // namespace ops

/// 1 / (1 + exp(-x)) (tf.sigmoid).
inline constexpr dsl::op_function<ops::sigmoid> sigmoid{};

}  // namespace xscope
