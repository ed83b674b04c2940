// SPDX-License-Identifier: BSD-3-Clause
// The cross entropy of softmax(logits) with the class that each label names, and its gradient.
#pragma once

#include <cmath>

#include "loops.hpp"
#include "multiply.hpp"
#include "reshape.hpp"
#include "wide.hpp"

namespace xscope {

namespace ops {

/// softmax(logits) minus one at the label, times the gradient of the row's loss.
struct sparse_softmax_cross_entropy_gradient {
  template <kernel_spec Spec, class Label, class T>
  static void forward(T* y, const Label* labels, const T* logits, const T* dy) {
    constexpr row_split split = last_axis(Spec.in[1]);
    if constexpr (split.columns == 0) return;
    for (std::size_t r = 0; r < split.rows; ++r) {
      const T* from = logits + r * split.columns;
      T* to = y + r * split.columns;
      if (static_cast<std::size_t>(labels[r]) >= split.columns) {
        for (std::size_t i = 0; i < split.columns; ++i) to[i] = not_a_number<T>;
        continue;
      }
      T top = from[0];
      for (std::size_t i = 1; i < split.columns; ++i) top = top < from[i] ? from[i] : top;
      T sum{};
      for (std::size_t i = 0; i < split.columns; ++i)
        sum += to[i] = static_cast<T>(std::exp(wide(from[i] - top)));
      for (std::size_t i = 0; i < split.columns; ++i) {
        const T hit = static_cast<std::size_t>(labels[r]) == i ? T(1) : T(0);
        to[i] = (to[i] / sum - hit) * dy[r];
      }
    }
  }
  static constexpr inferred infer(operands in, const attributes&) { return {in[1].dtype, in[1].shape}; }
  static constexpr op_info info{"SparseSoftmaxCrossEntropyGrad",
                                &naming::literal_of<"SparseSoftmaxCrossEntropyGrad">,
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
    constexpr row_split split = last_axis(Spec.in[1]);
    for (std::size_t r = 0; r < split.rows; ++r) {
      const T* from = logits + r * split.columns;
      // A label that is no class has no loss, and no gradient: NaN, as TensorFlow gives.
      if (static_cast<std::size_t>(labels[r]) >= split.columns) {
        y[r] = not_a_number<T>;
        continue;
      }
      T top = from[0];
      for (std::size_t i = 1; i < split.columns; ++i) top = top < from[i] ? from[i] : top;
      T sum{};
      for (std::size_t i = 0; i < split.columns; ++i) sum += static_cast<T>(std::exp(wide(from[i] - top)));
      // The large numbers are subtracted first, or the logarithm would be rounded to their precision.
      y[r] = static_cast<T>(std::log(wide(sum))) - (from[static_cast<std::size_t>(labels[r])] - top);
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
                                &naming::literal_of<"SparseSoftmaxCrossEntropyWithLogits">,
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
