// SPDX-License-Identifier: BSD-3-Clause
// exp(x) - 1, exact near zero.
#pragma once

#include "../math/exp.hpp"
#include "../math/wide.hpp"
#include "add.hpp"
#include "families.hpp"
#include "multiply.hpp"

namespace xscope {

namespace ops {

struct expm1 {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::expm1(math::wide(a)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), g.apply(multiply::info, {dy, g.apply(add::info, {n, g.scalar(1.0, n)})}));
  }
  static constexpr op_info info = unary("Expm1", floating_as_operand, gradient);
};
template <>
struct code_of<&expm1::info> : expm1 {};

}  // namespace ops

/// exp(x) - 1, exact near zero (tf.expm1).
inline constexpr dsl::op_function<ops::expm1> expm1{};

}  // namespace xscope
