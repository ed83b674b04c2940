// SPDX-License-Identifier: BSD-3-Clause
// Rows of numbers, a pack at a time: how kernels read an operand whose elements lie one after another, and
// folds of a row and of a column. Integers and half precision go through the same loops with packs of one
// lane.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "../math/lanes.hpp"
#include "../math/memory.hpp"
#include "../math/wide.hpp"
#include "access.hpp"

namespace xscope::kernels {

/// What a kernel was given as its operand, as rows.
template <std::size_t Columns, class T>
XSCOPE_INLINE constexpr auto as_rows(const T* from) {
  return direct_reader<T, Columns>{from};
}
template <std::size_t Columns, class From>
XSCOPE_INLINE constexpr const From& as_rows(const From& from) {
  return from;  // NOLINT(bugprone-return-const-ref-from-parameter): it is the caller's own, never a temporary
}

/// How a row of so many numbers is made of packs.
template <class V, std::size_t Columns>
struct row_of_packs {
  static constexpr std::size_t lanes = math::lanes<V>;
  static constexpr std::size_t whole = Columns / lanes;
  static constexpr std::size_t rest = Columns % lanes;
  static constexpr std::size_t packs = whole + (rest == 0 ? 0 : 1);
};

/// f(0), f(1), ..., f(N - 1) with constants.
template <std::size_t N, class F>
XSCOPE_INLINE constexpr void repeat(F&& f) {
  [&]<std::size_t... I>(std::index_sequence<I...>) XSCOPE_INLINE_LAMBDA {
    (f(std::integral_constant<std::size_t, I>{}), ...);
  }(std::make_index_sequence<N>{});
}

/// Several packs into the first of them, in a balanced tree.
template <std::size_t N, class V, class F>
XSCOPE_INLINE constexpr V fold_packs(V (&packs)[N], F f) {
  if constexpr (N > 1) {
    constexpr std::size_t half = (N + 1) / 2;
    V left[half];
    repeat<half>([&](auto i) XSCOPE_INLINE_LAMBDA {
      if constexpr (i + half < N) left[i] = f(packs[i], packs[i + half]);
      else left[i] = packs[i];
    });
    return fold_packs(left, f);
  } else {
    return packs[0];
  }
}

/// Rows whose numbers are read as those of another type.
template <class T, class From>
struct converted_rows {
  const From& from;

  template <class V>
  XSCOPE_INLINE constexpr V get(std::size_t row, std::size_t column) const {
    return static_cast<V>(from.template get<T>(row, column));
  }
  template <class V>
  XSCOPE_INLINE constexpr V get_first(std::size_t row, std::size_t column, std::size_t n) const {
    return static_cast<V>(from.template get_first<T>(row, column, n));
  }
};
/// Rows of T as they are, or, where sums of T are of another type, as rows of that.
template <class Sum, class T, class From>
XSCOPE_INLINE constexpr decltype(auto) read_as(const From& from) {
  if constexpr (std::is_same_v<Sum, T>) return (from);
  else return converted_rows<T, From>{from};
}

// What rounding loses must not grow with the length of a sum: no chain is longer than a block, and blocks are
// joined in a tree.
inline constexpr std::size_t steps_in_block = 128;
/// Whether a function of two rounds: it says so, and integers do not.
template <class F, class V>
inline constexpr bool rounds = [] {
  if constexpr (requires { F::rounds; }) return !std::is_integral_v<math::lane_t<V>>;
  else return false;
}();
/// Whether so many steps are too many for one block.
template <class F, class V>
constexpr bool needs_blocks(std::size_t steps) {
  return rounds<F, V> && steps >= 2 * steps_in_block;
}
inline constexpr std::size_t most_branches = 16;

/// Blocks [begin, begin + n) in a tree: block(i) is one, and n > 0.
template <class Result, class Block, class Join>
[[gnu::noinline]] constexpr Result join_blocks(std::size_t begin, std::size_t n, const Block& block,
                                               const Join& join) {
  const std::size_t end = begin + n;
  if (n <= most_branches) {
    Result all = block(begin);
    while (++begin < end) all = join(all, block(begin));
    return all;
  }
  std::size_t part = most_branches;
  while (part * most_branches < n) part *= most_branches;
  Result all = join_blocks<Result>(begin, part, block, join);
  while ((begin += part) < end)
    all = join(all, join_blocks<Result>(begin, end - begin < part ? end - begin : part, block, join));
  return all;
}

/// So many numbers of a row from a column on, by a function of two, from `first`, which changes nothing: each
/// lane those that are its own. There are several chains, so that no step waits for the one before.
template <class V, std::size_t Count, class From, class F, class Join>
XSCOPE_INLINE constexpr V fold_part(const From& x, std::size_t row, std::size_t column, math::lane_t<V> first,
                                    F f, Join join) {
  using packs = row_of_packs<V, Count>;
  constexpr std::size_t most = packs::lanes == 1 ? 16 : 8;
  constexpr std::size_t chains = packs::whole >= most ? most : packs::whole >= 4 ? 4 : 1;
  constexpr std::size_t step = chains * packs::lanes;
  if constexpr (needs_blocks<Join, V>(Count / step)) {
    constexpr std::size_t block = step * steps_in_block;
    V all = join_blocks<V>(
        0, Count / block,
        [&](std::size_t i) { return fold_part<V, block>(x, row, column + i * block, first, f, join); }, join);
    if constexpr (Count % block != 0)
      all = join(all, fold_part<V, Count % block>(x, row, column + Count / block * block, first, f, join));
    return all;
  } else {
    V part[chains];
    repeat<chains>([&](auto c) XSCOPE_INLINE_LAMBDA { part[c] = V(first); });
    std::size_t i = 0;
    for (; i < Count / step * step; i += step) {
      repeat<chains>([&](auto c) XSCOPE_INLINE_LAMBDA {
        part[c] = f(part[c], x.template get<V>(row, column + i + c * packs::lanes));
      });
    }
    if constexpr (packs::whole % chains != 0) {
      for (; i < packs::whole * packs::lanes; i += packs::lanes)
        part[0] = f(part[0], x.template get<V>(row, column + i));
    }
    if constexpr (packs::rest != 0) {
      const V last = x.template get_first<V>(row, column + i, packs::rest);
      part[chains - 1] = f(part[chains - 1], math::fill_behind(last, packs::rest, first));
    }
    return fold_packs(part, join);
  }
}
/// All numbers of a row, in every lane; chains and lanes are joined by a function of two.
template <class V, std::size_t Columns, class From, class F, class Join>
XSCOPE_INLINE constexpr V fold_row(const From& x, std::size_t row, math::lane_t<V> first, F f, Join join) {
  return math::fold_lanes(fold_part<V, Columns>(x, row, 0, first, f, join), join);
}
template <class V, std::size_t Columns, class From, class F>
XSCOPE_INLINE constexpr V fold_row(const From& x, std::size_t row, math::lane_t<V> first, F f) {
  return fold_row<V, Columns>(x, row, first, f, f);
}

/// Packs that stand beside each other, and a function of two for all of them.
template <class V, std::size_t Packs>
struct packs_beside {
  V pack[Packs];
};
template <class F>
struct each_pack {
  F f;

  template <class V, std::size_t Packs>
  XSCOPE_INLINE constexpr packs_beside<V, Packs> operator()(const packs_beside<V, Packs>& a,
                                                            const packs_beside<V, Packs>& b) const {
    packs_beside<V, Packs> out;
    repeat<Packs>([&](auto p) XSCOPE_INLINE_LAMBDA { out.pack[p] = f(a.pack[p], b.pack[p]); });
    return out;
  }
};

/// The columns of so many rows, each by a function of two: Packs packs of them from a column on, of the last
/// pack only the first lanes where Lanes says so.
template <class V, std::size_t Rows, std::size_t Packs, std::size_t Lanes, class From, class F>
XSCOPE_INLINE constexpr packs_beside<V, Packs> fold_columns(const From& x, std::size_t row,
                                                            std::size_t column, math::lane_t<V> first, F f) {
  // Few packs in a row leave registers for several rows at a time.
  constexpr std::size_t chains = Rows >= 8 && Packs <= 2 ? 4 : Rows >= 4 && Packs <= 4 ? 2 : 1;
  packs_beside<V, Packs> all;
  if constexpr (needs_blocks<F, V>(Rows / chains)) {
    constexpr std::size_t block = chains * steps_in_block;
    const each_pack<F> join{f};
    all = join_blocks<packs_beside<V, Packs>>(
        0, Rows / block,
        [&](std::size_t i) {
          return fold_columns<V, block, Packs, Lanes>(x, row + i * block, column, first, f);
        },
        join);
    if constexpr (Rows % block != 0)
      all = join(
          all, fold_columns<V, Rows % block, Packs, Lanes>(x, row + Rows / block * block, column, first, f));
  } else {
    V part[Packs][chains];
    const auto get = [&](std::size_t r, auto p) XSCOPE_INLINE_LAMBDA {
      constexpr std::size_t pack = decltype(p)::value;
      if constexpr (pack + 1 == Packs && Lanes != 0)
        return x.template get_first<V>(r, column + pack * math::lanes<V>, Lanes);
      else return x.template get<V>(r, column + pack * math::lanes<V>);
    };
    repeat<Packs>([&](auto p) XSCOPE_INLINE_LAMBDA {
      repeat<chains>([&](auto c) XSCOPE_INLINE_LAMBDA { part[p][c] = V(first); });
    });
    std::size_t r = 0;
    for (; r < Rows / chains * chains; r += chains) {
      repeat<chains>([&](auto c) XSCOPE_INLINE_LAMBDA {
        repeat<Packs>([&](auto p) XSCOPE_INLINE_LAMBDA { part[p][c] = f(part[p][c], get(row + r + c, p)); });
      });
    }
    if constexpr (Rows % chains != 0) {
      for (; r < Rows; ++r) {
        repeat<Packs>([&](auto p) XSCOPE_INLINE_LAMBDA { part[p][0] = f(part[p][0], get(row + r, p)); });
      }
    }
    repeat<Packs>([&](auto p) XSCOPE_INLINE_LAMBDA { all.pack[p] = fold_packs(part[p], f); });
  }
  return all;
}

/// Packs of columns side by side, as many as stay in registers: f(column, packs, lanes), where of the last
/// pack only the first lanes count (0: all).
template <class V, std::size_t Columns, class F>
XSCOPE_INLINE constexpr void for_each_group(F f) {
  using packs = row_of_packs<V, Columns>;
  constexpr std::size_t group = 8;
  constexpr std::size_t last = packs::whole % group + (packs::rest == 0 ? 0 : 1);
  std::size_t i = 0;
  for (; i < packs::whole / group * group * packs::lanes; i += group * packs::lanes)
    f(i, std::integral_constant<std::size_t, group>{}, std::integral_constant<std::size_t, 0>{});
  if constexpr (last != 0)
    f(i, std::integral_constant<std::size_t, last>{}, std::integral_constant<std::size_t, packs::rest>{});
}

/// Calls f(column, lanes) for each pack of a row; lanes are the first of the last pack (0: all).
template <class V, std::size_t Columns, class F>
XSCOPE_INLINE constexpr void for_each_pack(F f) {
  using packs = row_of_packs<V, Columns>;
  for (std::size_t c = 0; c < packs::whole * packs::lanes; c += packs::lanes)
    f(c, std::integral_constant<std::size_t, 0>{});
  if constexpr (packs::rest != 0)
    f(packs::whole * packs::lanes, std::integral_constant<std::size_t, packs::rest>{});
}

/// A pack of a row, or its first lanes (0: all).
template <class V, class From, std::size_t Lanes>
XSCOPE_INLINE constexpr V lanes_at(const From& x, std::size_t row, std::size_t column,
                                   std::integral_constant<std::size_t, Lanes>) {
  if constexpr (Lanes == 0) return x.template get<V>(row, column);
  else return x.template get_first<V>(row, column, Lanes);
}

/// A pack, or its first lanes (0: all), in memory.
template <class V, std::size_t Lanes>
XSCOPE_INLINE constexpr V load_lanes(const math::lane_t<V>* from,
                                     std::integral_constant<std::size_t, Lanes>) {
  if constexpr (Lanes == 0) return math::load<V>(from);
  else return math::load<V>(from, Lanes);
}
template <class V, std::size_t Lanes>
XSCOPE_INLINE constexpr void store_lanes(math::lane_t<V>* to, const V& x,
                                         std::integral_constant<std::size_t, Lanes>) {
  if constexpr (Lanes == 0) math::store<V>(to, x);
  else math::store<V>(to, x, Lanes);
}

}  // namespace xscope::kernels
