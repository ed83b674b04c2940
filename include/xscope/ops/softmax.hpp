// SPDX-License-Identifier: BSD-3-Clause
// exp(x - max) / sum(exp(x - max)) over the last axis.
#pragma once

#include <cmath>

#include "loops.hpp"
#include "multiply.hpp"
#include "reduce_sum.hpp"
#include "subtract.hpp"
#include "wide.hpp"

namespace xscope {

namespace ops {

struct softmax {
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
      for (std::size_t i = 0; i < split.columns; ++i)
        sum += to[i] = static_cast<T>(std::exp(wide(from[i] - top)));
      for (std::size_t i = 0; i < split.columns; ++i) to[i] /= sum;
    }
  }

  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    // dx = (dy - sum(dy * y)) * y
    attributes last;
    last.has_axis = true;
    last.axis_count = 1;
    last.axes[0] = -1;
    last.keepdims = true;
    const int sum = g.apply(reduce_sum::info, {g.apply(multiply::info, {dy, n})}, last);
    g.flow(g.arg(n, 0), g.apply(multiply::info, {g.apply(subtract::info, {dy, sum}), n}));
  }

  static constexpr inferred infer(operands in, const attributes& a) { return floating_rows(in, a); }
  static constexpr op_info info{
      "Softmax", &naming::literal_of<"Softmax">, {"logits", nullptr}, form::kernel, infer, gradient};
};
template <>
struct op_at<&softmax::info> {
  using type = softmax;
};

}  // namespace ops

/// Probabilities from logits, over the last axis (tf.nn.softmax).
inline constexpr dsl::op_function<ops::softmax> softmax{};

}  // namespace xscope
