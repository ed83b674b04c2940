// SPDX-License-Identifier: BSD-3-Clause
// -1, 0 or 1.
#pragma once

#include <type_traits>

#include "../math/primitives.hpp"
#include "families.hpp"

namespace xscope {

namespace ops {

struct sign {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    if constexpr (std::is_integral_v<A>) return a < A(0) ? static_cast<Out>(-1) : static_cast<Out>(a > A(0));
    else return math::select(a > A(0), Out(1), math::select(a < A(0), Out(-1), static_cast<Out>(a)));
  }
  static constexpr op_info info = unary("Sign", number_as_operand, no_gradient);
};
template <>
struct code_of<&sign::info> : sign {};

}  // namespace ops

/// -1, 0 or 1 as x is below, at or above zero; NaN stays (tf.sign). No gradient flows back.
inline constexpr dsl::op_function<ops::sign> sign{};

}  // namespace xscope
