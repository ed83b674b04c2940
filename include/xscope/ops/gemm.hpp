// SPDX-License-Identifier: BSD-3-Clause
// The matrix product's loop nest. All sizes are constants. Blocks of the result stay in registers while
// the common dimension runs; the second operand is packed only where its rows are not contiguous.
#pragma once

#include <cstddef>
#include <cstring>

#include "../config.hpp"

namespace xscope::ops {

#if defined(__AVX512F__)
inline constexpr std::size_t vector_bytes = 64;
inline constexpr std::size_t rows_in_registers = 8;
#elif defined(__AVX__)
inline constexpr std::size_t vector_bytes = 32;
inline constexpr std::size_t rows_in_registers = 4;
#else
inline constexpr std::size_t vector_bytes = 16;
inline constexpr std::size_t rows_in_registers = 4;
#endif

template <class T>
struct simd {
  using type [[gnu::vector_size(vector_bytes)]] = T;
  static constexpr std::size_t lanes = vector_bytes / sizeof(T);
};

/// The size of a matrix product: C[M, N] = A[M, K] B[K, N], each operand perhaps stored transposed.
struct gemm_size {
  std::size_t m;
  std::size_t n;
  std::size_t k;
  bool transpose_a = false;
  bool transpose_b = false;
};

template <class T, gemm_size Size>
struct gemm {
  using vector = typename simd<T>::type;
  static constexpr std::size_t lanes = simd<T>::lanes;
  // A single row has no rows to share loads with, so it takes more columns at once.
  static constexpr std::size_t vectors = Size.m < 4 ? 4 : 2;
  static constexpr std::size_t columns = vectors * lanes;
  static constexpr std::size_t depth = 256;
  static constexpr std::size_t row_stride_a = Size.transpose_a ? 1 : Size.k;
  static constexpr std::size_t step_a = Size.transpose_a ? Size.m : 1;

  XSCOPE_INLINE static vector load(const T* from) {
    vector v;
    std::memcpy(&v, from, sizeof v);
    return v;
  }

  /// Rows x columns of the result, over `k` steps of the common dimension. `b` has rows of `stride`.
  template <std::size_t Rows, std::size_t Width, bool First>
  XSCOPE_INLINE static void block(T* c, const T* a, const T* b, std::size_t stride, std::size_t k) {
    vector sums[Rows][vectors];
    for (std::size_t r = 0; r < Rows; ++r) {
      for (std::size_t v = 0; v < vectors; ++v) sums[r][v] = vector{};
    }
    for (std::size_t i = 0; i < k; ++i) {
      vector row[vectors];
      for (std::size_t v = 0; v < vectors; ++v) row[v] = load(b + i * stride + v * lanes);
      for (std::size_t r = 0; r < Rows; ++r) {
        const T scale = a[r * row_stride_a + i * step_a];
        for (std::size_t v = 0; v < vectors; ++v) sums[r][v] += row[v] * scale;
      }
    }
    for (std::size_t r = 0; r < Rows; ++r) {
      T* to = c + r * Size.n;
      if constexpr (Width == columns) {
        for (std::size_t v = 0; v < vectors; ++v) {
          if constexpr (!First) sums[r][v] += load(to + v * lanes);
          std::memcpy(to + v * lanes, &sums[r][v], sizeof(vector));
        }
      } else {
        T line[columns];
        std::memcpy(line, &sums[r][0], sizeof line);
        for (std::size_t j = 0; j < Width; ++j) to[j] = First ? line[j] : static_cast<T>(to[j] + line[j]);
      }
    }
  }

  /// All rows of the result for one block of columns.
  template <std::size_t Width, bool First>
  static void panel(T* c, const T* a, const T* b, std::size_t stride, std::size_t k) {
    constexpr std::size_t rows = rows_in_registers;
    std::size_t i = 0;
    for (; i + rows <= Size.m; i += rows)
      block<rows, Width, First>(c + i * Size.n, a + i * row_stride_a, b, stride, k);
    constexpr std::size_t rest = Size.m % rows;
    if constexpr (rest != 0) block<rest, Width, First>(c + i * Size.n, a + i * row_stride_a, b, stride, k);
  }

  /// Copies columns [j, j + Width) of B, rows [k0, k0 + k), so that they are contiguous; zeros fill up.
  template <std::size_t Width>
  static void pack(T* to, const T* b, std::size_t j, std::size_t k0, std::size_t k) {
    for (std::size_t i = 0; i < k; ++i) {
      for (std::size_t x = 0; x < columns; ++x) {
        to[i * columns + x] = x >= Width         ? T{}
                              : Size.transpose_b ? b[(j + x) * Size.k + k0 + i]
                                                 : b[(k0 + i) * Size.n + j + x];
      }
    }
  }

  template <std::size_t Width, bool First>
  static void column_block(T* c, const T* a, const T* b, std::size_t j, std::size_t k0, std::size_t k) {
    const T* rows_a = a + k0 * step_a;
    if constexpr (Size.transpose_b || Width != columns) {
      alignas(vector_bytes) T packed[depth * columns];
      pack<Width>(packed, b, j, k0, k);
      panel<Width, First>(c + j, rows_a, packed, columns, k);
    } else {
      panel<Width, First>(c + j, rows_a, b + k0 * Size.n + j, Size.n, k);
    }
  }

  template <bool First>
  static void layer(T* c, const T* a, const T* b, std::size_t k0, std::size_t k) {
    std::size_t j = 0;
    for (; j + columns <= Size.n; j += columns) column_block<columns, First>(c, a, b, j, k0, k);
    constexpr std::size_t rest = Size.n % columns;
    if constexpr (rest != 0) column_block<rest, First>(c, a, b, j, k0, k);
  }

  static void run(T* c, const T* a, const T* b) {
    layer<true>(c, a, b, 0, Size.k < depth ? Size.k : depth);
    for (std::size_t k0 = depth; k0 < Size.k; k0 += depth) {
      layer<false>(c, a, b, k0, Size.k - k0 < depth ? Size.k - k0 : depth);
    }
  }
};

}  // namespace xscope::ops
