// SPDX-License-Identifier: BSD-3-Clause
// Whether elements of the first are greater or equal.
#pragma once

#include "rules.hpp"

namespace xscope {

namespace ops {

struct greater_equal {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(a >= b);
  }
  static constexpr inferred infer(operands in, const attributes& a) { return order_operands(in, a); }
  static constexpr op_info info{"GreaterEqual",    "GreaterEqual", {"x", "y"},
                                form::elementwise, infer,          no_gradient};
};
template <>
struct code_of<&greater_equal::info> : greater_equal {};

}  // namespace ops

/// Whether elements of the first are greater or equal, as bool, with broadcasting (tf.greater_equal; a >= b).
inline constexpr dsl::op_function<ops::greater_equal> greater_equal{};

}  // namespace xscope
