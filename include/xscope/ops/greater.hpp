// SPDX-License-Identifier: BSD-3-Clause
// Whether elements of the first are greater.
#pragma once

#include "families.hpp"

namespace xscope {

namespace ops {

struct greater {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(a > b);
  }
  static constexpr op_info info = comparison("Greater", order_operands);
};
template <>
struct code_of<&greater::info> : greater {};

}  // namespace ops

/// Whether elements of the first are greater, as bool, with broadcasting (tf.greater; a > b).
inline constexpr dsl::op_function<ops::greater> greater{};

}  // namespace xscope
