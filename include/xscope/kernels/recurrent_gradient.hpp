// SPDX-License-Identifier: BSD-3-Clause
// What the gradients of recurrent layers compute with: products of a row or a column with a matrix.
#pragma once

#include <cstddef>
#include <type_traits>

#include "../math/library.hpp"
#include "kernel.hpp"

namespace xscope::kernels {

/// Where the numbers of one step begin, in such a buffer.
template <class T, class S>
T* numbers_at_work(S* buffer, S* behind_kept) {
  if constexpr (std::is_same_v<S, T>) {
    return behind_kept;
  } else {
    const auto used = static_cast<std::size_t>(behind_kept - buffer);
    return reinterpret_cast<T*>(behind_kept + used % (sizeof(T) / sizeof(S)));
  }
}

template <class T>
T sigmoid_of(T x) {
  return T(0.5) + T(0.5) * math::library::tanh(T(0.5) * x);
}

/// One row of numbers times a matrix [rows, columns], added to `to`.
template <class T, class A, class S>
void add_product(T* __restrict to, const A* row, const S* matrix, std::size_t rows, std::size_t columns) {
  for (std::size_t i = 0; i < rows; ++i) {
    const T x = static_cast<T>(row[i]);
    for (std::size_t j = 0; j < columns; ++j) to[j] += x * static_cast<T>(matrix[i * columns + j]);
  }
}
/// A matrix [rows, columns] times a column of numbers, added to `to`.
template <class T, class To, class S>
void add_transposed(To* __restrict to, const T* column, const S* matrix, std::size_t rows,
                    std::size_t columns) {
  for (std::size_t i = 0; i < rows; ++i) {
    T sum{};
    for (std::size_t j = 0; j < columns; ++j) sum += static_cast<T>(matrix[i * columns + j]) * column[j];
    to[i] = static_cast<To>(static_cast<T>(to[i]) + sum);
  }
}
/// A column times a row, added to a matrix.
template <class T, class A, class S>
void add_outer(S* __restrict matrix, const A* column, const T* row, std::size_t rows, std::size_t columns) {
  for (std::size_t i = 0; i < rows; ++i) {
    const T x = static_cast<T>(column[i]);
    for (std::size_t j = 0; j < columns; ++j)
      matrix[i * columns + j] = static_cast<S>(static_cast<T>(matrix[i * columns + j]) + x * row[j]);
  }
}

}  // namespace xscope::kernels

namespace xscope::ops {}  // namespace xscope::ops
