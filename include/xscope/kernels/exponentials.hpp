// SPDX-License-Identifier: BSD-3-Clause
// e to the power of numbers less the greatest of them, and the sum of these: what softmax, its logarithm and
// the losses made of it begin with. A column is the same as a row whose numbers lie apart.
#pragma once

#include <cstddef>
#include <type_traits>

#include "../math/exp.hpp"
#include "../math/log.hpp"
#include "../math/wide.hpp"
#include "loops.hpp"
#include "rows.hpp"

namespace xscope::kernels {

/// e^x for x that is not above 0.
template <class V>
XSCOPE_INLINE constexpr V exp_of_negative(const V& x) {
  return static_cast<V>(math::parts::exp_below(math::wide(x)));
}
template <class V>
XSCOPE_INLINE constexpr V log_of(const V& x) {
  return static_cast<V>(math::log(math::wide(x)));
}

/// The larger of two; the first where the second is NaN.
struct top_of {
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& a, const V& b) const {
    return math::max(b, a);
  }
};
struct sum_of {
  static constexpr bool rounds = true;
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& a, const V& b) const {
    return static_cast<V>(a + b);
  }
};

/// A row of so many numbers, once its greatest number is known: in registers if they are few, else in memory.
template <class V, std::size_t Columns>
struct row_in_registers {
  using packs = row_of_packs<V, Columns>;
  using T = math::lane_t<V>;
  static constexpr std::size_t most = 16;
  static constexpr bool fits = packs::packs <= most;
  static constexpr std::size_t chains = packs::packs < 4 ? packs::packs : 4;

  V x[packs::packs];

  template <class From>
  XSCOPE_INLINE constexpr void load(const From& from, std::size_t row) {
    repeat<packs::packs>([&](auto p) XSCOPE_INLINE_LAMBDA {
      constexpr std::size_t column = p * packs::lanes;
      if constexpr (p < packs::whole) x[p] = from.template get<V>(row, column);
      else
        x[p] = math::fill_behind(from.template get_first<V>(row, column, packs::rest), packs::rest,
                                 math::least<T>);
    });
  }
  /// A function of all numbers by a function of two, in every lane.
  template <class To = V, class F, class Map>
  XSCOPE_INLINE constexpr To fold(F f, Map map) const {
    To part[chains];
    repeat<packs::packs>([&](auto p) XSCOPE_INLINE_LAMBDA {
      if constexpr (p < chains) part[p] = static_cast<To>(map(x[p]));
      else part[p % chains] = f(part[p % chains], static_cast<To>(map(x[p])));
    });
    return math::fold_lanes(fold_packs(part, f), f);
  }
  template <class F>
  XSCOPE_INLINE constexpr void apply(F f) {
    repeat<packs::packs>([&](auto p) XSCOPE_INLINE_LAMBDA { x[p] = f(x[p]); });
  }
  template <class F>
  XSCOPE_INLINE constexpr void store(T* to, F f) const {
    repeat<packs::packs>([&](auto p) XSCOPE_INLINE_LAMBDA {
      constexpr std::size_t lanes = p < packs::whole ? 0 : packs::rest;
      store_lanes(to + p * packs::lanes, static_cast<V>(f(x[p])),
                  std::integral_constant<std::size_t, lanes>{});
    });
  }
};

/// Rows of which each number is replaced by a function of it.
template <class From, class F>
struct mapped_rows {
  const From& from;
  F f;

  template <class V>
  XSCOPE_INLINE constexpr V get(std::size_t row, std::size_t column) const {
    return f(from.template get<V>(row, column));
  }
  template <class V>
  XSCOPE_INLINE constexpr V get_first(std::size_t row, std::size_t column, std::size_t n) const {
    return f(from.template get_first<V>(row, column, n));
  }
};
template <class From, class F>
mapped_rows(const From&, F) -> mapped_rows<From, F>;

/// The same, which are stored when they are read.
template <std::size_t Columns, class T, class From>
struct stored_rows {
  T* to;
  const From& from;

  template <class V>
  XSCOPE_INLINE constexpr V get(std::size_t row, std::size_t column) const {
    const V x = from.template get<V>(row, column);
    math::store<V>(to + row * Columns + column, x);
    return x;
  }
  template <class V>
  XSCOPE_INLINE constexpr V get_first(std::size_t row, std::size_t column, std::size_t n) const {
    const V x = from.template get_first<V>(row, column, n);
    math::store<V>(to + row * Columns + column, x, n);
    return x;
  }
};
template <std::size_t Columns, class T, class From>
XSCOPE_INLINE constexpr stored_rows<Columns, T, From> store_rows(T* to, const From& from) {
  return {to, from};
}

/// Rows of e^(x - top).
template <class V, class From>
XSCOPE_INLINE constexpr auto powers_of(const From& x, const V& top) {
  return mapped_rows{x, [top](const V& a)
                            XSCOPE_INLINE_LAMBDA { return exp_of_negative(static_cast<V>(a - top)); }};
}

/// What of each number is kept until the sum is known.
enum class kept { number, power };

/// y = g(x), or g(e^(x - top)), for all numbers of a group that stands along an axis, where g is what
/// finish(group, top, sum) gives for the group's greatest number and the sum of its powers, which of half
/// precision is a float.
template <class T, axis_split Split, kept Kept, class From, class Finish>
constexpr void along_axis(T* y, const From& input, Finish finish) {
  using V = math::pack_of<T>;
  using S = math::sum_pack<math::sum_t<T>, T>;
  constexpr math::sum_t<T> zero{};
  if constexpr (Split.along == 0) {
    return;
  } else if constexpr (Split.inner == 1) {
    constexpr std::size_t columns = Split.along;
    const auto x = as_rows<columns>(input);
    for (std::size_t r = 0; r < Split.outer; ++r) {
      using registers = row_in_registers<V, columns>;
      if constexpr (registers::fits) {
        registers row;
        row.load(x, r);
        const auto same = [](const V& a) XSCOPE_INLINE_LAMBDA { return a; };
        const V top = row.fold(top_of{}, same);
        const auto power = [&](const V& a)
                               XSCOPE_INLINE_LAMBDA { return exp_of_negative(static_cast<V>(a - top)); };
        S sum;
        if constexpr (Kept == kept::power) {
          row.apply(power);
          sum = row.template fold<S>(sum_of{}, same);
        } else {
          sum = row.template fold<S>(sum_of{}, power);
        }
        row.store(y + r * columns, finish(r, top, sum));
      } else {
        const auto to_memory = as_rows<columns>(static_cast<const T*>(y));
        const auto held = store_rows<columns>(y, x);
        const V top = fold_row<V, columns>(held, r, math::least<T>, top_of{});
        const auto powers = powers_of(to_memory, top);
        S sum;
        if constexpr (Kept == kept::power) {
          const auto stored = store_rows<columns>(y, powers);
          sum = fold_row<S, columns>(read_as<math::sum_t<T>, T>(stored), r, zero, sum_of{});
        } else {
          sum = fold_row<S, columns>(read_as<math::sum_t<T>, T>(powers), r, zero, sum_of{});
        }
        const auto g = finish(r, top, sum);
        for_each_pack<V, columns>([&](std::size_t c, auto lanes) XSCOPE_INLINE_LAMBDA {
          store_lanes(y + r * columns + c, static_cast<V>(g(lanes_at<V>(to_memory, r, c, lanes))), lanes);
        });
      }
    }
  } else {
    // As many groups as there are lanes: their numbers stand in rows.
    constexpr std::size_t columns = Split.inner;
    const auto x = as_rows<columns>(input);
    const auto in_memory = as_rows<columns>(static_cast<const T*>(y));
    for (std::size_t o = 0; o < Split.outer; ++o) {
      const std::size_t first = o * Split.along;
      for_each_pack<V, columns>([&](std::size_t c, auto lanes) XSCOPE_INLINE_LAMBDA {
        const V top = fold_columns<V, Split.along, 1, lanes>(store_rows<columns>(y, x), first, c,
                                                             math::least<T>, top_of{})
                          .pack[0];
        const auto powers = powers_of(in_memory, top);
        S sum;
        if constexpr (Kept == kept::power) {
          const auto stored = store_rows<columns>(y, powers);
          sum = fold_columns<S, Split.along, 1, lanes>(read_as<math::sum_t<T>, T>(stored), first, c, zero,
                                                       sum_of{})
                    .pack[0];
        } else {
          sum = fold_columns<S, Split.along, 1, lanes>(read_as<math::sum_t<T>, T>(powers), first, c, zero,
                                                       sum_of{})
                    .pack[0];
        }
        const auto g = finish(o, top, sum);
        for (std::size_t k = first; k < first + Split.along; ++k)
          store_lanes(y + k * columns + c, static_cast<V>(g(lanes_at<V>(in_memory, k, c, lanes))), lanes);
      });
    }
  }
}

/// The same for rows side by side: x has a pack for each column. The results are added to y.
template <std::size_t Columns, kept Kept, class V, class Finish>
XSCOPE_INLINE constexpr void along_packs(V* y, const V* x, Finish finish) {
  V top = x[0];
  repeat<Columns - 1>([&](auto i) XSCOPE_INLINE_LAMBDA { top = top_of{}(top, x[i + 1]); });
  V powers[Columns];
  repeat<Columns>([&](auto i)
                      XSCOPE_INLINE_LAMBDA { powers[i] = exp_of_negative(static_cast<V>(x[i] - top)); });
  V sum = powers[0];
  repeat<Columns - 1>([&](auto i) XSCOPE_INLINE_LAMBDA { sum = sum_of{}(sum, powers[i + 1]); });
  const auto g = finish(0, top, sum);
  repeat<Columns>([&](auto i)
                      XSCOPE_INLINE_LAMBDA { y[i] = y[i] + g(Kept == kept::power ? powers[i] : x[i]); });
}

}  // namespace xscope::kernels
