// SPDX-License-Identifier: BSD-3-Clause
// How fused kernels write and read: a chain of elementwise operations is done on what a kernel has in
// registers, before it is stored or when it is loaded.
#pragma once

#include <cstddef>
#include <utility>

#include "../kernels/access.hpp"
#include "fuse.hpp"

namespace xscope::running {

/// The operands of a chain that goes row by row, from operand First on; all of one type.
template <fused_spec Spec, int First, class T>
struct grid_operands {
  static constexpr std::size_t count = static_cast<std::size_t>(Spec.operands - First);
  const T* from[count + 1];

  template <class V, std::size_t K, class... N>
  XSCOPE_INLINE V load(std::size_t row, std::size_t column, N... lanes) const {
    constexpr std::size_t k = K + static_cast<std::size_t>(First);
    const T* at = from[K] + row * Spec.stride[k][0] + column * Spec.stride[k][1];
    if constexpr (Spec.stride[k][1] == 0) return V(*at);
    else return math::load<V>(at, lanes...);
  }
};

/// Stores what a kernel computes after a chain, whose operand 0 it is.
template <fused_spec Spec, class T, std::size_t Columns>
struct chain_sink {
  T* to;
  grid_operands<Spec, 1, T> operands;

  template <class V>
  XSCOPE_INLINE void put(const V& value, std::size_t row, std::size_t column) const {
    math::store<V>(to + row * Columns + column, compute(value, row, column));
  }
  template <class V>
  XSCOPE_INLINE void put_first(const V& value, std::size_t row, std::size_t column, std::size_t n) const {
    math::store<V>(to + row * Columns + column, compute(value, row, column, n), n);
  }

 private:
  template <class V, class... N>
  XSCOPE_INLINE V compute(const V& value, std::size_t row, std::size_t column, N... lanes) const {
    return [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
      if constexpr (fused_function<Spec>::stores) {
        const auto put_besides = [&]<std::size_t K2>(const V& result) XSCOPE_INLINE_LAMBDA {
          // An operand that is stored to is a variable, which nobody else reads meanwhile.
          math::store<V>(const_cast<T*>(operands.from[K2 - 1]) + row * Columns + column, result, lanes...);
        };
        return fused_function<Spec>{}.storing(put_besides, value,
                                              operands.template load<V, K>(row, column, lanes...)...);
      } else {
        return fused_function<Spec>{}(value, operands.template load<V, K>(row, column, lanes...)...);
      }
    }(std::make_index_sequence<grid_operands<Spec, 1, T>::count>{});
  }
};

/// The elements of a chain, which are computed when they are asked for.
template <fused_spec Spec, class T>
struct chain_reader {
  using value_type = T;
  grid_operands<Spec, 0, T> operands;

  template <class V>
  XSCOPE_INLINE V get(std::size_t row, std::size_t column) const {
    return [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
      return fused_function<Spec>{}(operands.template load<V, K>(row, column)...);
    }(std::make_index_sequence<grid_operands<Spec, 0, T>::count>{});
  }
  template <class V>
  XSCOPE_INLINE V get_first(std::size_t row, std::size_t column, std::size_t n) const {
    return [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
      return fused_function<Spec>{}(operands.template load<V, K>(row, column, n)...);
    }(std::make_index_sequence<grid_operands<Spec, 0, T>::count>{});
  }
};

}  // namespace xscope::running
