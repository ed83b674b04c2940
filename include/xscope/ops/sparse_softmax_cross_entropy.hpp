// SPDX-License-Identifier: BSD-3-Clause
// The cross entropy of softmax(logits) with the class that each label names, and its gradient.
#pragma once

#include "multiply.hpp"
#include "reshape.hpp"

namespace xscope {

namespace ops {

/// softmax(logits) minus one at the label, times the gradient of the row's loss.
struct sparse_softmax_cross_entropy_gradient {
  static constexpr inferred infer(operands in, const attributes&) { return {in[1].dtype, in[1].shape}; }
  static constexpr op_info info{"SparseSoftmaxCrossEntropyGrad",
                                "SparseSoftmaxCrossEntropyGrad",
                                {"labels", "logits"},
                                form::kernel,
                                infer,
                                no_gradient};
};

struct sparse_softmax_cross_entropy {
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

}  // namespace ops

/// The loss of each row of logits [..., classes], given the index of its class: (labels, logits)
/// (tf.nn.sparse_softmax_cross_entropy_with_logits).
inline constexpr dsl::op_function<ops::sparse_softmax_cross_entropy>
    sparse_softmax_cross_entropy_with_logits{};

}  // namespace xscope
