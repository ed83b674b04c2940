// SPDX-License-Identifier: BSD-3-Clause
// Whether elements of the first are less or equal.
#pragma once

#include "families.hpp"

namespace xscope {

namespace ops {

struct less_equal {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(a <= b);
  }
  static constexpr op_info info = comparison("LessEqual", order_operands);
};
template <>
struct code_of<&less_equal::info> : less_equal {};

}  // namespace ops

/// Whether elements of the first are less or equal, as bool, with broadcasting (tf.less_equal; a <= b).
inline constexpr dsl::op_function<ops::less_equal> less_equal{};

}  // namespace xscope
