// SPDX-License-Identifier: BSD-3-Clause
// Whether all elements hold, over axes.
#pragma once

#include "families.hpp"

namespace xscope {

namespace ops {

struct reduce_all {
  static constexpr op_info info = reduction("All", reduce_truths, no_gradient, false);
};

}  // namespace ops

/// Whether all elements hold, over axes or over all: reduce_all(x, axis<1>, keepdims) (tf.reduce_all).
inline constexpr dsl::op_function<ops::reduce_all> reduce_all{};

}  // namespace xscope
