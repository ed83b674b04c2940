// SPDX-License-Identifier: BSD-3-Clause
// The index of the least element along an axis; the first of equals.
#pragma once

#include "argmax.hpp"
#include "spelling.hpp"

namespace xscope {

namespace ops {

struct argmin {
  static constexpr inferred infer(operands in, const attributes& a) { return argmax::infer(in, a); }
  static constexpr op_info info{.type = "ArgMin",
                                .name = "ArgMin",
                                .operands = {"input"},
                                .infer = infer,
                                .takes = {option::axis},
                                .spell = argmax::spell};
};

}  // namespace ops

/// The index of the least element along an axis (the first axis where none is given), as int64:
/// argmin(x, axis<1>) (tf.argmin).
inline constexpr dsl::op_function<ops::argmin> argmin{};

}  // namespace xscope
