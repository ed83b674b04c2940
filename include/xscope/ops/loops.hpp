// SPDX-License-Identifier: BSD-3-Clause
// Loops that reductions share. All sizes are constants of the specification.
#pragma once

#include <cstddef>

#include "rows.hpp"
#include "rules.hpp"

namespace xscope::ops {

/// Calls f(input index, result index) for every element, in the order of the input.
template <reduction_loop Loop, std::size_t Axis = 0, class F>
constexpr void for_each_reduced(std::size_t in, std::size_t out, F&& f) {
  if constexpr (Axis == Loop.rank) {
    f(in, out);
  } else {
    std::size_t inner = 1;
    for (std::size_t i = Axis + 1; i < Loop.rank; ++i) inner *= Loop.size[i];
    for (std::size_t i = 0; i < Loop.size[Axis]; ++i) {
      for_each_reduced<Loop, Axis + 1>(in + i * inner, out + i * Loop.stride[Axis], f);
    }
  }
}

/// The outermost axes of a loop.
constexpr reduction_loop outermost(reduction_loop loop, std::size_t rank) {
  loop.rank = rank;
  return loop;
}
/// Whether a loop comes to the same result more than once.
constexpr bool repeats(const reduction_loop& loop) {
  for (std::size_t i = 0; i < loop.rank; ++i) {
    if (loop.stride[i] == 0) return true;
  }
  return false;
}

/// result[o] = f over the input's elements that belong to o, from `first`, which changes nothing. The input
/// is in rows as long as the innermost axis.
template <reduction_loop Loop, class T, class From, class F>
constexpr void fold_axes(T* result, const From& input, std::size_t results, T first, F f) {
  using V = math::pack_of<T>;
  constexpr std::size_t columns = Loop.row_length();
  const auto x = as_rows<columns>(input);
  if constexpr (Loop.innermost_is_reduced()) {
    constexpr reduction_loop outer = outermost(Loop, Loop.rank - 1);
    constexpr bool again = repeats(outer);
    for (std::size_t o = 0; again && o < results; ++o) result[o] = first;
    for_each_reduced<outer>(0, 0, [&](std::size_t row, std::size_t o) XSCOPE_INLINE_LAMBDA {
      const T y = math::first_lane(fold_row<V, columns>(x, row, first, f));
      result[o] = again ? f(result[o], y) : y;
    });
  } else {
    // The axis before the innermost is reduced, if there is one: neighbours of a kind are one axis.
    constexpr std::size_t rows = Loop.rank < 2 ? 1 : Loop.size[Loop.rank - 2];
    constexpr reduction_loop outer = outermost(Loop, Loop.rank < 2 ? 0 : Loop.rank - 2);
    constexpr bool again = repeats(outer);
    for (std::size_t o = 0; again && o < results; ++o) result[o] = first;
    for_each_reduced<outer>(0, 0, [&](std::size_t block, std::size_t o) XSCOPE_INLINE_LAMBDA {
      fold_rows<V, rows, columns>(x, block * rows, first, f,
                                  [&](std::size_t column, const V& y, auto lanes) XSCOPE_INLINE_LAMBDA {
                                    T* to = result + o + column;
                                    if constexpr (again)
                                      store_lanes(to, f(load_lanes<V>(to, lanes), y), lanes);
                                    else store_lanes(to, y, lanes);
                                  });
    });
  }
}

/// Calls f(input index) for every place on the axes that are reduced (or on those that are not), from `in`
/// on; backwards, from the last place to the first. There is no such walk where the result has no elements.
template <reduction_loop Loop, bool Reduced, bool Backwards = false, std::size_t Axis = 0, class F>
constexpr void for_each_place(std::size_t in, F&& f) {
  if constexpr (Axis == Loop.rank) {
    f(in);
  } else if constexpr ((Loop.stride[Axis] == 0) != Reduced) {
    for_each_place<Loop, Reduced, Backwards, Axis + 1>(in, f);
  } else {
    std::size_t inner = 1;
    for (std::size_t i = Axis + 1; i < Loop.rank; ++i) inner *= Loop.size[i];
    for (std::size_t i = 0; i < Loop.size[Axis]; ++i) {
      const std::size_t at = Backwards ? Loop.size[Axis] - 1 - i : i;
      for_each_place<Loop, Reduced, Backwards, Axis + 1>(in + at * inner, f);
    }
  }
}

/// A walk through a buffer, outermost axis first: each axis with its size and its stride. There may be two
/// axes for each of a tensor.
struct strided_walk {
  std::size_t rank = 0;
  std::size_t size[2 * max_rank]{};
  std::size_t stride[2 * max_rank]{};

  constexpr void add(std::size_t n, std::size_t step) {
    size[rank] = n;
    stride[rank++] = step;
  }
};
/// Calls f(place) for each step of a walk from `from` on.
template <strided_walk Walk, std::size_t Axis = 0, class F>
constexpr void for_each_step(std::size_t from, F&& f) {
  if constexpr (Axis == Walk.rank) {
    f(from);
  } else {
    for (std::size_t i = 0; i < Walk.size[Axis]; ++i)
      for_each_step<Walk, Axis + 1>(from + i * Walk.stride[Axis], f);
  }
}
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

}  // namespace xscope::ops
