// SPDX-License-Identifier: BSD-3-Clause
// The matrix product's loop nest. All sizes are constants. Tiles of the result stay in registers while the
// common dimension runs; the second operand is copied only where its rows are not contiguous.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "../config.hpp"
#include "../math/memory.hpp"
#include "../math/primitives.hpp"
#include "access.hpp"
#include "modular.hpp"
#include "wide.hpp"

namespace xscope::ops {

#if defined(__AVX512F__)
inline constexpr std::size_t vector_bytes = 64;
inline constexpr std::size_t vector_registers = 32;
#elif defined(__AVX__)
inline constexpr std::size_t vector_bytes = 32;
inline constexpr std::size_t vector_registers = 16;
#else
inline constexpr std::size_t vector_bytes = 16;
inline constexpr std::size_t vector_registers = 16;
#endif

/// The size of a matrix product: C[M, N] = A[M, K] B[K, N], each operand perhaps stored transposed.
struct gemm_size {
  std::size_t m;
  std::size_t n;
  std::size_t k;
  bool transpose_a = false;
  bool transpose_b = false;
};

/// The steps of the common dimension for which a panel of B is copied at a time.
inline constexpr std::size_t panel_depth = 256;

/// Whether each element of a product is complete when it is put, so that something may be done on it.
constexpr bool product_is_put_once(const gemm_size& size) {
  return !size.transpose_b || size.k <= panel_depth;
}

/// The product of floating-point matrices. A tile of the result stays in registers while the common dimension
/// runs; then it is put where the result goes, in whatever way that takes it.
template <class T, gemm_size Size>
struct gemm {
  using pack = math::pack_of<T>;
  using sum_type = sum_pack<sum_t<T>, T>;
  static constexpr std::size_t lanes = math::lanes<pack>;
  static constexpr std::size_t row_stride_a = Size.transpose_a ? 1 : Size.k;
  static constexpr std::size_t step_a = Size.transpose_a ? Size.m : 1;

  // The tile: as many sums as there are registers but for a line of B and an element of A. Two packs a row,
  // so that each line of B that comes from the second-level cache is used by many rows; more where there are
  // few.
  static constexpr std::size_t sums = vector_registers - vector_registers / 4;
  static constexpr std::size_t packs_in_row = Size.n == 0 ? 1 : (Size.n - 1) / lanes + 1;
  static constexpr std::size_t least(std::size_t a, std::size_t b) { return a < b ? a : b; }
  static constexpr std::size_t most_rows = packs_in_row == 1 ? sums : sums / 2;
  /// Tiles of about the same height.
  static constexpr std::size_t rows = Size.m == 0 ? 1 : (Size.m - 1) / ((Size.m - 1) / most_rows + 1) + 1;
  // What is copied lies on the stack, and copying takes longer than sums where there are few rows.
  static constexpr std::size_t most_packs = Size.transpose_b ? least(8, 128 / (lanes * sizeof(T))) : 8;
  static constexpr std::size_t packs = least(packs_in_row, least(sums / rows, most_packs));
  static constexpr std::size_t columns = packs * lanes;
  static constexpr std::size_t depth = panel_depth;

  XSCOPE_INLINE static sum_type multiply_add(const pack& x, const pack& y, const sum_type& to) {
    return math::fma(static_cast<sum_type>(x), static_cast<sum_type>(y), to);
  }

  /// Rows x Packs of the result from row i and column j on, over k steps; the last pack has Last columns.
  /// Where a tile has few sums, several of them run side by side, or each waits for the one before.
  template <std::size_t Rows, std::size_t Packs, std::size_t Last, class Sink>
  XSCOPE_INLINE static void tile(const Sink& to, const T* a, const T* b, std::size_t stride, std::size_t k,
                                 std::size_t i, std::size_t j) {
    constexpr std::size_t chains = Rows * Packs >= 8 || Size.k < 16 ? 1 : Rows * Packs >= 4 ? 2 : 4;
    sum_type sum[chains][Rows][Packs];
    XSCOPE_UNROLL
    for (std::size_t c = 0; c < chains; ++c) {
      XSCOPE_UNROLL
      for (std::size_t r = 0; r < Rows; ++r) {
        XSCOPE_UNROLL
        for (std::size_t p = 0; p < Packs; ++p) sum[c][r][p] = sum_type(sum_t<T>(0));
      }
    }
    const auto step = [&](auto chain, std::size_t at) XSCOPE_INLINE_LAMBDA {
      pack line[Packs];
      XSCOPE_UNROLL
      for (std::size_t p = 0; p < Packs; ++p) {
        const T* from = b + at * stride + p * lanes;
        line[p] = Last == lanes || p + 1 < Packs ? math::load<pack>(from) : math::load<pack>(from, Last);
      }
      XSCOPE_UNROLL
      for (std::size_t r = 0; r < Rows; ++r) {
        const pack scale(a[r * row_stride_a + at * step_a]);
        XSCOPE_UNROLL
        for (std::size_t p = 0; p < Packs; ++p)
          sum[chain()][r][p] = multiply_add(line[p], scale, sum[chain()][r][p]);
      }
    };
    [&]<std::size_t... C>(std::index_sequence<C...>) XSCOPE_INLINE_LAMBDA {
      const std::size_t whole = k - k % chains;
      for (std::size_t at = 0; at < whole; at += chains)
        (step(std::integral_constant<std::size_t, C>{}, at + C), ...);
      for (std::size_t at = whole; at < k; ++at) step(std::integral_constant<std::size_t, 0>{}, at);
    }(std::make_index_sequence<chains>{});
    XSCOPE_UNROLL
    for (std::size_t r = 0; r < Rows; ++r) {
      XSCOPE_UNROLL
      for (std::size_t p = 0; p < Packs; ++p) {
        sum_type all = sum[0][r][p];
        XSCOPE_UNROLL
        for (std::size_t c = 1; c < chains; ++c) all = all + sum[c][r][p];
        const pack total = static_cast<pack>(all);
        if (Last == lanes || p + 1 < Packs) to.put(total, i + r, j + p * lanes);
        else to.put_first(total, i + r, j + p * lanes, Last);
      }
    }
  }

  /// All rows of the result for some columns; `a` and `b` stand at the first of the k steps.
  template <std::size_t Packs, std::size_t Last, class Sink>
  XSCOPE_INLINE static void panel(const Sink& to, const T* a, const T* b, std::size_t stride, std::size_t k,
                                  std::size_t j) {
    std::size_t i = 0;
    for (; i + rows <= Size.m; i += rows)
      tile<rows, Packs, Last>(to, a + i * row_stride_a, b, stride, k, i, j);
    if constexpr (Size.m % rows != 0)
      tile<Size.m % rows, Packs, Last>(to, a + i * row_stride_a, b, stride, k, i, j);
  }

  /// Panels from left to right: f(packs, lanes of the last one, first column).
  template <class F>
  XSCOPE_INLINE static void for_each_panel(F&& f) {
    constexpr std::size_t whole = Size.n / columns;
    for (std::size_t p = 0; p < whole; ++p)
      f(std::integral_constant<std::size_t, packs>{}, std::integral_constant<std::size_t, lanes>{},
        p * columns);
    constexpr std::size_t rest = Size.n % columns;
    if constexpr (rest != 0) {
      constexpr std::size_t last = rest % lanes == 0 ? lanes : rest % lanes;
      f(std::integral_constant<std::size_t, (rest + lanes - 1) / lanes>{},
        std::integral_constant<std::size_t, last>{}, whole * columns);
    }
  }

  /// Where column j starts; an empty matrix may have no memory to point into.
  XSCOPE_INLINE static const T* column_of(const T* b, std::size_t j) { return Size.k == 0 ? b : b + j; }

  /// Copies rows [j, j + n) of the transposed B, steps [k0, k0 + k), so that each step is contiguous.
  static void copy_panel(T* to, const T* b, std::size_t j, std::size_t n, std::size_t k0, std::size_t k) {
    for (std::size_t x = 0; x < n; ++x) {
      const T* row = b + (j + x) * Size.k + k0;
      for (std::size_t i = 0; i < k; ++i) to[i * columns + x] = row[i];
    }
  }

  /// A sink that adds to what is there.
  struct adding_sink {
    T* to;
    template <class V>
    XSCOPE_INLINE void put(const V& value, std::size_t row, std::size_t column) const {
      T* at = to + row * Size.n + column;
      math::store<pack>(at, value + math::load<pack>(at));
    }
    template <class V>
    XSCOPE_INLINE void put_first(const V& value, std::size_t row, std::size_t column, std::size_t n) const {
      T* at = to + row * Size.n + column;
      math::store<pack>(at, value + math::load<pack>(at, n), n);
    }
  };

  static constexpr bool puts_once = product_is_put_once(Size);

  template <class Sink>
  XSCOPE_INLINE static void run(const Sink& to, const T* a, const T* b) {
    if constexpr (!Size.transpose_b) {
      for_each_panel([&](auto p, auto last, std::size_t j) XSCOPE_INLINE_LAMBDA {
        panel<p(), last()>(to, a, column_of(b, j), Size.n, Size.k, j);
      });
    } else {
      alignas(64) T copy[(Size.k == 0 ? 1 : least(Size.k, depth)) * columns];
      for_each_panel([&](auto p, auto last, std::size_t j) XSCOPE_INLINE_LAMBDA {
        constexpr std::size_t n = (p() - 1) * lanes + last();
        constexpr std::size_t first = least(Size.k, depth);
        copy_panel(copy, b, j, n, 0, first);
        panel<p(), last()>(to, a, copy, columns, first, j);
        if constexpr (!puts_once) {
          for (std::size_t k0 = depth; k0 < Size.k; k0 += depth) {
            const std::size_t k = least(Size.k - k0, depth);
            copy_panel(copy, b, j, n, k0, k);
            panel<p(), last()>(adding_sink{to.to}, a + k0 * step_a, copy, columns, k, j);
          }
        }
      });
    }
  }
};

/// The product of integers: the compiler makes vectors of the innermost loop.
template <class T, gemm_size Size>
void integer_product(T* c, const T* a, const T* b) {
  for (std::size_t i = 0; i < Size.m; ++i) {
    T* row = c + i * Size.n;
    for (std::size_t j = 0; j < Size.n; ++j) row[j] = T(0);
    for (std::size_t k = 0; k < Size.k; ++k) {
      // As unsigned int, since short types are multiplied as int, which may overflow.
      const std::common_type_t<T, unsigned> scale = Size.transpose_a ? a[k * Size.m + i] : a[i * Size.k + k];
      for (std::size_t j = 0; j < Size.n; ++j)
        row[j] = static_cast<T>(row[j] + scale * (Size.transpose_b ? b[j * Size.k + k] : b[k * Size.n + j]));
    }
  }
}

/// A product of any numbers, into memory.
template <class T, gemm_size Size>
void product(T* c, const T* a, const T* b) {
  if constexpr (std::is_integral_v<T>) {
    // Signed integers are multiplied as unsigned ones, which may look at their memory.
    using number = typename unsigned_of<T>::type;
    integer_product<number, Size>(reinterpret_cast<number*>(c), reinterpret_cast<const number*>(a),
                                  reinterpret_cast<const number*>(b));
  } else {
    gemm<T, Size>::run(direct_sink<T, Size.n>{c}, a, b);
  }
}

}  // namespace xscope::ops
