// SPDX-License-Identifier: BSD-3-Clause
// The matrix product's loop nest. All sizes are constants. Tiles of the result stay in registers while the
// common dimension runs; the second operand is copied only where its rows are not contiguous.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "../config.hpp"
#include "../math/lanes.hpp"
#include "../math/memory.hpp"
#include "../math/modular.hpp"
#include "../math/primitives.hpp"
#include "../math/registers.hpp"
#include "../math/wide.hpp"
#include "../ops/gemm_size.hpp"
#include "access.hpp"
#include "block_sums.hpp"

namespace xscope::kernels {

using ops::gemm_size;

// What is copied of a transposed B, and sums that wait, lie on the stack, and a kernel takes less than 16 KB
// of it.
/// The steps whose copy lies beside rows of the result that wait.
inline constexpr std::size_t depth_beside_waiting = 64;
/// All panels go over so many rows before the next ones are begun: of more the cache does not keep A.
inline constexpr std::size_t rows_in_cache = 384;

/// The product of floating-point matrices. A tile of the result stays in registers while the common dimension
/// runs; then it is put where the result goes, in whatever way that takes it.
template <class T, gemm_size Size>
struct gemm {
  using pack = math::pack_of<T>;
  using sum_type = math::sum_pack<math::sum_t<T>, T>;
  static constexpr std::size_t lanes = math::lanes<pack>;
  static constexpr std::size_t row_stride_a = Size.transpose_a ? 1 : Size.k;
  static constexpr std::size_t step_a = Size.transpose_a ? Size.m : 1;
  static constexpr std::size_t column_stride_b = Size.transpose_b ? Size.k : 1;
  static constexpr std::size_t step_b = Size.transpose_b ? 1 : Size.n;
  /// Packs cannot be read from the transposed B. Single numbers are read where they lie.
  static constexpr bool copies = Size.transpose_b && lanes > 1;
  static constexpr bool puts_once = !copies || ops::product_is_put_once(Size);

  // The tile: as many sums as there are registers but for a line of B and an element of A. Two packs a row,
  // so that each line of B that comes from the second-level cache is used by many rows; more where there are
  // few.
  static constexpr std::size_t sums = math::vector_registers - math::vector_registers / 4;
  static constexpr std::size_t packs_in_row = Size.n == 0 ? 1 : (Size.n - 1) / lanes + 1;
  static constexpr std::size_t least(std::size_t a, std::size_t b) { return a < b ? a : b; }
  static constexpr std::size_t most_rows = packs_in_row == 1 ? sums : sums / 2;
  /// Tiles of about the same height.
  static constexpr std::size_t rows = Size.m == 0 ? 1 : (Size.m - 1) / ((Size.m - 1) / most_rows + 1) + 1;
  static constexpr std::size_t most_packs = copies ? 128 / (lanes * sizeof(T)) : 8;
  static constexpr std::size_t packs = least(packs_in_row, least(sums / rows, most_packs));
  static constexpr std::size_t columns = packs * lanes;

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
    const auto each = [&](auto&& f) XSCOPE_INLINE_LAMBDA {
      XSCOPE_UNROLL
      for (std::size_t r = 0; r < Rows; ++r) {
        XSCOPE_UNROLL
        for (std::size_t p = 0; p < Packs; ++p) f(r, p);
      }
    };
    const sum_type zero(math::sum_t<T>(0));
    XSCOPE_UNROLL
    for (std::size_t c = 0; c < chains; ++c)
      each([&](std::size_t r, std::size_t p) XSCOPE_INLINE_LAMBDA { sum[c][r][p] = zero; });
    const auto step = [&](auto chain, std::size_t at) XSCOPE_INLINE_LAMBDA {
      pack line[Packs];
      XSCOPE_UNROLL
      for (std::size_t p = 0; p < Packs; ++p) {
        const T* from = b + at * stride + p * (copies ? lanes : lanes * column_stride_b);
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
    const auto steps = [&](std::size_t begin, std::size_t end) XSCOPE_INLINE_LAMBDA {
      [&]<std::size_t... C>(std::index_sequence<C...>) XSCOPE_INLINE_LAMBDA {
        const std::size_t whole = end - (end - begin) % chains;
        for (std::size_t at = begin; at < whole; at += chains)
          (step(std::integral_constant<std::size_t, C>{}, at + C), ...);
        for (std::size_t at = whole; at < end; ++at) step(std::integral_constant<std::size_t, 0>{}, at);
      }(std::make_index_sequence<chains>{});
    };
    const auto join = [&]() XSCOPE_INLINE_LAMBDA {
      XSCOPE_UNROLL
      for (std::size_t c = 1; c < chains; ++c) {
        each([&](std::size_t r, std::size_t p) XSCOPE_INLINE_LAMBDA {
          sum[0][r][p] = sum[0][r][p] + sum[c][r][p];
          sum[c][r][p] = zero;
        });
      }
    };
    if constexpr (constexpr std::size_t block = copies ? 0 : block_of_steps(Size.k / chains) * chains;
                  block == 0) {
      steps(0, k);
      join();
    } else {
      block_totals<sum_type, Rows, Packs> totals;
      for (std::size_t at = 0; at < Size.k; at += block) {
        steps(at, least(at + block, Size.k));
        join();
        totals.take(sum[0]);
      }
      totals.give(sum[0]);
    }
    each([&](std::size_t r, std::size_t p) XSCOPE_INLINE_LAMBDA {
      const pack value = static_cast<pack>(sum[0][r][p]);
      if (Last == lanes || p + 1 < Packs) to.put(value, i + r, j + p * lanes);
      else to.put_first(value, i + r, j + p * lanes, Last);
    });
  }

  /// Some rows of the result, for some columns; `a` and `b` stand at the first of the k steps.
  template <std::size_t Packs, std::size_t Last, class Sink>
  XSCOPE_INLINE static void panel(const Sink& to, const T* a, const T* b, std::size_t stride, std::size_t k,
                                  std::size_t j, std::size_t i = 0, std::size_t end = Size.m) {
    for (; i + rows <= end; i += rows) tile<rows, Packs, Last>(to, a + i * row_stride_a, b, stride, k, i, j);
    if constexpr (Size.m % rows != 0) {
      if (i < end) tile<Size.m % rows, Packs, Last>(to, a + i * row_stride_a, b, stride, k, i, j);
    }
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

  /// As many steps of as many columns of B as there are lanes, turned in registers; only the first Rows
  /// columns and the first Steps steps are there.
  template <std::size_t Rows, std::size_t Steps>
  static void copy_block(T* to, const T* b) {
    pack in[lanes];
    pack out[lanes];
    XSCOPE_UNROLL
    for (std::size_t r = 0; r < lanes; ++r) {
      if (r >= Rows) in[r] = pack(T(0));
      else if constexpr (Steps == lanes) in[r] = math::load<pack>(b + r * Size.k);
      else in[r] = math::load<pack>(b + r * Size.k, Steps);
    }
    math::rows_to_columns<lanes>(out, in);
    XSCOPE_UNROLL
    for (std::size_t i = 0; i < Steps; ++i) math::store<pack>(to + i * columns, out[i]);
  }
  /// Copies columns [j, j + N) of the transposed B, steps [k0, k0 + k), so that each step is contiguous.
  template <std::size_t N>
  static void copy_panel(T* to, const T* b, std::size_t j, std::size_t k0, std::size_t k) {
    const auto beside = [&]<std::size_t Rows>(std::size_t x) XSCOPE_INLINE_LAMBDA {
      const T* from = b + (j + x) * Size.k + k0;
      std::size_t i = 0;
      for (; i + lanes <= k; i += lanes) copy_block<Rows, lanes>(to + i * columns + x, from + i);
      if constexpr (Size.k % lanes != 0) {
        if (i < k) copy_block<Rows, Size.k % lanes>(to + i * columns + x, from + i);
      }
    };
    constexpr std::size_t rest = N % lanes;
    for (std::size_t x = 0; x + lanes <= N; x += lanes) beside.template operator()<lanes>(x);
    if constexpr (4 * rest >= lanes) {
      beside.template operator()<rest>(N - rest);
    } else if constexpr (rest != 0) {
      for (std::size_t x = N - rest; x < N; ++x) {
        const T* row = b + (j + x) * Size.k + k0;
        for (std::size_t i = 0; i < k; ++i) to[i * columns + x] = row[i];
      }
    }
  }

  /// A sink that adds to what is there, in rows of so many columns.
  template <std::size_t Columns>
  struct adding_sink {
    T* to;
    template <class V>
    XSCOPE_INLINE void put(const V& value, std::size_t row, std::size_t column) const {
      T* at = to + row * Columns + column;
      math::store<pack>(at, value + math::load<pack>(at));
    }
    template <class V>
    XSCOPE_INLINE void put_first(const V& value, std::size_t row, std::size_t column, std::size_t n) const {
      T* at = to + row * Columns + column;
      math::store<pack>(at, value + math::load<pack>(at, n), n);
    }
  };

  /// The sums over some steps for the columns of a panel, which are copied into `copy`.
  template <std::size_t Packs, std::size_t Last, class Sink>
  XSCOPE_INLINE static void add_steps(const Sink& to, const T* a, const T* b, T* copy, std::size_t k0,
                                      std::size_t k, std::size_t j, std::size_t column, std::size_t i = 0,
                                      std::size_t end = Size.m) {
    copy_panel<(Packs - 1) * lanes + Last>(copy, b, j, k0, k);
    panel<Packs, Last>(to, a + k0 * step_a, copy, columns, k, column, i, end);
  }

  /// A few rows wait on the stack until all steps are done.
  template <class Sink>
  XSCOPE_INLINE static void run_few_rows(const Sink& to, const T* a, const T* b) {
    constexpr std::size_t depth = depth_beside_waiting;
    constexpr std::size_t at_a_time = 512 * depth;  // then a sum of such sums is begun
    constexpr bool is_long = Size.k > at_a_time;
    alignas(64) T copy[depth * columns];
    alignas(64) T waiting[is_long ? 2 : 1][Size.m * columns];
    for_each_panel([&](auto packs, auto last, std::size_t j) XSCOPE_INLINE_LAMBDA {
      constexpr std::size_t p = packs();
      constexpr std::size_t l = last();
      for (std::size_t k0 = 0; k0 < Size.k; k0 += depth) {
        const std::size_t k = least(Size.k - k0, depth);
        if (k0 % at_a_time == 0) {
          for (std::size_t i = 0; i < Size.m * columns; ++i) waiting[0][i] = T(0);
        }
        add_steps<p, l>(adding_sink<columns>{waiting[0]}, a, b, copy, k0, k, j, 0);
        if constexpr (is_long) {
          if (k0 + depth < Size.k && (k0 + depth) % at_a_time != 0) continue;
          for (std::size_t i = 0; i < Size.m * columns; ++i)
            waiting[1][i] = waiting[0][i] + (k0 < at_a_time ? T(0) : waiting[1][i]);
        }
      }
      const T* sums = waiting[is_long ? 1 : 0];
      for (std::size_t i = 0; i < Size.m; ++i, sums += columns) {
        XSCOPE_UNROLL
        for (std::size_t x = 0; x < p; ++x) {
          const pack value = math::load<pack>(sums + x * lanes);
          if (l == lanes || x + 1 < p) to.put(value, i, j + x * lanes);
          else to.put_first(value, i, j + x * lanes, l);
        }
      }
    });
  }

  /// The steps in blocks: all rows of the result get a block's sums before the next one is copied.
  template <class Sink>
  XSCOPE_INLINE static void run_transposed(const Sink& to, const T* a, const T* b) {
    constexpr std::size_t depth = least(Size.k == 0 ? 1 : Size.k, ops::panel_depth);
    alignas(64) T copy[depth * columns];
    if constexpr (Size.k <= depth) {
      for_each_panel([&](auto p, auto last, std::size_t j)
                         XSCOPE_INLINE_LAMBDA { add_steps<p(), last()>(to, a, b, copy, 0, Size.k, j, j); });
    } else {
      constexpr std::size_t group = (rows_in_cache - 1) / rows * rows + rows;
      for (std::size_t i = 0; i < Size.m; i += group) {
        const std::size_t end = least(i + group, Size.m);
        for_each_panel([&](auto p, auto last, std::size_t j) XSCOPE_INLINE_LAMBDA {
          add_steps<p(), last()>(to, a, b, copy, 0, depth, j, j, i, end);
          for (std::size_t k0 = depth; k0 < Size.k; k0 += depth)
            add_steps<p(), last()>(adding_sink<Size.n>{to.to}, a, b, copy, k0, least(Size.k - k0, depth), j,
                                   j, i, end);
        });
      }
    }
  }

  template <class Sink>
  XSCOPE_INLINE static void run(const Sink& to, const T* a, const T* b) {
    if constexpr (copies) {
      if constexpr (puts_once && Size.k > ops::panel_depth) run_few_rows(to, a, b);
      else run_transposed(to, a, b);
    } else {
      for_each_panel([&](auto p, auto last, std::size_t j) XSCOPE_INLINE_LAMBDA {
        panel<p(), last()>(to, a, Size.k == 0 ? b : b + j * column_stride_b, step_b, Size.k, j);
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
    using number = typename math::unsigned_of<T>::type;
    integer_product<number, Size>(reinterpret_cast<number*>(c), reinterpret_cast<const number*>(a),
                                  reinterpret_cast<const number*>(b));
  } else {
    gemm<T, Size>::run(direct_sink<T, Size.n>{c}, a, b);
  }
}

}  // namespace xscope::kernels
