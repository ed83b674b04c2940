// SPDX-License-Identifier: BSD-3-Clause
// The hyperbolic tangent.
#pragma once

#include "../math/tanh.hpp"
#include "../math/wide.hpp"
#include "families.hpp"
#include "multiply.hpp"
#include "subtract.hpp"

namespace xscope {

namespace ops {

struct tanh {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::tanh(math::wide(a)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int slope = g.apply(subtract::info, {g.scalar(1.0, n), g.apply(multiply::info, {n, n})});
    g.flow(g.arg(n, 0), g.apply(multiply::info, {dy, slope}));
  }
  static constexpr op_info info = unary("Tanh", floating_as_operand, gradient);
};
template <>
struct code_of<&tanh::info> : tanh {};

}  // namespace ops

/// The hyperbolic tangent (tf.tanh).
inline constexpr dsl::op_function<ops::tanh> tanh{};

}  // namespace xscope
