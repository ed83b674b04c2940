// SPDX-License-Identifier: BSD-3-Clause
// Whether any element holds, over axes.
#pragma once

#include "loops.hpp"

namespace xscope {

namespace ops {

struct reduce_any {
  template <kernel_spec Spec>
  static constexpr void forward(bool* y, const bool* x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    fold_axes<loop>(y, x, false, [](bool a, bool b) { return a || b; });
  }
  static constexpr inferred infer(operands in, const attributes& a) { return reduce_truths(in, a); }
  static constexpr op_info info{.type = "Any",
                                .name = "Any",
                                .operands = {"input_tensor"},
                                .infer = infer,
                                .takes = {option::axis, option::keepdims}};
};
template <>
struct op_at<&reduce_any::info> {
  using type = reduce_any;
};

}  // namespace ops

/// Whether any element holds, over axes or over all: reduce_any(x, axis<1>, keepdims) (tf.reduce_any).
inline constexpr dsl::op_function<ops::reduce_any> reduce_any{};

}  // namespace xscope
