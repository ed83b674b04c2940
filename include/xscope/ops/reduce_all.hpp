// SPDX-License-Identifier: BSD-3-Clause
// Whether all elements hold, over axes.
#pragma once

#include "loops.hpp"

namespace xscope {

namespace ops {

struct reduce_all {
  template <kernel_spec Spec>
  static constexpr void forward(bool* y, const bool* x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    fold_axes<loop>(y, x, true, [](bool a, bool b) { return a && b; });
  }
  static constexpr inferred infer(operands in, const attributes& a) { return reduce_truths(in, a); }
  static constexpr op_info info{.type = "All",
                                .name = "All",
                                .operands = {"input_tensor"},
                                .infer = infer,
                                .takes = {option::axis, option::keepdims}};
};
template <>
struct op_at<&reduce_all::info> {
  using type = reduce_all;
};

}  // namespace ops

/// Whether all elements hold, over axes or over all: reduce_all(x, axis<1>, keepdims) (tf.reduce_all).
inline constexpr dsl::op_function<ops::reduce_all> reduce_all{};

}  // namespace xscope
