// SPDX-License-Identifier: BSD-3-Clause
// The greatest whole number that is not above x.
#pragma once

#include "../math/primitives.hpp"
#include "../math/wide.hpp"
#include "families.hpp"

namespace xscope {

namespace ops {

struct floor {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::floor(math::wide(a)));
  }
  static constexpr op_info info = unary("Floor", floating_as_operand, no_gradient);
};
template <>
struct code_of<&floor::info> : floor {};

}  // namespace ops

/// The greatest whole number that is not above x (tf.floor). No gradient flows back.
inline constexpr dsl::op_function<ops::floor> floor{};

}  // namespace xscope
