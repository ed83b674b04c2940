// SPDX-License-Identifier: BSD-3-Clause
// Whether any element holds, over axes.
#pragma once

#include "rules.hpp"

namespace xscope {

namespace ops {

struct reduce_any {
  static constexpr inferred infer(operands in, const attributes& a) { return reduce_truths(in, a); }
  static constexpr op_info info{.type = "Any",
                                .name = "Any",
                                .operands = {"input_tensor"},
                                .infer = infer,
                                .takes = {option::axis, option::keepdims}};
};

}  // namespace ops

/// Whether any element holds, over axes or over all: reduce_any(x, axis<1>, keepdims) (tf.reduce_any).
inline constexpr dsl::op_function<ops::reduce_any> reduce_any{};

}  // namespace xscope
