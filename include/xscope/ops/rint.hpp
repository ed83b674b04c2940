// SPDX-License-Identifier: BSD-3-Clause
// The nearest whole number; halves go to the even one.
#pragma once

#include "../math/primitives.hpp"
#include "../math/wide.hpp"
#include "families.hpp"

namespace xscope {

namespace ops {

struct rint {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::nearbyint(math::wide(a)));
  }
  static constexpr op_info info = unary("Rint", floating_as_operand, no_gradient);
};
template <>
struct code_of<&rint::info> : rint {};

}  // namespace ops

/// The nearest whole number; halves go to the even one (tf.rint). No gradient flows back.
inline constexpr dsl::op_function<ops::rint> rint{};

}  // namespace xscope
