// SPDX-License-Identifier: BSD-3-Clause
// The sizes of a matrix product, and what follows from them for the operations around it.
#pragma once

#include <cstddef>

namespace xscope::ops {

/// The size of a matrix product: C[M, N] = A[M, K] B[K, N], each operand perhaps stored transposed.
struct gemm_size {
  std::size_t m;
  std::size_t n;
  std::size_t k;
  bool transpose_a = false;
  bool transpose_b = false;
};

/// The steps of the common dimension for which a panel is copied at a time: 128 bytes each, which lie on
/// the stack.
inline constexpr std::size_t panel_depth = 112;
/// Up to so many rows of the result wait beside a copy of fewer steps.
inline constexpr std::size_t most_waiting_rows = 24;

/// Whether each element of a product is complete when it is put, so that something may be done on it.
constexpr bool product_is_put_once(const gemm_size& size) {
  return !size.transpose_b || size.k <= panel_depth || size.m <= most_waiting_rows;
}

}  // namespace xscope::ops
