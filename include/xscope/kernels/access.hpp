// SPDX-License-Identifier: BSD-3-Clause
// How kernels that can be fused write their result and read their operand: row by row, a pack or an element
// at a time. Here are the plain forms; `run` has those that do a chain of elementwise operations on the way.
#pragma once

#include <cstddef>

#include "../config.hpp"
#include "../math/memory.hpp"

namespace xscope::kernels {

/// A result with rows of so many columns in memory.
template <class T, std::size_t Columns>
struct direct_sink {
  T* to;

  template <class V>
  XSCOPE_INLINE void put(const V& value, std::size_t row, std::size_t column) const {
    math::store<V>(to + row * Columns + column, value);
  }
  /// The first n lanes.
  template <class V>
  XSCOPE_INLINE void put_first(const V& value, std::size_t row, std::size_t column, std::size_t n) const {
    math::store<V>(to + row * Columns + column, value, n);
  }
};

/// An operand with rows of so many columns in memory.
template <class T, std::size_t Columns>
struct direct_reader {
  using value_type = T;
  const T* from;

  template <class V>
  XSCOPE_INLINE V get(std::size_t row, std::size_t column) const {
    return math::load<V>(from + row * Columns + column);
  }
  /// The first n lanes; the others hold anything.
  template <class V>
  XSCOPE_INLINE V get_first(std::size_t row, std::size_t column, std::size_t n) const {
    return math::load<V>(from + row * Columns + column, n);
  }
};

}  // namespace xscope::kernels
