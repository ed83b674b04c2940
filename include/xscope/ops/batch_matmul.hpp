// SPDX-License-Identifier: BSD-3-Clause
// Products of matrices in batches: all axes but the last two are broadcast.
#pragma once

#include "spelling.hpp"

namespace xscope::ops {

/// The gradients of a product, whose operation is `op`, with respect to both matrices, which may be
/// transposed.
constexpr void product_gradient(gradient_builder& g, int n, int dy, const op_info& op) {
  const int a = g.arg(n, 0);
  const int b = g.arg(n, 1);
  const bool ta = g.attrs(n).transpose_a;
  const bool tb = g.attrs(n).transpose_b;
  const auto product = [&](int left, bool transpose_left, int right, bool transpose_right) {
    attributes attrs;
    attrs.transpose_a = transpose_left;
    attrs.transpose_b = transpose_right;
    return g.apply(op, {left, right}, attrs);
  };
  if (g.wants(a)) g.flow(a, ta ? product(b, tb, dy, true) : product(dy, false, b, !tb));
  if (g.wants(b)) g.flow(b, tb ? product(dy, true, a, ta) : product(a, !ta, dy, false));
}

/// What a matmul is where an operand has more than two axes.
struct batch_matmul {
  static constexpr void gradient(gradient_builder& g, int n, int dy) { product_gradient(g, n, dy, info); }

  static constexpr inferred infer(operands in, const attributes& a) {
    if (!(in[0].dtype == in[1].dtype)) return wrong(diag::fault::operands_differ_in_dtype);
    if (in[0].dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed);
    extents batches[2]{};
    std::size_t rows[2]{};
    std::size_t columns[2]{};
    for (int k = 0; k < 2; ++k) {
      const extents& shape = in[static_cast<std::size_t>(k)].shape;
      if (shape.rank() < 2) return wrong(diag::fault::rank_not_allowed, k);
      for (std::size_t i = 0; i + 2 < shape.rank(); ++i) batches[k].push_back(shape[i]);
      const bool transposed = k == 0 ? a.transpose_a : a.transpose_b;
      rows[k] = shape[shape.rank() - (transposed ? 1 : 2)];
      columns[k] = shape[shape.rank() - (transposed ? 2 : 1)];
    }
    if (columns[0] != rows[1]) return wrong(diag::fault::inner_dimensions);
    const broadcast_result both = broadcast(batches[0], batches[1]);
    if (!both.ok) return wrong(diag::fault::operands_do_not_broadcast);
    inferred out{in[0].dtype, both.shape};
    out.shape.push_back(rows[0]);
    out.shape.push_back(columns[1]);
    out.as = &info;
    return out;
  }

  static void spell(speller& s) {
    s.flag("adj_x", s.attrs.transpose_a);
    s.flag("adj_y", s.attrs.transpose_b);
  }
  static const op_info info;
};
inline constexpr op_info batch_matmul::info{.type = "BatchMatMulV2",
                                            .name = "MatMul",
                                            .operands = {"a", "b"},
                                            .how = form::kernel,
                                            .infer = infer,
                                            .gradient = gradient,
                                            .spell = spell};

}  // namespace xscope::ops
