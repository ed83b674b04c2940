// SPDX-License-Identifier: BSD-3-Clause
// What the gradients of recurrent layers share: the shape of what they write, and products of a row or a
// column with a matrix.
#pragma once

#include <cstddef>
#include <type_traits>

#include "recurrent.hpp"
#include "reshape.hpp"
#include "slice.hpp"

namespace xscope::ops {

/// The shape rule of the gradient's operation, over the layer's operands and the gradient of its result. It
/// writes one buffer: the gradients of x, the kernel, the recurrent kernel, the bias and the states, one
/// after another, behind them what the way back needs of each step, `kept` numbers for a unit, and at last
/// the numbers of one step, `at_work` for a unit, which half precision computes in float.
constexpr inferred recurrent_gradient_shape(operands in, std::size_t kept, std::size_t at_work) {
  std::size_t all = 0;
  for (std::size_t k = 0; k + 1 < in.size(); ++k) all += in[k].shape.elements();
  const recurrent_size size = recurrent_size_of(in[0].shape, in[2].shape);
  const bool is_narrow = in[0].dtype.size() < sizeof(float);
  const std::size_t each = is_narrow ? 2 : 1;
  return {in[0].dtype, extents{all + size.units * (size.time * kept + each * at_work) + (is_narrow ? 1 : 0)}};
}
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

/// Takes the result of the gradient's operation apart, for the operands of node n.
constexpr void recurrent_flow(gradient_builder& g, int n, int all) {
  std::size_t begin = 0;
  for (int k = 0; k < g.at(n).arg_count; ++k) {
    const int operand = g.arg(n, k);
    attributes as;
    as.has_shape = true;
    as.shape = g.at(operand).shape;
    const std::size_t count = as.shape.elements();
    if (g.wants(operand)) {
      const int part = g.apply(slice::info, {all}, rows_of(g.at(all).shape, 0, begin, count));
      g.flow(operand, g.apply(reshape::info, {part}, as));
    }
    begin += count;
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

}  // namespace xscope::ops
