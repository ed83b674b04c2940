// SPDX-License-Identifier: BSD-3-Clause
// log(exp(x) + 1).
#pragma once

#include "../math/softplus.hpp"
#include "../math/wide.hpp"
#include "families.hpp"
#include "multiply.hpp"
#include "sigmoid.hpp"

namespace xscope {

namespace ops {

struct softplus {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::softplus(math::wide(a)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), g.apply(multiply::info, {dy, g.apply(sigmoid::info, {g.arg(n, 0)})}));
  }
  static constexpr op_info info = unary("Softplus", floating_as_operand, gradient, {}, "features");
};
template <>
struct code_of<&softplus::info> : softplus {};

}  // namespace ops

/// log(exp(x) + 1), without its overflow (tf.nn.softplus).
inline constexpr dsl::op_function<ops::softplus> softplus{};

}  // namespace xscope
