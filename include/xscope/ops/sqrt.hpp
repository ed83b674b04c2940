// SPDX-License-Identifier: BSD-3-Clause
// The square root.
#pragma once

#include "../math/primitives.hpp"
#include "../math/wide.hpp"
#include "divide.hpp"
#include "families.hpp"

namespace xscope {

namespace ops {

struct sqrt {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::sqrt(math::wide(a)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), g.apply(divide::info, {g.apply(multiply::info, {dy, g.scalar(0.5, n)}), n}));
  }
  static constexpr op_info info = unary("Sqrt", floating_as_operand, gradient);
};
template <>
struct code_of<&sqrt::info> : sqrt {};

}  // namespace ops

/// The square root (tf.sqrt).
inline constexpr dsl::op_function<ops::sqrt> sqrt{};

}  // namespace xscope
