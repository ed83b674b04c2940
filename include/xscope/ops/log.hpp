// SPDX-License-Identifier: BSD-3-Clause
// The natural logarithm.
#pragma once

#include "../math/log.hpp"
#include "../math/wide.hpp"
#include "divide.hpp"
#include "families.hpp"

namespace xscope {

namespace ops {

struct log {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::log(math::wide(a)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), g.apply(divide::info, {dy, g.arg(n, 0)}));
  }
  static constexpr op_info info = unary("Log", floating_as_operand, gradient);
};
template <>
struct code_of<&log::info> : log {};

}  // namespace ops

/// The natural logarithm (tf.log).
inline constexpr dsl::op_function<ops::log> log{};

}  // namespace xscope
