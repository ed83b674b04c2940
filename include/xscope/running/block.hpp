// SPDX-License-Identifier: BSD-3-Clause
// Running blocks of rows through a small network: as many rows as a pack has lanes at a time, each column of
// them in a register.
#pragma once

#include <bit>
#include <cstddef>
#include <tuple>
#include <utility>

#include "../math/lanes.hpp"
#include "../ops/node.hpp"
#include "../planning/blocks.hpp"
#include "backend/xsimd.hpp"

namespace xscope::running {

using planning::block_spec;

template <block_spec Spec>
struct block_network {
  using T = element_t<Spec.dtype.value>;
  using pack = math::pack_of<T>;
  static constexpr std::size_t lanes = math::lanes<pack>;
  static constexpr std::size_t columns = Spec.list[Spec.instructions - 1].width;

  template <std::size_t N>
  struct columns_of {
    pack value[N == 0 ? 1 : N];
  };
  template <class I>
  struct values_type;
  template <std::size_t... I>
  struct values_type<std::index_sequence<I...>> {
    using type = std::tuple<columns_of<Spec.list[I].width>...>;
  };
  using all = std::make_index_sequence<static_cast<std::size_t>(Spec.instructions)>;
  using values = typename values_type<all>::type;

  template <std::size_t Width>
  static constexpr bool by_shuffles = math::is_pack<pack> && std::has_single_bit(Width) && Width <= 16;
  /// Column j of n rows of an operand, for all columns.
  template <std::size_t Width, class... N>
  XSCOPE_INLINE static void load_rows(pack* to, const T* from, N... rows) {
    if constexpr (Width == 1) {
      to[0] = math::load<pack>(from, rows...);
    } else if constexpr (by_shuffles<Width> && sizeof...(rows) == 0) {
      pack whole[Width];
      XSCOPE_UNROLL
      for (std::size_t i = 0; i < Width; ++i) whole[i] = math::load<pack>(from + i * lanes);
      math::rows_to_columns<Width>(to, whole);
    } else {
      alignas(pack) T column[lanes]{};
      const std::size_t n = count_of(rows...);
      XSCOPE_UNROLL
      for (std::size_t j = 0; j < Width; ++j) {
        for (std::size_t r = 0; r < n; ++r) column[r] = from[r * Width + j];
        to[j] = math::load<pack>(column);
      }
    }
  }
  template <std::size_t Width, class... N>
  XSCOPE_INLINE static void store_rows(T* to, const pack* from, N... rows) {
    if constexpr (Width == 1) {
      math::store<pack>(to, from[0], rows...);
    } else if constexpr (by_shuffles<Width> && sizeof...(rows) == 0) {
      pack whole[Width];
      math::columns_to_rows<Width>(whole, from);
      XSCOPE_UNROLL
      for (std::size_t i = 0; i < Width; ++i) math::store<pack>(to + i * lanes, whole[i]);
    } else {
      alignas(pack) T column[lanes];
      const std::size_t n = count_of(rows...);
      XSCOPE_UNROLL
      for (std::size_t j = 0; j < Width; ++j) {
        math::store<pack>(column, from[j]);
        for (std::size_t r = 0; r < n; ++r) to[r * Width + j] = column[r];
      }
    }
  }
  XSCOPE_INLINE static constexpr std::size_t count_of() { return lanes; }
  XSCOPE_INLINE static constexpr std::size_t count_of(std::size_t n) { return n; }

  /// Column j of argument K of instruction I.
  template <int I, int K>
  XSCOPE_INLINE static pack element(const values& done, const T* const* from, std::size_t row,
                                    std::size_t j) {
    constexpr planning::argument arg = Spec.list[I].args[K];
    if constexpr (arg.from == planning::argument_kind::instruction) return std::get<arg.index>(done).value[j];
    else if constexpr (arg.from == planning::argument_kind::constant) return pack(static_cast<T>(arg.real));
    else if constexpr (Spec.width[arg.index] == 1 && !Spec.per_row[arg.index]) return pack(*from[arg.index]);
    else if constexpr (!Spec.per_row[arg.index]) return pack(from[arg.index][j]);
    else return from_rows<arg.index>(from, row, j);
  }
  /// Column j of rows in memory, where an operation in the middle of the network reads them.
  template <int Operand>
  XSCOPE_INLINE static pack from_rows(const T* const* from, std::size_t row, std::size_t j) {
    constexpr std::size_t width = Spec.width[Operand];
    alignas(pack) T column[lanes]{};
    const std::size_t n = Spec.rows - row < lanes ? Spec.rows - row : lanes;
    for (std::size_t r = 0; r < n; ++r) column[r] = from[Operand][(row + r) * width + j];
    return math::load<pack>(column);
  }

  template <int I, class... N>
  XSCOPE_INLINE static void compute(values& done, const T* const* from, std::size_t row, N... rows) {
    constexpr planning::block_instruction step = Spec.list[I];
    using op = ops::code_of<step.op>;
    pack* to = std::get<I>(done).value;
    if constexpr (step.op->how == ops::form::kernel) {
      constexpr planning::argument first = step.args[0];
      columns_of<step.spec.in[0][1]> loaded;
      const pack* x = loaded.value;
      if constexpr (first.from == planning::argument_kind::instruction) x = std::get<first.index>(done).value;
      else load_rows<step.spec.in[0][1]>(loaded.value, from[first.index] + row * step.spec.in[0][1], rows...);
      XSCOPE_UNROLL
      for (std::size_t j = 0; j < step.width; ++j) {
        if constexpr (step.has_start) to[j] = element<I, step.count>(done, from, row, j);
        else to[j] = pack(T(0));
      }
      [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
        op::template rows<step.spec>(to, x, from[step.args[K + 1].index]...);
      }(std::make_index_sequence<static_cast<std::size_t>(step.count - 1)>{});
    } else {
      XSCOPE_UNROLL
      for (std::size_t j = 0; j < step.width; ++j) {
        to[j] = [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
          return op::template forward<pack>(element<I, static_cast<int>(K)>(done, from, row, j)...);
        }(std::make_index_sequence<static_cast<std::size_t>(step.count)>{});
      }
    }
  }

  template <class... N>
  XSCOPE_INLINE static void block(T* to, const T* const* from, std::size_t row, N... rows) {
    values done;
    [&]<std::size_t... I>(std::index_sequence<I...>) XSCOPE_INLINE_LAMBDA {
      (compute<static_cast<int>(I)>(done, from, row, rows...), ...);
      store_rows<columns>(to + row * columns, std::get<sizeof...(I) - 1>(done).value, rows...);
    }(all{});
  }
};

/// Runs all rows through the network. `to` is none of the operands.
template <block_spec Spec, class T, class... P>
[[gnu::noinline]] void run_block(T* to, const P*... operands) {
  using network = block_network<Spec>;
  const T* const from[] = {operands...};
  constexpr std::size_t lanes = network::lanes;
  std::size_t row = 0;
  for (; row + lanes <= Spec.rows; row += lanes) network::block(to, from, row);
  if constexpr (Spec.rows % lanes != 0) network::block(to, from, row, Spec.rows % lanes);
}

}  // namespace xscope::running
