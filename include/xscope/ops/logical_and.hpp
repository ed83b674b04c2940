// SPDX-License-Identifier: BSD-3-Clause
// Whether both of two truths hold.
#pragma once

#include "rules.hpp"

namespace xscope {

namespace ops {

struct logical_and {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(a && b);
  }
  static constexpr inferred infer(operands in, const attributes& a) { return truth_operands(in, a); }
  static constexpr op_info info{"LogicalAnd",      "LogicalAnd", {"x", "y"},
                                form::elementwise, infer,        no_gradient};
};
template <>
struct code_of<&logical_and::info> : logical_and {};

}  // namespace ops

/// Whether both hold, with broadcasting (tf.logical_and).
inline constexpr dsl::op_function<ops::logical_and> logical_and{};

}  // namespace xscope
