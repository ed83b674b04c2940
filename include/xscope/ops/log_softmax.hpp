// SPDX-License-Identifier: BSD-3-Clause
// x - max - log(sum(exp(x - max))) over an axis.
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
        sum += static_cast<T>(std::exp(wide(from[k * split.inner] - top)));
      const T log_sum = static_cast<T>(std::log(wide(sum)));
      for (std::size_t k = 0; k < split.along; ++k)
        to[k * split.inner] = from[k * split.inner] - top - log_sum;
    }
  }

  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    // dx = dy - exp(y) * sum(dy)
    attributes over;
    over.has_axis = true;
    over.axis_count = 1;
    over.axes[0] = static_cast<int>(one_axis(g.at(n).attrs, g.at(n).shape.rank(), -1));
    over.keepdims = true;
    const int sum = g.apply(reduce_sum::info, {dy}, over);
    const int p = g.apply(exp::info, {n});
    g.flow(g.arg(n, 0), g.apply(subtract::info, {dy, g.apply(multiply::info, {p, sum})}));
  }

  static constexpr inferred infer(operands in, const attributes& a) { return floating_along_axis(in, a); }
  static constexpr op_info info{
      "LogSoftmax", &naming::literal_of<"LogSoftmax">, {"logits", nullptr}, form::kernel, infer, gradient};
};
template <>
struct op_at<&log_softmax::info> {
  using type = log_softmax;
};

}  // namespace ops

/// The logarithm of softmax without its overflow, over the last axis or another: log_softmax(x, axis<0>)
/// (tf.nn.log_softmax).
inline constexpr dsl::op_function<ops::log_softmax> log_softmax{};

}  // namespace xscope
