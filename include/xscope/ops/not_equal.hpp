// SPDX-License-Identifier: BSD-3-Clause
// Whether elements are not equal.
#pragma once

#include "families.hpp"

namespace xscope {

namespace ops {

struct not_equal {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(!(a == b));
  }
  static constexpr op_info info = spelled(comparison("NotEqual", compare_operands), spell_equality);
};
template <>
struct code_of<&not_equal::info> : not_equal {};

}  // namespace ops

/// Whether elements are not equal, as bool, with broadcasting (tf.not_equal).
inline constexpr dsl::op_function<ops::not_equal> not_equal{};

}  // namespace xscope
