// SPDX-License-Identifier: BSD-3-Clause
// x - max - log(sum(exp(x - max))) over the last axis.
#pragma once

#include <cmath>

#include "exp.hpp"
#include "loops.hpp"
#include "multiply.hpp"
#include "reduce_sum.hpp"
#include "subtract.hpp"
#include "wide.hpp"

namespace xscope {

namespace ops {

struct log_softmax {
  template <kernel_spec Spec, class T>
  static void forward(T* y, const T* x) {
    constexpr row_split split = last_axis(Spec.out);
    if constexpr (split.columns == 0) return;  // a row without elements has no first one
    for (std::size_t r = 0; r < split.rows; ++r) {
      const T* from = x + r * split.columns;
      T* to = y + r * split.columns;
      T top = from[0];
      for (std::size_t i = 1; i < split.columns; ++i) top = top < from[i] ? from[i] : top;
      T sum{};
      for (std::size_t i = 0; i < split.columns; ++i) sum += static_cast<T>(std::exp(wide(from[i] - top)));
      const T log_sum = static_cast<T>(std::log(wide(sum)));
      for (std::size_t i = 0; i < split.columns; ++i) to[i] = from[i] - top - log_sum;
    }
  }

  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    // dx = dy - exp(y) * sum(dy)
    attributes last;
    last.has_axis = true;
    last.axis_count = 1;
    last.axes[0] = -1;
    last.keepdims = true;
    const int sum = g.apply(reduce_sum::info, {dy}, last);
    const int p = g.apply(exp::info, {n});
    g.flow(g.arg(n, 0), g.apply(subtract::info, {dy, g.apply(multiply::info, {p, sum})}));
  }

  static constexpr inferred infer(operands in, const attributes& a) { return floating_rows(in, a); }
  static constexpr op_info info{
      "LogSoftmax", &naming::literal_of<"LogSoftmax">, {"logits", nullptr}, form::kernel, infer, gradient};
};
template <>
struct op_at<&log_softmax::info> {
  using type = log_softmax;
};

}  // namespace ops

/// The logarithm of softmax, over the last axis, without its overflow (tf.nn.log_softmax).
inline constexpr dsl::op_function<ops::log_softmax> log_softmax{};

}  // namespace xscope
