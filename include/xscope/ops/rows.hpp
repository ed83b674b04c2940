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
#include "access.hpp"

namespace xscope::ops {

/// What a kernel was given as its operand, as rows.
template <std::size_t Columns, class T>
XSCOPE_INLINE constexpr auto as_rows(const T* from) {
  return direct_source<T, Columns>{from};
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

/// All numbers of a row by a function of two, from `first`, which changes nothing: in every lane. There are
/// several chains of their own, so that no step waits for the one before; they are joined by a function of
/// two.
template <class V, std::size_t Columns, class From, class F, class Join>
XSCOPE_INLINE constexpr V fold_row(const From& x, std::size_t row, math::lane_t<V> first, F f, Join join) {
  using packs = row_of_packs<V, Columns>;
  constexpr std::size_t most = packs::lanes == 1 ? 16 : 8;
  constexpr std::size_t chains = packs::whole >= most ? most : packs::whole >= 4 ? 4 : 1;
  constexpr std::size_t step = chains * packs::lanes;
  V part[chains];
  repeat<chains>([&](auto c) XSCOPE_INLINE_LAMBDA { part[c] = V(first); });
  std::size_t i = 0;
  for (; i < Columns / step * step; i += step) {
    repeat<chains>([&](auto c) XSCOPE_INLINE_LAMBDA {
      part[c] = f(part[c], x.template get<V>(row, i + c * packs::lanes));
    });
  }
  if constexpr (packs::whole % chains != 0) {
    for (; i < packs::whole * packs::lanes; i += packs::lanes)
      part[0] = f(part[0], x.template get<V>(row, i));
  }
  if constexpr (packs::rest != 0) {
    const V last = x.template get_first<V>(row, i, packs::rest);
    part[chains - 1] = f(part[chains - 1], math::fill_behind(last, packs::rest, first));
  }
  return math::fold_lanes(fold_packs(part, join), join);
}
template <class V, std::size_t Columns, class From, class F>
XSCOPE_INLINE constexpr V fold_row(const From& x, std::size_t row, math::lane_t<V> first, F f) {
  return fold_row<V, Columns>(x, row, first, f, f);
}

/// The columns of so many rows, each by a function of two: Packs packs of them from a column on, of the last
/// pack only the first lanes where Lanes says so.
template <class V, std::size_t Rows, std::size_t Packs, std::size_t Lanes, class From, class F, class Store>
XSCOPE_INLINE constexpr void fold_columns(const From& x, std::size_t row, std::size_t column,
                                          math::lane_t<V> first, F f, Store store) {
  // Few packs in a row leave registers for several rows at a time.
  constexpr std::size_t chains = Rows >= 8 && Packs <= 2 ? 4 : Rows >= 4 && Packs <= 4 ? 2 : 1;
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
  repeat<Packs>([&](auto p) XSCOPE_INLINE_LAMBDA {
    constexpr std::size_t lanes = p + 1 == Packs ? Lanes : 0;
    store(column + p * math::lanes<V>, fold_packs(part[p], f), std::integral_constant<std::size_t, lanes>{});
  });
}

/// One column of packs, of which only the first lanes count (0: all).
template <class V, std::size_t Rows, std::size_t Lanes, class From, class F>
XSCOPE_INLINE constexpr V fold_column(const From& x, std::size_t row, std::size_t column,
                                      math::lane_t<V> first, F f) {
  V all;
  fold_columns<V, Rows, 1, Lanes>(x, row, column, first, f,
                                  [&](std::size_t, const V& together, auto)
                                      XSCOPE_INLINE_LAMBDA { all = together; });
  return all;
}

/// All columns of so many rows: store(column, pack, lanes) gets each pack, of the last perhaps only the first
/// lanes (0: all).
template <class V, std::size_t Rows, std::size_t Columns, class From, class F, class Store>
XSCOPE_INLINE constexpr void fold_rows(const From& x, std::size_t row, math::lane_t<V> first, F f,
                                       Store store) {
  using packs = row_of_packs<V, Columns>;
  constexpr std::size_t block = 8;
  std::size_t i = 0;
  for (; i < packs::whole / block * block * packs::lanes; i += block * packs::lanes)
    fold_columns<V, Rows, block, 0>(x, row, i, first, f, store);
  if constexpr (packs::whole % block != 0 || packs::rest != 0)
    fold_columns<V, Rows, packs::whole % block + (packs::rest == 0 ? 0 : 1), packs::rest>(x, row, i, first, f,
                                                                                          store);
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

}  // namespace xscope::ops
