// SPDX-License-Identifier: BSD-3-Clause
// exp(x - max) / sum(exp(x - max)) over an axis.
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
    constexpr axis_split split = split_at(Spec.out, one_axis(Spec.attrs, Spec.out.rank(), -1));
    if constexpr (split.along == 0) return;  // there is no first element
    for (std::size_t r = 0; r < split.outer * split.inner; ++r) {
      const std::size_t first = r / split.inner * split.along * split.inner + r % split.inner;
      const T* from = x + first;
      T* to = y + first;
      T top = from[0];
      for (std::size_t k = 1; k < split.along; ++k)
        top = top < from[k * split.inner] ? from[k * split.inner] : top;
      T sum{};
      for (std::size_t k = 0; k < split.along; ++k)
        sum += to[k * split.inner] = static_cast<T>(std::exp(wide(from[k * split.inner] - top)));
      for (std::size_t k = 0; k < split.along; ++k) to[k * split.inner] /= sum;
    }
  }

  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    // dx = (dy - sum(dy * y)) * y
    attributes over;
    over.has_axis = true;
    over.axis_count = 1;
    over.axes[0] = static_cast<int>(one_axis(g.at(n).attrs, g.at(n).shape.rank(), -1));
    over.keepdims = true;
    const int sum = g.apply(reduce_sum::info, {g.apply(multiply::info, {dy, n})}, over);
    g.flow(g.arg(n, 0), g.apply(multiply::info, {g.apply(subtract::info, {dy, sum}), n}));
  }

  static constexpr inferred infer(operands in, const attributes& a) { return floating_along_axis(in, a); }
  static constexpr op_info info{
      "Softmax", &naming::literal_of<"Softmax">, {"logits", nullptr}, form::kernel, infer, gradient};
};
template <>
struct op_at<&softmax::info> {
  using type = softmax;
};

}  // namespace ops

/// Probabilities from logits, over the last axis or another: softmax(x, axis<0>) (tf.nn.softmax).
inline constexpr dsl::op_function<ops::softmax> softmax{};

}  // namespace xscope
