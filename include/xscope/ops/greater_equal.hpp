// SPDX-License-Identifier: BSD-3-Clause
// Whether elements of the first are greater or equal.
#pragma once

#include "families.hpp"

namespace xscope {

namespace ops {

struct greater_equal {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(a >= b);
  }
  static constexpr op_info info = comparison("GreaterEqual", order_operands);
};
template <>
struct code_of<&greater_equal::info> : greater_equal {};

}  // namespace ops

/// Whether elements of the first are greater or equal, as bool, with broadcasting (tf.greater_equal; a >= b).
inline constexpr dsl::op_function<ops::greater_equal> greater_equal{};

}  // namespace xscope
