// SPDX-License-Identifier: BSD-3-Clause
// Products of matrices in batches: all axes but the last two are broadcast.
#pragma once

#include "gemm.hpp"
#include "loops.hpp"

namespace xscope::ops {

/// How an operand of a product goes through the batch: its matrices' size, and a stride for each of the
/// result's batch axes (0 where it is broadcast), in matrices.
struct batch_walk {
  std::size_t size[max_rank]{};
  std::size_t stride_a[max_rank]{};
  std::size_t stride_b[max_rank]{};
  std::size_t rank = 0;
};
constexpr batch_walk batches_of(const extents& out, const extents& a, const extents& b) {
  batch_walk walk;
  walk.rank = out.rank() - 2;
  const auto fill = [&](std::size_t(&strides)[max_rank], const extents& shape) {
    // Zeros are written, too: GCC 12 takes arrays for equal template arguments if what was written to them
    // is, wherever it stands.
    for (std::size_t i = 0; i < walk.rank; ++i) strides[i] = 0;
    const std::size_t missing = out.rank() - shape.rank();
    std::size_t stride = 1;
    for (std::size_t i = shape.rank() - 2; i-- > 0;) {
      if (shape[i] != 1) strides[i + missing] = stride;
      stride *= shape[i];
    }
  };
  for (std::size_t i = 0; i < walk.rank; ++i) walk.size[i] = out[i];
  fill(walk.stride_a, a);
  fill(walk.stride_b, b);
  return walk;
}
/// Calls f(matrix of the first, matrix of the second) for each matrix of the result.
template <batch_walk Walk, std::size_t Axis = 0, class F>
constexpr void for_each_product(std::size_t a, std::size_t b, F&& f) {
  if constexpr (Axis == Walk.rank) {
    f(a, b);
  } else {
    for (std::size_t i = 0; i < Walk.size[Axis]; ++i)
      for_each_product<Walk, Axis + 1>(a + i * Walk.stride_a[Axis], b + i * Walk.stride_b[Axis], f);
  }
}

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
  template <kernel_spec Spec, class T>
  static void forward(T* y, const T* a, const T* b) {
    if constexpr (Spec.out.elements() == 0) return;
    constexpr std::size_t rank_a = Spec.in[0].rank();
    constexpr std::size_t rank_b = Spec.in[1].rank();
    constexpr std::size_t m = Spec.out[Spec.out.rank() - 2];
    constexpr std::size_t n = Spec.out.back();
    constexpr std::size_t k = Spec.in[0][rank_a - (Spec.attrs.transpose_a ? 2 : 1)];
    const auto product = [&]<std::size_t Rows>(std::size_t place_a, std::size_t place_b) {
      ops::product<T, gemm_size{Rows, n, k, Spec.attrs.transpose_a, Spec.attrs.transpose_b}>(
          y, a + place_a * Rows * k, b + place_b * k * n);
      y += Rows * n;
    };
    if constexpr (rank_b == 2 && !Spec.attrs.transpose_a) {
      // One second matrix for all: the first ones stand below each other, and are one.
      product.template operator()<Spec.out.elements() / n>(0, 0);
    } else {
      constexpr batch_walk walk = batches_of(Spec.out, Spec.in[0], Spec.in[1]);
      for_each_product<walk>(0, 0,
                             [&](std::size_t i, std::size_t j) { product.template operator()<m>(i, j); });
    }
  }

  static constexpr void gradient(gradient_builder& g, int n, int dy) { product_gradient(g, n, dy, info); }

  static constexpr inferred infer(operands in, const attributes& a) {
    if (!(in[0].dtype == in[1].dtype)) return wrong(diag::fault::operands_differ_in_dtype);
    if (in[0].dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed);
    extents batches[2];
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

  static const op_info info;
};
inline constexpr op_info batch_matmul::info{"BatchMatMulV2", "MatMul", {"a", "b"},
                                            form::kernel,    infer,    gradient};
template <>
struct op_at<&batch_matmul::info> {
  using type = batch_matmul;
};

}  // namespace xscope::ops
