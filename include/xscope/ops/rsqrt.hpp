// SPDX-License-Identifier: BSD-3-Clause
// One by the square root.
#pragma once

#include "../math/primitives.hpp"
#include "../math/wide.hpp"
#include "families.hpp"
#include "multiply.hpp"
#include "square.hpp"

namespace xscope {

namespace ops {

struct rsqrt {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::wide_t<A>(1) / math::sqrt(math::wide(a)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int cube = g.apply(multiply::info, {n, g.apply(square::info, {n})});
    g.flow(g.arg(n, 0), g.apply(multiply::info, {g.apply(multiply::info, {dy, g.scalar(-0.5, n)}), cube}));
  }
  static constexpr op_info info = unary("Rsqrt", floating_as_operand, gradient);
};
template <>
struct code_of<&rsqrt::info> : rsqrt {};

}  // namespace ops

/// 1 / sqrt(x) (tf.rsqrt).
inline constexpr dsl::op_function<ops::rsqrt> rsqrt{};

}  // namespace xscope
