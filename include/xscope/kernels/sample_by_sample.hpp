// SPDX-License-Identifier: BSD-3-Clause
// A recurrent layer over a single sample, or a few. It is bound by latency, from one step's state to the next
// one's, so all gates of all units stand side by side in as few vectors as they fill, and weights and state
// stay in registers where they fit.
#pragma once

#include <cstddef>
#include <cstring>
#include <type_traits>
#include <utility>

#include "gate_vectors.hpp"
#include "gemm.hpp"
#include "recurrence_sizes.hpp"

namespace xscope::kernels {

template <class Cell, recurrent_size Size, bool Sequences, class S>
struct sample_by_sample : recurrence_sizes<Cell, Size, Sequences, S> {
  using sizes = recurrence_sizes<Cell, Size, Sequences, S>;
  using sizes::features;
  using sizes::most;
  using sizes::row;
  using sizes::stack_bytes;
  using sizes::units;
  using typename sizes::operands_type;
  using typename sizes::T;
  static constexpr std::size_t padded = (units + most - 1) / most * most;
  static constexpr std::size_t state_bytes = (Cell::has_c ? 3 : 2) * padded * sizeof(T);

  /// What the inputs of a few steps add to the gates, where that is worth a product of matrices.
  static constexpr std::size_t product_rows = [] {
    const std::size_t other =
        units <= most ? 3 * 1024 : state_bytes;  // up to most rows of weights, or the state
    const std::size_t rows = other < stack_bytes ? (stack_bytes - other) / (row * sizeof(T) + 1) : 0;
    return rows > Size.time ? Size.time : rows;
  }();
  static constexpr bool by_product = std::is_same_v<S, T> && features > 4 && product_rows > 0;
  struct inputs {
    alignas(64) T gates[by_product ? product_rows * row : 1];

    XSCOPE_INLINE void fill(const operands_type& from, std::size_t t) {
      if constexpr (by_product) {
        if (t % product_rows != 0) return;
        constexpr std::size_t rest = Size.time % product_rows;
        if (t + product_rows <= Size.time) product<product_rows>(from, t);
        else if constexpr (rest != 0) product<rest>(from, t);
      }
    }
    template <std::size_t Rows>
    [[gnu::noinline]] void product(const operands_type& from, std::size_t t) {
      kernels::product<T, gemm_size{Rows, row, features}>(gates, from.x + t * features, from.kernel);
    }
    template <class G>
    XSCOPE_INLINE void add_to(G& sum, const operands_type& from, std::size_t t, std::size_t first) const {
      if constexpr (by_product) {
        sum.add(G::load(gates + t % product_rows * row + first, units));
      } else {
        for (std::size_t f = 0; f < features; ++f)
          sum.add(G::load(from.kernel + f * row + first, units), static_cast<T>(from.x[t * features + f]));
      }
    }
  };

  /// All units in one register: the state never leaves it.
  static void in_registers(S* y, S* last_c, const operands_type& from) {
    using G = gate_vectors<Cell, T, units>;
    using V = typename G::narrow;
    G rows[units];
    for (std::size_t k = 0; k < units; ++k) rows[k] = G::load(from.recurrent + k * row, units);
    G kernel[by_product || features == 0 ? 1 : features];
    if constexpr (!by_product) {
      for (std::size_t f = 0; f < features; ++f) kernel[f] = G::load(from.kernel + f * row, units);
    }
    const G bias = Cell::template bias<G>(from.bias, units, 0);
    const G other = Cell::template other_bias<G>(from.bias, units, 0);
    V h = load_lanes<V, units, T>(from.h);
    V c{};
    if constexpr (Cell::has_c) c = load_lanes<V, units, T>(from.c);
    inputs in;
    for (std::size_t t = 0; t < Size.time; ++t) {
      in.fill(from, t);
      G sum = bias;
      if constexpr (by_product) {
        in.add_to(sum, from, t, 0);
      } else {
        for (std::size_t f = 0; f < features; ++f)
          sum.add(kernel[f], static_cast<T>(from.x[t * features + f]));
      }
      G total = Cell::start(sum, other);
      // Two sums: what comes one after another is half as long.
      [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
        G second;
        (
            [&] {
              if constexpr (K == 1) second.template set_lane<K>(rows[K], h);
              else if constexpr (K % 2 == 1) second.template add_lane<K>(rows[K], h);
              else total.template add_lane<K>(rows[K], h);
            }(),
            ...);
        if constexpr (units > 1) total.add(second);
      }(std::make_index_sequence<units>{});
      Cell::template next<T>(total, sum, &h, &c);
      if constexpr (Sequences) store_lanes<units, T>(y + t * units, h);
    }
    if constexpr (!Sequences) store_lanes<units, T>(y, h);
    if (Cell::has_c && last_c != nullptr) store_lanes<units, T>(last_c, c);
  }

  /// The packs of units whose gates fill the registers.
  static constexpr std::size_t most_parts = math::vector_bytes == 64 ? 4 : 2;
  /// Samples that go over the weights together, so that these are read once for all of them.
  static constexpr std::size_t samples_at_once = [] {
    std::size_t n = units <= most ? 1 : most_parts;
    while (n > 1 && (n > Size.batch || n * state_bytes > stack_bytes)) n /= 2;
    return n;
  }();
  template <std::size_t Samples>
  struct state {
    alignas(64) T h[2][Samples][padded];
    alignas(64) T c[Samples][Cell::has_c ? padded : 1];
  };

  /// The next state of some units, while the whole state goes by.
  template <std::size_t Count, std::size_t Samples>
  XSCOPE_INLINE static void next_block(state<Samples>& now, std::size_t t, std::size_t first,
                                       const inputs* in, const operands_type& from) {
    using G = gate_vectors<Cell, T, Count, false>;
    using V = typename G::narrow;
    G sums[Samples];
    G totals[Samples];
    XSCOPE_UNROLL
    for (std::size_t n = 0; n < Samples; ++n) sums[n] = Cell::template bias<G>(from.bias, units, first);
    if constexpr (Samples == 1) {
      in->add_to(sums[0], from, t, first);
    } else {
      for (std::size_t f = 0; f < features; ++f) {
        const G weights = G::load(from.kernel + f * row + first, units);
        XSCOPE_UNROLL
        for (std::size_t n = 0; n < Samples; ++n)
          sums[n].add(weights, static_cast<T>(from.x[(n * Size.time + t) * features + f]));
      }
    }
    XSCOPE_UNROLL
    for (std::size_t n = 0; n < Samples; ++n)
      totals[n] = Cell::start(sums[n], Cell::template other_bias<G>(from.bias, units, first));
    for (std::size_t k = 0; k < units; ++k) {
      const G weights = G::load(from.recurrent + k * row + first, units);
      XSCOPE_UNROLL
      for (std::size_t n = 0; n < Samples; ++n) totals[n].add(weights, now.h[t % 2][n][k]);
    }
    XSCOPE_UNROLL
    for (std::size_t n = 0; n < Samples; ++n) {
      V h[G::parts];
      V c[G::parts]{};
      std::memcpy(h, now.h[t % 2][n] + first, sizeof h);
      if constexpr (Cell::has_c) std::memcpy(c, now.c[n] + first, sizeof c);
      Cell::template next<T>(totals[n], sums[n], h, c);
      std::memcpy(now.h[(t + 1) % 2][n] + first, h, sizeof h);
      if constexpr (Cell::has_c) std::memcpy(now.c[n] + first, c, sizeof c);
    }
  }

  /// Blocks of units, one after the other.
  template <std::size_t Samples>
  static void in_blocks(S* y, S* last_c, const operands_type& from) {
    constexpr std::size_t parts = Samples == 1 ? most_parts : 6 * most_parts / (Cell::gates * Samples);
    constexpr std::size_t block = most * parts;
    state<Samples> now{};
    if constexpr (Samples == 1) {
      inputs in;
      in_blocks<block>(now, &in, y, from);
    } else {
      in_blocks<block>(now, nullptr, y, from);
    }
    if (!Cell::has_c || last_c == nullptr) return;
    for (std::size_t n = 0; n < Samples; ++n) {
      for (std::size_t k = 0; k < units; ++k) last_c[n * units + k] = static_cast<S>(now.c[n][k]);
    }
  }
  template <std::size_t Block, std::size_t Samples>
  XSCOPE_INLINE static void in_blocks(state<Samples>& now, inputs* in, S* y, const operands_type& from) {
    for (std::size_t n = 0; n < Samples; ++n) {
      for (std::size_t k = 0; k < units; ++k) now.h[0][n][k] = static_cast<T>(from.h[n * units + k]);
      if constexpr (Cell::has_c) {
        for (std::size_t k = 0; k < units; ++k) now.c[n][k] = static_cast<T>(from.c[n * units + k]);
      }
    }
    const auto put = [&](S* to, const T* numbers) {
      for (std::size_t k = 0; k < units; ++k) to[k] = static_cast<S>(numbers[k]);
    };
    for (std::size_t t = 0; t < Size.time; ++t) {
      if constexpr (Samples == 1) in->fill(from, t);
      std::size_t first = 0;
      for (; first + Block <= units; first += Block) next_block<Block>(now, t, first, in, from);
      if constexpr (units % Block != 0) next_block<units % Block>(now, t, first, in, from);
      if constexpr (Sequences) {
        for (std::size_t n = 0; n < Samples; ++n) put(y + (n * Size.time + t) * units, now.h[(t + 1) % 2][n]);
      }
    }
    if constexpr (!Sequences) {
      for (std::size_t n = 0; n < Samples; ++n) put(y + n * units, now.h[Size.time % 2][n]);
    }
  }
};

}  // namespace xscope::kernels
