// SPDX-License-Identifier: BSD-3-Clause
// The operand, through which no gradient flows back.
#pragma once

#include "rules.hpp"

namespace xscope {

namespace ops {

struct stop_gradient {
  static constexpr inferred infer(operands in, const attributes& a) { return same_as_operand(in, a); }
  static constexpr op_info info{"StopGradient", "StopGradient", {"input", nullptr},
                                form::view,     infer,          no_gradient};
};

}  // namespace ops

/// x, through which no gradient flows back (tf.stop_gradient).
inline constexpr dsl::op_function<ops::stop_gradient> stop_gradient{};

}  // namespace xscope
