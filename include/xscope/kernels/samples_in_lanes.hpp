// SPDX-License-Identifier: BSD-3-Clause
// A recurrent layer over as many samples as a register has lanes. They are bound by throughput: one vector
// for each unit.
#pragma once

#include <cstddef>

#include "packed.hpp"
#include "recurrence_sizes.hpp"

namespace xscope::kernels {

template <class Cell, recurrent_size Size, bool Sequences, class S>
struct samples_in_lanes : recurrence_sizes<Cell, Size, Sequences, S> {
  using sizes = recurrence_sizes<Cell, Size, Sequences, S>;
  using sizes::features;
  using sizes::most;
  using sizes::row;
  using sizes::stack_bytes;
  using sizes::units;
  using typename sizes::operands_type;
  using typename sizes::T;

  using samples = packed_t<T, most>;
  static constexpr bool fit = (features + (Cell::has_c ? 3 : 2) * units) * sizeof(samples) <= stack_bytes;
  static constexpr std::size_t units_at_once = math::vector_bytes == 64 ? 4 : 2;

  /// The next state of units [first, first + Count).
  template <std::size_t Count>
  XSCOPE_INLINE static void next_units(std::size_t first, const samples* x, const samples* h, samples* next_h,
                                       samples* c, const operands_type& from) {
    samples sums[Cell::sums][Count];
    XSCOPE_UNROLL
    for (std::size_t s = 0; s < Cell::sums; ++s) {
      XSCOPE_UNROLL
      for (std::size_t u = 0; u < Count; ++u)
        sums[s][u] = Cell::template bias_of_sum<T>(from.bias, units, s, first + u) - samples{};
    }
    for (std::size_t f = 0; f < features; ++f) {
      XSCOPE_UNROLL
      for (std::size_t g = 0; g < Cell::gates; ++g) {
        XSCOPE_UNROLL
        for (std::size_t u = 0; u < Count; ++u)
          sums[g][u] += x[f] * static_cast<T>(from.kernel[f * row + g * units + first + u]);
      }
    }
    for (std::size_t k = 0; k < units; ++k) {
      XSCOPE_UNROLL
      for (std::size_t g = 0; g < Cell::gates; ++g) {
        XSCOPE_UNROLL
        for (std::size_t u = 0; u < Count; ++u)
          sums[Cell::recurrent_sum(g)][u] +=
              h[k] * static_cast<T>(from.recurrent[k * row + g * units + first + u]);
      }
    }
    XSCOPE_UNROLL
    for (std::size_t u = 0; u < Count; ++u) {
      samples gates[Cell::sums];
      XSCOPE_UNROLL
      for (std::size_t s = 0; s < Cell::sums; ++s) gates[s] = sums[s][u];
      next_h[first + u] = Cell::template next_of<T>(gates, h[first + u], c + (Cell::has_c ? first + u : 0));
    }
  }

  static void run(S* y, S* last_c, const operands_type& from, std::size_t b, std::size_t count) {
    samples x[features + 1]{};
    samples h[2][units]{};
    samples c[Cell::has_c ? units : 1]{};
    const auto get = [&](samples* to, const S* rows, std::size_t stride, std::size_t columns) {
      for (std::size_t i = 0; i < columns; ++i) {
        for (std::size_t l = 0; l < count; ++l) to[i][l] = static_cast<T>(rows[l * stride + i]);
      }
    };
    const auto put = [&](S* rows, std::size_t stride, const samples* numbers) {
      for (std::size_t l = 0; l < count; ++l) {
        for (std::size_t i = 0; i < units; ++i) rows[l * stride + i] = static_cast<S>(numbers[i][l]);
      }
    };
    get(h[0], from.h + b * units, units, units);
    if constexpr (Cell::has_c) get(c, from.c + b * units, units, units);
    for (std::size_t t = 0; t < Size.time; ++t) {
      get(x, from.x + (b * Size.time + t) * features, Size.time * features, features);
      std::size_t u = 0;
      for (; u + units_at_once <= units; u += units_at_once)
        next_units<units_at_once>(u, x, h[t % 2], h[(t + 1) % 2], c, from);
      constexpr std::size_t rest = units % units_at_once;
      if constexpr (rest != 0) next_units<rest>(u, x, h[t % 2], h[(t + 1) % 2], c, from);
      if constexpr (Sequences) put(y + (b * Size.time + t) * units, Size.time * units, h[(t + 1) % 2]);
    }
    if constexpr (!Sequences) put(y + b * units, units, h[Size.time % 2]);
    if (Cell::has_c && last_c != nullptr) put(last_c + b * units, units, c);
  }
};

}  // namespace xscope::kernels
