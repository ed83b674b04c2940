// SPDX-License-Identifier: BSD-3-Clause
// Minima over axes.
#pragma once

#include "reduce_max.hpp"

namespace xscope {

namespace ops {

/// The smaller of two; NaN, if one is.
struct smaller {
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& a, const V& b) const {
    return math::select(math::is_nan(b), b, math::min(b, a));
  }
};

struct reduce_min {
  template <kernel_spec Spec, class T, class From>
  static constexpr void forward(T* y, const From& x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    fold_axes<loop>(y, x, most<T>, smaller{});
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) { extreme_gradient(g, n, dy); }
  static constexpr inferred infer(operands in, const attributes& a) { return reduce_numbers(in, a); }
  static constexpr op_info info{.type = "Min",
                                .name = "Min",
                                .operands = {"input_tensor"},
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::axis, option::keepdims},
                                .takes_prologue = true};
};
template <>
struct op_at<&reduce_min::info> {
  using type = reduce_min;
};

}  // namespace ops

/// The least element over axes, or over all: reduce_min(x, axis<1>, keepdims) (tf.reduce_min).
inline constexpr dsl::op_function<ops::reduce_min> reduce_min{};

}  // namespace xscope
