// SPDX-License-Identifier: BSD-3-Clause
// The least whole number that is not below x.
#pragma once

#include "../math/primitives.hpp"
#include "../math/wide.hpp"
#include "families.hpp"

namespace xscope {

namespace ops {

struct ceil {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::ceil(math::wide(a)));
  }
  static constexpr op_info info = unary("Ceil", floating_as_operand, no_gradient);
};
template <>
struct code_of<&ceil::info> : ceil {};

}  // namespace ops

/// The least whole number that is not below x (tf.ceil). No gradient flows back.
inline constexpr dsl::op_function<ops::ceil> ceil{};

}  // namespace xscope
