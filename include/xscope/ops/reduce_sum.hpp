// SPDX-License-Identifier: BSD-3-Clause
// Sums over axes.
#pragma once

#include "loops.hpp"
#include "modular.hpp"
#include "spread.hpp"

namespace xscope {

namespace ops {

struct reduce_sum {
  template <kernel_spec Spec, class T, class From>
  static constexpr void forward(T* y, const From& x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    fold_axes<loop>(y, x, sum_t<T>(0), added{});
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    if (g.wants(g.arg(n, 0))) g.flow(g.arg(n, 0), spread(g, dy, n));
  }
  static constexpr inferred infer(operands in, const attributes& a) { return reduce_numbers(in, a); }
  static constexpr op_info info{.type = "Sum",
                                .name = "Sum",
                                .operands = {"input_tensor"},
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::axis, option::keepdims},
                                .takes_prologue = true};
};
template <>
struct op_at<&reduce_sum::info> {
  using type = reduce_sum;
};

}  // namespace ops

/// The sum over axes, or over all: reduce_sum(x, axis<1>, keepdims) (tf.reduce_sum).
inline constexpr dsl::op_function<ops::reduce_sum> reduce_sum{};

}  // namespace xscope
