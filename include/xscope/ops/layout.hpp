// SPDX-License-Identifier: BSD-3-Clause
// How the elements of a shape lie in memory, seen from its axes.
#pragma once

#include <cstddef>

#include "rules.hpp"

namespace xscope::ops {

/// The stride of an axis.
constexpr std::size_t stride_of(const extents& shape, std::size_t axis) {
  std::size_t n = 1;
  for (std::size_t i = axis + 1; i < shape.rank(); ++i) n *= shape[i];
  return n;
}

/// A shape around one of its axes: element (o, k, i) stands at (o * along + k) * inner + i.
struct axis_split {
  std::size_t outer = 1;
  std::size_t along = 1;
  std::size_t inner = 1;
};
constexpr axis_split split_at(const extents& shape, std::size_t axis) {
  axis_split out;
  for (std::size_t i = 0; i < axis; ++i) out.outer *= shape[i];
  for (std::size_t i = axis + 1; i < shape.rank(); ++i) out.inner *= shape[i];
  out.along = shape[axis];
  return out;
}

/// A shape as rows of its last axis, for operations over that axis.
struct row_split {
  std::size_t rows = 1;
  std::size_t columns = 1;
};
constexpr row_split last_axis(const extents& shape) {
  row_split out;
  for (std::size_t i = 0; i + 1 < shape.rank(); ++i) out.rows *= shape[i];
  if (shape.rank() > 0) out.columns = shape.back();
  return out;
}

/// A reduction as a loop: the operand's axes, outermost first, with the result's stride (0 where the axis
/// is reduced).
struct reduction_loop {
  std::size_t rank = 0;
  std::size_t size[max_rank]{};
  std::size_t stride[max_rank]{};
  std::size_t reduced = 1;  // elements that one result is made of

  /// The elements that lie in the operand one after another, all reduced or none.
  constexpr std::size_t row_length() const { return rank == 0 ? 1 : size[rank - 1]; }
  constexpr bool innermost_is_reduced() const { return rank > 0 && stride[rank - 1] == 0; }
};
constexpr reduction_loop reduction_of(const extents& shape, const attributes& a) {
  const axis_set axes = axes_of(a, shape.rank());
  reduction_loop out;
  std::size_t stride = 1;
  std::size_t strides[max_rank]{};
  for (std::size_t i = shape.rank(); i-- > 0;) {
    if (axes.in[i]) {
      out.reduced *= shape[i];
    } else {
      strides[i] = stride;
      stride *= shape[i];
    }
  }
  // Neighbouring axes of a kind are one: the loops are as few as they can be.
  for (std::size_t i = 0; i < shape.rank(); ++i) {
    const bool joins = out.rank > 0 && i > 0 && axes.in[i] == axes.in[i - 1];
    if (joins) {
      out.size[out.rank - 1] *= shape[i];
      out.stride[out.rank - 1] = strides[i];
    } else {
      out.size[out.rank] = shape[i];
      out.stride[out.rank] = strides[i];
      ++out.rank;
    }
  }
  return out;
}

/// Whether the rows of a kernel's operand are groups, and so narrow that each column has a register.
constexpr bool has_narrow_rows(const kernel_spec& spec) {
  return spec.out.rank() == 2 && one_axis(spec.attrs, 2, -1) == 1 && spec.out[1] > 0 &&
         spec.out[1] <= most_row_width;
}

}  // namespace xscope::ops
