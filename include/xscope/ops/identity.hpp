// SPDX-License-Identifier: BSD-3-Clause
// x under another name.
#pragma once

#include "add.hpp"

namespace xscope {

namespace ops {

struct identity {
  static constexpr void gradient(gradient_builder& g, int n, int dy) { g.flow(g.arg(n, 0), dy); }
  static constexpr inferred infer(operands in, const attributes& a) { return same_as_operand(in, a); }
  static constexpr op_info info{"Identity", "Identity", {"input", nullptr}, form::view, infer, gradient};
};

}  // namespace ops

/// x as a tensor of its own name (tf.identity).
inline constexpr dsl::op_function<ops::identity> identity{};

}  // namespace xscope
