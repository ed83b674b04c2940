// SPDX-License-Identifier: BSD-3-Clause
// The opposite.
#pragma once

#include "families.hpp"

namespace xscope {

namespace ops {

struct logical_not {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(!a);
  }
  static constexpr op_info info =
      spelled(unary("LogicalNot", truth_as_operand, no_gradient), spell_without_type);
};
template <>
struct code_of<&logical_not::info> : logical_not {};

}  // namespace ops

/// Whether x is false (tf.logical_not).
inline constexpr dsl::op_function<ops::logical_not> logical_not{};

}  // namespace xscope
