// SPDX-License-Identifier: BSD-3-Clause
// e to the power of x.
#pragma once

#include "../math/exp.hpp"
#include "../math/wide.hpp"
#include "families.hpp"
#include "multiply.hpp"

namespace xscope {

namespace ops {

struct exp {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::exp(math::wide(a)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), g.apply(multiply::info, {dy, n}));
  }
  static constexpr op_info info = unary("Exp", floating_as_operand, gradient);
};
template <>
struct code_of<&exp::info> : exp {};

}  // namespace ops

/// e to the power of x (tf.exp).
inline constexpr dsl::op_function<ops::exp> exp{};

}  // namespace xscope
