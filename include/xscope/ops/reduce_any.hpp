// SPDX-License-Identifier: BSD-3-Clause
// Whether any element holds, over axes.
#pragma once

#include "families.hpp"

namespace xscope {

namespace ops {

struct reduce_any {
  static constexpr op_info info = reduction("Any", reduce_truths, no_gradient, false);
};

}  // namespace ops

/// Whether any element holds, over axes or over all: reduce_any(x, axis<1>, keepdims) (tf.reduce_any).
inline constexpr dsl::op_function<ops::reduce_any> reduce_any{};

}  // namespace xscope
