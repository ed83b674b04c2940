// SPDX-License-Identifier: BSD-3-Clause
// Whether elements of the first are greater.
#pragma once

#include "rules.hpp"

namespace xscope {

namespace ops {

struct greater {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(a > b);
  }
  static constexpr inferred infer(operands in, const attributes& a) { return order_operands(in, a); }
  static constexpr op_info info{"Greater", "Greater", {"x", "y"}, form::elementwise, infer, no_gradient};
};
template <>
struct code_of<&greater::info> : greater {};

}  // namespace ops

/// Whether elements of the first are greater, as bool, with broadcasting (tf.greater; a > b).
inline constexpr dsl::op_function<ops::greater> greater{};

}  // namespace xscope
