// SPDX-License-Identifier: BSD-3-Clause
// The least whole number that is not below x.
#pragma once

#include "../math/primitives.hpp"
#include "../math/wide.hpp"
#include "rules.hpp"

namespace xscope {

namespace ops {

struct ceil {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::ceil(math::wide(a)));
  }
  static constexpr inferred infer(operands in, const attributes& a) { return floating_as_operand(in, a); }
  static constexpr op_info info{"Ceil", "Ceil", {"x", nullptr}, form::elementwise, infer, no_gradient};
};
template <>
struct code_of<&ceil::info> : ceil {};

}  // namespace ops

/// The least whole number that is not below x (tf.ceil). No gradient flows back.
inline constexpr dsl::op_function<ops::ceil> ceil{};

}  // namespace xscope
