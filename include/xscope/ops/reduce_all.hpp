// SPDX-License-Identifier: BSD-3-Clause
// Whether all elements hold, over axes.
#pragma once

#include "rules.hpp"

namespace xscope {

namespace ops {

struct reduce_all {
  static constexpr inferred infer(operands in, const attributes& a) { return reduce_truths(in, a); }
  static constexpr op_info info{.type = "All",
                                .name = "All",
                                .operands = {"input_tensor"},
                                .infer = infer,
                                .takes = {option::axis, option::keepdims}};
};

}  // namespace ops

/// Whether all elements hold, over axes or over all: reduce_all(x, axis<1>, keepdims) (tf.reduce_all).
inline constexpr dsl::op_function<ops::reduce_all> reduce_all{};

}  // namespace xscope
