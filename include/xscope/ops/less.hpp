// SPDX-License-Identifier: BSD-3-Clause
// Whether elements of the first are less.
#pragma once

#include "families.hpp"

namespace xscope {

namespace ops {

struct less {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(a < b);
  }
  static constexpr op_info info = comparison("Less", order_operands);
};
template <>
struct code_of<&less::info> : less {};

}  // namespace ops

/// Whether elements of the first are less, as bool, with broadcasting (tf.less; a < b).
inline constexpr dsl::op_function<ops::less> less{};

}  // namespace xscope
