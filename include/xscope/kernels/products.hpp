// SPDX-License-Identifier: BSD-3-Clause
// Products of matrices, one or a batch of them: all axes but the last two are broadcast.
#pragma once

#include <type_traits>

#include "../ops/batch_matmul.hpp"
#include "../ops/matmul.hpp"
#include "gemm.hpp"
#include "loops.hpp"

namespace xscope::kernels {

struct matmul {
  template <kernel_spec Spec, class Sink, class T>
  XSCOPE_INLINE static void forward(const Sink& to, const T* a, const T* b) {
    if constexpr (std::is_integral_v<T>) product<T, ops::matmul::size_of(Spec)>(to.to, a, b);
    else gemm<T, ops::matmul::size_of(Spec)>::run(to, a, b);
  }

  /// Rows side by side: y[n] += x[k] * b[k, n], where b is the same for all rows.
  template <kernel_spec Spec, class V, class T>
  XSCOPE_INLINE static void rows(V* y, const V* x, const T* b) {
    constexpr gemm_size size = ops::matmul::size_of(Spec);
    XSCOPE_UNROLL
    for (std::size_t k = 0; k < size.k; ++k) {
      XSCOPE_UNROLL
      for (std::size_t n = 0; n < size.n; ++n)
        y[n] = math::fma(x[k], V(b[size.transpose_b ? n * size.k + k : k * size.n + n]), y[n]);
    }
  }
};

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
      kernels::product<T, gemm_size{Rows, n, k, Spec.attrs.transpose_a, Spec.attrs.transpose_b}>(
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
};

}  // namespace xscope::kernels

namespace xscope::ops {

template <>
struct code_of<&matmul::info> : kernels::matmul {};
template <>
struct code_of<&batch_matmul::info> : kernels::batch_matmul {};

}  // namespace xscope::ops
