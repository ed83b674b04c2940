// SPDX-License-Identifier: BSD-3-Clause
// The error function.
#pragma once

#include "../math/erf.hpp"
#include "../math/wide.hpp"
#include "exp.hpp"
#include "families.hpp"
#include "multiply.hpp"
#include "negative.hpp"
#include "square.hpp"

namespace xscope {

namespace ops {

struct erf {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::erf(math::wide(a)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    // 2 / sqrt(pi) * exp(-x * x)
    const int x = g.arg(n, 0);
    const int bell = g.apply(exp::info, {g.apply(negative::info, {g.apply(square::info, {x})})});
    g.flow(x, g.apply(multiply::info,
                      {dy, g.apply(multiply::info, {bell, g.scalar(1.1283791670955125739, x)})}));
  }
  static constexpr op_info info = unary("Erf", floating_as_operand, gradient);
};
template <>
struct code_of<&erf::info> : erf {};

}  // namespace ops

/// The error function (tf.erf).
inline constexpr dsl::op_function<ops::erf> erf{};

}  // namespace xscope
