// SPDX-License-Identifier: BSD-3-Clause
// log(1 + x), exact near zero.
#pragma once

#include "../math/log.hpp"
#include "../math/wide.hpp"
#include "add.hpp"
#include "divide.hpp"
#include "families.hpp"

namespace xscope {

namespace ops {

struct log1p {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::log1p(math::wide(a)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    g.flow(x, g.apply(divide::info, {dy, g.apply(add::info, {g.scalar(1.0, x), x})}));
  }
  static constexpr op_info info = unary("Log1p", floating_as_operand, gradient);
};
template <>
struct code_of<&log1p::info> : log1p {};

}  // namespace ops

/// log(1 + x), exact near zero (tf.log1p).
inline constexpr dsl::op_function<ops::log1p> log1p{};

}  // namespace xscope
