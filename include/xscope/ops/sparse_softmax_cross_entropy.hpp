// SPDX-License-Identifier: BSD-3-Clause
// The cross entropy of softmax(logits) with the class that each label names, and its gradient.
#pragma once

#include <type_traits>

#include "exponentials.hpp"
#include "multiply.hpp"
#include "reshape.hpp"

namespace xscope {

namespace ops {

/// softmax(logits) minus one at the label, times the gradient of the row's loss.
struct sparse_softmax_cross_entropy_gradient {
  template <kernel_spec Spec, class Label, class T>
  static void forward(T* y, const Label* labels, const T* logits, const T* dy) {
    constexpr row_split split = last_axis(Spec.in[1]);
    constexpr axis_split rows{split.rows, split.columns, 1};
    along_axis<T, rows, kept::power>(
        y, logits, [&](std::size_t r, const auto&, const auto& sum) XSCOPE_INLINE_LAMBDA {
          using V = std::remove_cvref_t<decltype(sum)>;
          const V share = V(dy[r]) / sum;
          return [share](const V& power) XSCOPE_INLINE_LAMBDA { return static_cast<V>(power * share); };
        });
    for (std::size_t r = 0; split.columns > 0 && r < split.rows; ++r) {
      T* to = y + r * split.columns;
      const std::size_t label = static_cast<std::size_t>(labels[r]);
      if (label < split.columns) {
        to[label] -= dy[r];
      } else {
        for (std::size_t i = 0; i < split.columns; ++i) to[i] = not_a_number<T>;
      }
    }
  }
  static constexpr inferred infer(operands in, const attributes&) { return {in[1].dtype, in[1].shape}; }
  static constexpr op_info info{"SparseSoftmaxCrossEntropyGrad",
                                "SparseSoftmaxCrossEntropyGrad",
                                {"labels", "logits"},
                                form::kernel,
                                infer,
                                no_gradient};
};
template <>
struct op_at<&sparse_softmax_cross_entropy_gradient::info> {
  using type = sparse_softmax_cross_entropy_gradient;
};

struct sparse_softmax_cross_entropy {
  template <kernel_spec Spec, class Label, class T>
  static void forward(T* y, const Label* labels, const T* logits) {
    using V = math::pack_of<T>;
    constexpr std::size_t columns = last_axis(Spec.in[1]).columns;
    const auto x = as_rows<columns>(logits);
    for (std::size_t r = 0; r < Spec.out.elements(); ++r) {
      // A label that is no class has no loss, and no gradient: NaN, as TensorFlow gives.
      const std::size_t label = static_cast<std::size_t>(labels[r]);
      if (label >= columns) {
        y[r] = not_a_number<T>;
        continue;
      }
      const V top = fold_row<V, columns>(x, r, least<T>, top_of{});
      const V sum = fold_row<V, columns>(powers_of(x, top), r, T(0), sum_of{});
      // The large numbers are subtracted first, or the logarithm would be rounded to their precision.
      y[r] = static_cast<T>(log_of(math::first_lane(sum)) -
                            (logits[r * columns + label] - math::first_lane(top)));
    }
  }

  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    if (!g.wants(g.arg(n, 1))) return;
    g.flow(g.arg(n, 1), g.apply(sparse_softmax_cross_entropy_gradient::info, {g.arg(n, 0), g.arg(n, 1), dy}));
  }

  static constexpr inferred infer(operands in, const attributes&) {
    if (!in[0].dtype.is_integer()) return wrong(diag::fault::dtype_not_allowed, 0);
    if (!in[1].dtype.is_floating()) return wrong(diag::fault::dtype_not_allowed, 1);
    if (in[1].shape.rank() == 0) return wrong(diag::fault::rank_not_allowed, 1);
    extents rows = in[1].shape;
    --rows.rank_;
    rows.dims[rows.rank_] = 0;
    if (!(in[0].shape == rows)) return wrong(diag::fault::labels_shape);
    return {in[1].dtype, rows};
  }

  static constexpr op_info info{"SparseSoftmaxCrossEntropyWithLogits",
                                "SparseSoftmaxCrossEntropyWithLogits",
                                {"labels", "logits"},
                                form::kernel,
                                infer,
                                gradient,
                                true};
};
template <>
struct op_at<&sparse_softmax_cross_entropy::info> {
  using type = sparse_softmax_cross_entropy;
};

}  // namespace ops

/// The loss of each row of logits [..., classes], given the index of its class: (labels, logits)
/// (tf.nn.sparse_softmax_cross_entropy_with_logits).
inline constexpr dsl::op_function<ops::sparse_softmax_cross_entropy>
    sparse_softmax_cross_entropy_with_logits{};

}  // namespace xscope
