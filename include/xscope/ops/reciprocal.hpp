// SPDX-License-Identifier: BSD-3-Clause
// One by x.
#pragma once

#include "families.hpp"
#include "multiply.hpp"
#include "negative.hpp"
#include "square.hpp"

namespace xscope {

namespace ops {

struct reciprocal {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(A(1) / a);
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), g.apply(negative::info, {g.apply(multiply::info, {dy, g.apply(square::info, {n})})}));
  }
  static constexpr op_info info = unary("Reciprocal", floating_as_operand, gradient);
};
template <>
struct code_of<&reciprocal::info> : reciprocal {};

}  // namespace ops

/// 1 / x (tf.reciprocal).
inline constexpr dsl::op_function<ops::reciprocal> reciprocal{};

}  // namespace xscope
