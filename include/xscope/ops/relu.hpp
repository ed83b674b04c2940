// SPDX-License-Identifier: BSD-3-Clause
// max(x, 0): Nair and Hinton 2010.
#pragma once

#include "../math/primitives.hpp"
#include "add.hpp"
#include "families.hpp"
#include "relu_grad.hpp"

namespace xscope {

namespace ops {

struct relu {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::max(A(0), a));  // NaN stays NaN
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), g.apply(relu_grad::info, {dy, n}));
  }
  static constexpr bool fold(data_type from, data_type to, const dsl::number* n, dsl::number& result) {
    return folded<relu>(from, to, n, result);
  }
  static constexpr op_info info = unary("Relu", number_as_operand, gradient, fold, "features");
};
template <>
struct code_of<&relu::info> : relu {};

}  // namespace ops

/// max(x, 0) (tf.nn.relu).
inline constexpr dsl::op_function<ops::relu> relu{};

}  // namespace xscope
