// SPDX-License-Identifier: BSD-3-Clause
// exp(x - max) / sum(exp(x - max)) over an axis.
#pragma once

#include <type_traits>

#include "exponentials.hpp"
#include "multiply.hpp"
#include "reduce_sum.hpp"
#include "subtract.hpp"

namespace xscope {

namespace ops {

struct softmax {
  static constexpr auto finish = [](std::size_t, const auto&, const auto& sum) XSCOPE_INLINE_LAMBDA {
    using V = std::remove_cvref_t<decltype(sum)>;
    const V share = V(math::lane_t<V>(1)) / sum;
    return [share](const auto& power)
               XSCOPE_INLINE_LAMBDA { return static_cast<V>(static_cast<V>(power) * share); };
  };

  template <kernel_spec Spec, class T, class From>
  static void forward(T* y, const From& x) {
    constexpr axis_split split = split_at(Spec.out, one_axis(Spec.attrs, Spec.out.rank(), -1));
    along_axis<T, split, kept::power>(y, x, finish);
  }
  template <kernel_spec Spec, class V>
  XSCOPE_INLINE static void rows(V* y, const V* x) {
    along_packs<Spec.out[1], kept::power>(y, x, finish);
  }

  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    // dx = (dy - sum(dy * y)) * y
    attributes over;
    over.has_axis = true;
    over.axis_count = 1;
    over.axes[0] = static_cast<int>(one_axis(g.attrs(n), g.at(n).shape.rank(), -1));
    over.keepdims = true;
    const int sum = g.apply(reduce_sum::info, {g.apply(multiply::info, {dy, n})}, over);
    g.flow(g.arg(n, 0), g.apply(multiply::info, {g.apply(subtract::info, {dy, sum}), n}));
  }

  static constexpr inferred infer(operands in, const attributes& a) { return floating_along_axis(in, a); }
  static constexpr op_info info{.type = "Softmax",
                                .name = "Softmax",
                                .operands = {"logits", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::axis},
                                .takes_rows = has_narrow_rows};
};
template <>
struct op_at<&softmax::info> {
  using type = softmax;
};

}  // namespace ops

/// Probabilities from logits, over the last axis or another: softmax(x, axis<0>) (tf.nn.softmax).
inline constexpr dsl::op_function<ops::softmax> softmax{};

}  // namespace xscope
