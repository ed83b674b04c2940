// SPDX-License-Identifier: BSD-3-Clause
// What a variable holds.
#pragma once

#include "add.hpp"

namespace xscope {

namespace ops {

struct read_value {
  static constexpr void gradient(gradient_builder& g, int n, int dy) { g.flow(g.arg(n, 0), dy); }
  static constexpr inferred infer(operands in, const attributes& a) { return same_as_operand(in, a); }
  static constexpr op_info info{"Identity", "read", {"input", nullptr}, form::view, infer, gradient};
};

}  // namespace ops

/// A variable's value as it is when this runs (tf: variable.read_value()): within `control_dependencies` the
/// one that it was given before.
inline constexpr dsl::op_function<ops::read_value> read_value{};

}  // namespace xscope
