// SPDX-License-Identifier: BSD-3-Clause
// x - max - log(sum(exp(x - max))) over an axis.
#pragma once

#include "exp.hpp"
#include "exponentials.hpp"
#include "multiply.hpp"
#include "reduce_sum.hpp"
#include "subtract.hpp"

namespace xscope {

namespace ops {

struct log_softmax {
  static constexpr auto finish = [](std::size_t, const auto& top, const auto& sum) XSCOPE_INLINE_LAMBDA {
    using V = std::remove_cvref_t<decltype(sum)>;
    const V logarithm = log_of(sum);
    // The large numbers are subtracted first, or the logarithm would be rounded to their precision.
    return [top, logarithm](const auto& a) XSCOPE_INLINE_LAMBDA {
      return static_cast<V>(static_cast<V>(a) - static_cast<V>(top) - logarithm);
    };
  };

  template <kernel_spec Spec, class T, class From>
  static void forward(T* y, const From& x) {
    constexpr axis_split split = split_at(Spec.out, one_axis(Spec.attrs, Spec.out.rank(), -1));
    along_axis<T, split, kept::number>(y, x, finish);
  }
  template <kernel_spec Spec, class V>
  XSCOPE_INLINE static void rows(V* y, const V* x) {
    along_packs<Spec.out[1], kept::number>(y, x, finish);
  }

  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    // dx = dy - exp(y) * sum(dy)
    attributes over;
    over.has_axis = true;
    over.axis_count = 1;
    over.axes[0] = static_cast<int>(one_axis(g.attrs(n), g.at(n).shape.rank(), -1));
    over.keepdims = true;
    const int sum = g.apply(reduce_sum::info, {dy}, over);
    const int p = g.apply(exp::info, {n});
    g.flow(g.arg(n, 0), g.apply(subtract::info, {dy, g.apply(multiply::info, {p, sum})}));
  }

  static constexpr inferred infer(operands in, const attributes& a) { return floating_along_axis(in, a); }
  static constexpr op_info info{.type = "LogSoftmax",
                                .name = "LogSoftmax",
                                .operands = {"logits", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::axis},
                                .takes_rows = has_narrow_rows};
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
