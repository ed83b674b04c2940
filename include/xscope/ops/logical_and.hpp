// SPDX-License-Identifier: BSD-3-Clause
// Whether both of two truths hold.
#pragma once

#include "families.hpp"

namespace xscope {

namespace ops {

struct logical_and {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(a && b);
  }
  static constexpr op_info info =
      spelled(binary("LogicalAnd", truth_operands, no_gradient), spell_without_type);
};
template <>
struct code_of<&logical_and::info> : logical_and {};

}  // namespace ops

/// Whether both hold, with broadcasting (tf.logical_and).
inline constexpr dsl::op_function<ops::logical_and> logical_and{};

}  // namespace xscope
