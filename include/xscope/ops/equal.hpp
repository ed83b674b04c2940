// SPDX-License-Identifier: BSD-3-Clause
// Whether elements are equal.
#pragma once

#include "families.hpp"

namespace xscope {

namespace ops {

struct equal {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(a == b);
  }
  static constexpr op_info info = spelled(comparison("Equal", compare_operands), spell_equality);
};
template <>
struct code_of<&equal::info> : equal {};

}  // namespace ops

/// Whether elements are equal, as bool, with broadcasting (tf.equal).
inline constexpr dsl::op_function<ops::equal> equal{};

}  // namespace xscope
