// SPDX-License-Identifier: BSD-3-Clause
// Whether one or both of two truths hold.
#pragma once

#include "families.hpp"

namespace xscope {

namespace ops {

struct logical_or {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(a || b);
  }
  static constexpr op_info info =
      spelled(binary("LogicalOr", truth_operands, no_gradient), spell_without_type);
};
template <>
struct code_of<&logical_or::info> : logical_or {};

}  // namespace ops

/// Whether one or both hold, with broadcasting (tf.logical_or).
inline constexpr dsl::op_function<ops::logical_or> logical_or{};

}  // namespace xscope
