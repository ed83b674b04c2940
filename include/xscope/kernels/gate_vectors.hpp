// SPDX-License-Identifier: BSD-3-Clause
// The gates of a recurrent layer side by side, in as few registers as they fill.
#pragma once

#include <bit>
#include <cstddef>
#include <utility>

#include "../math/registers.hpp"
#include "tanh_quotient.hpp"

namespace xscope::kernels {

/// The gates of some units in registers. Where two gates fit into a register they share one; the gate that is
/// then left over has half of one.
template <class Cell, class T, std::size_t Units, bool MayPair = true>
struct gate_vectors {
  static constexpr std::size_t gates = Cell::gates;
  static constexpr std::size_t most = math::vector_bytes / sizeof(T);
  static constexpr std::size_t least = 16 / sizeof(T);
  static constexpr std::size_t fitting = std::bit_ceil(Units) < least ? least : std::bit_ceil(Units);
  static constexpr std::size_t width = fitting < most ? fitting : most;
  static constexpr std::size_t parts = (Units + width - 1) / width;
  static constexpr bool pairs = MayPair && parts == 1 && 2 * width <= most;
  static constexpr std::size_t lanes = pairs ? 2 * width : width;
  using narrow = packed_t<T, width>;
  using wide = packed_t<T, lanes>;
  static constexpr std::size_t wides = pairs ? gates / 2 : gates * parts;
  static constexpr bool has_single = pairs && gates % 2 == 1;

  wide w[wides];
  narrow single;

  /// A row of weights, `all` units to a gate, from its unit that comes first here.
  template <class S>
  XSCOPE_INLINE static gate_vectors load(const S* row, std::size_t all) {
    gate_vectors out;
    out.single = narrow{};
    if constexpr (pairs) {
      const auto gate = [&](std::size_t j) XSCOPE_INLINE_LAMBDA {
        const narrow v = load_lanes<narrow, Units, T>(row + Cell::order[j] * all);
        return Cell::is_halved(j) ? v * T(0.5) : v;
      };
      XSCOPE_UNROLL
      for (std::size_t m = 0; m < wides; ++m)
        out.w[m] = picked<wide>(gate(2 * m), gate(2 * m + 1), std::make_index_sequence<lanes>{});
      if constexpr (has_single) out.single = gate(gates - 1);
    } else {
      XSCOPE_UNROLL
      for (std::size_t j = 0; j < gates; ++j) {
        const S* from = row + Cell::order[j] * all;
        XSCOPE_UNROLL
        for (std::size_t i = 0; i + 1 < parts; ++i)
          out.w[j * parts + i] = load_lanes<wide, width, T>(from + i * width);
        out.w[j * parts + parts - 1] =
            load_lanes<wide, Units - (parts - 1) * width, T>(from + (parts - 1) * width);
      }
    }
    return out;
  }

  XSCOPE_INLINE void add(const gate_vectors& other) {
    XSCOPE_UNROLL
    for (std::size_t m = 0; m < wides; ++m) w[m] += other.w[m];
    if constexpr (has_single) single += other.single;
  }
  XSCOPE_INLINE void add(const gate_vectors& row, T x) {
    XSCOPE_UNROLL
    for (std::size_t m = 0; m < wides; ++m) w[m] += row.w[m] * x;
    if constexpr (has_single) single += row.single * x;
  }
  /// The same for a number in lane K of a register.
  template <std::size_t K>
  XSCOPE_INLINE void add_lane(const gate_vectors& row, narrow h) {
    const wide x = spread_lane<K, wide>(h, std::make_index_sequence<lanes>{});
    XSCOPE_UNROLL
    for (std::size_t m = 0; m < wides; ++m) w[m] += row.w[m] * x;
    if constexpr (has_single) single += row.single * picked<narrow>(x, x, std::make_index_sequence<width>{});
  }
  template <std::size_t K>
  XSCOPE_INLINE void set_lane(const gate_vectors& row, narrow h) {
    const wide x = spread_lane<K, wide>(h, std::make_index_sequence<lanes>{});
    XSCOPE_UNROLL
    for (std::size_t m = 0; m < wides; ++m) w[m] = row.w[m] * x;
    if constexpr (has_single) single = row.single * picked<narrow>(x, x, std::make_index_sequence<width>{});
  }

  /// Which half of a register a gate has.
  template <bool High>
  XSCOPE_INLINE static narrow half_of(wide v) {
    if constexpr (High) return upper(v, std::make_index_sequence<width>{});
    else return picked<narrow>(v, v, std::make_index_sequence<width>{});
  }
  template <bool High>
  XSCOPE_INLINE static quotient<narrow> half_of(const quotient<wide>& q) {
    return {half_of<High>(q.factor), half_of<High>(q.above), half_of<High>(q.below)};
  }

 private:
  template <std::size_t... I>
  XSCOPE_INLINE static narrow upper(wide v, std::index_sequence<I...>) {
    return __builtin_shufflevector(v, v, static_cast<int>(I + width)...);
  }
};

}  // namespace xscope::kernels
