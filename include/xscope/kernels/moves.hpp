// SPDX-License-Identifier: BSD-3-Clause
// What moves elements and computes nothing: parts, joins, copies, other orders, rows by their numbers. And
// the gradients of those, which are sums.
#pragma once

#include "../ops/concat.hpp"
#include "../ops/gather.hpp"
#include "../ops/one_hot.hpp"
#include "../ops/slice.hpp"
#include "../ops/tile.hpp"
#include "../ops/transpose.hpp"
#include "loops.hpp"

namespace xscope::kernels {

using ops::elements_from;
using ops::first_inside;

/// The places in a tensor of a box that lies in it, in order. Neighbouring axes that the box fills are one.
constexpr strided_walk inside(const extents& box, const extents& around) {
  strided_walk walk;
  for (std::size_t i = 0; i < box.rank(); ++i) {
    const std::size_t stride = stride_of(around, i);
    if (i > 0 && box[i] == around[i]) {
      walk.size[walk.rank - 1] *= box[i];
      walk.stride[walk.rank - 1] = stride;
    } else {
      walk.add(box[i], stride);
    }
  }
  return walk;
}

struct slice {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    if constexpr (Spec.out.elements() == 0) return;
    constexpr strided_walk walk = inside(Spec.out, Spec.in[0]);
    for_each_step<walk>(first_inside(Spec.in[0], Spec.attrs), [&](std::size_t i) { *y++ = x[i]; });
  }
};

struct pad {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    for (std::size_t i = 0; i < Spec.out.elements(); ++i) y[i] = T(0);
    if constexpr (Spec.in[0].elements() == 0) return;
    constexpr strided_walk walk = inside(Spec.in[0], Spec.out);
    for_each_step<walk>(first_inside(Spec.out, Spec.attrs), [&](std::size_t i) { y[i] = *x++; });
  }
};

struct concat {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* a, const T* b) {
    constexpr std::size_t axis = one_axis(Spec.attrs, Spec.out.rank());
    constexpr std::size_t rows_a = elements_from(Spec.in[0], axis);
    constexpr std::size_t rows_b = elements_from(Spec.in[1], axis);
    constexpr std::size_t outer = Spec.out.elements() == 0 ? 0 : Spec.out.elements() / (rows_a + rows_b);
    for (std::size_t o = 0; o < outer; ++o) {
      for (std::size_t i = 0; i < rows_a; ++i) *y++ = *a++;
      for (std::size_t i = 0; i < rows_b; ++i) *y++ = *b++;
    }
  }
};

/// The places of the operand that the result's elements come from, in the result's order.
constexpr strided_walk tiling(const extents& shape, const extents& multiples) {
  strided_walk walk;
  for (std::size_t i = 0; i < shape.rank(); ++i) {
    walk.add(multiples[i], 0);
    walk.add(shape[i], stride_of(shape, i));
  }
  return walk;
}

struct tile {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    constexpr strided_walk walk = tiling(Spec.in[0], Spec.attrs.shape);
    for_each_step<walk>(0, [&](std::size_t i) { *y++ = x[i]; });
  }
};

struct tile_grad {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* dy) {
    constexpr strided_walk walk = tiling(Spec.out, Spec.attrs.shape);
    for (std::size_t i = 0; i < Spec.out.elements(); ++i) y[i] = T(0);
    for_each_step<walk>(0, [&](std::size_t i) { y[i] += *dy++; });
  }
};

struct transpose {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    constexpr strided_walk walk = [] {
      strided_walk w;
      for (std::size_t i = 0; i < Spec.out.rank(); ++i)
        w.add(Spec.out[i], stride_of(Spec.in[0], ops::transpose::source(Spec.attrs, i, Spec.out.rank())));
      return w;
    }();
    for_each_step<walk>(0, [&](std::size_t i) { *y++ = x[i]; });
  }
};

struct gather {
  template <kernel_spec Spec, class T, class Index>
  static constexpr void forward(T* y, const T* table, const Index* indices) {
    constexpr axis_split split = split_at(Spec.in[0], one_axis(Spec.attrs, Spec.in[0].rank()));
    for (std::size_t o = 0; o < split.outer; ++o, table += split.along * split.inner) {
      for (std::size_t r = 0; r < Spec.in[1].elements(); ++r) {
        const auto place = static_cast<std::size_t>(indices[r]);
        const bool is_row = place < split.along;
        for (std::size_t i = 0; i < split.inner; ++i) *y++ = is_row ? table[place * split.inner + i] : T(0);
      }
    }
  }
};

struct scatter_rows {
  template <kernel_spec Spec, class T, class Index>
  static constexpr void forward(T* y, const T* dy, const Index* indices) {
    constexpr axis_split split = split_at(Spec.out, one_axis(Spec.attrs, Spec.out.rank()));
    for (std::size_t i = 0; i < Spec.out.elements(); ++i) y[i] = T(0);
    for (std::size_t o = 0; o < split.outer; ++o, y += split.along * split.inner) {
      for (std::size_t r = 0; r < Spec.in[1].elements(); ++r, dy += split.inner) {
        const auto place = static_cast<std::size_t>(indices[r]);
        if (place >= split.along) continue;
        for (std::size_t i = 0; i < split.inner; ++i) y[place * split.inner + i] += dy[i];
      }
    }
  }
};

struct one_hot {
  template <kernel_spec Spec, class T, class Index>
  static constexpr void forward(T* y, const Index* indices) {
    constexpr axis_split split = split_at(Spec.out, one_axis(Spec.attrs, Spec.out.rank(), -1));
    for (std::size_t o = 0; o < split.outer; ++o, indices += split.inner) {
      for (std::size_t k = 0; k < split.along; ++k) {
        for (std::size_t i = 0; i < split.inner; ++i)
          *y++ = static_cast<T>(static_cast<std::size_t>(indices[i]) == k);
      }
    }
  }
};

}  // namespace xscope::kernels

namespace xscope::ops {

template <>
struct code_of<&slice::info> : kernels::slice {};
template <>
struct code_of<&pad::info> : kernels::pad {};
template <>
struct code_of<&concat::info> : kernels::concat {};
template <>
struct code_of<&tile::info> : kernels::tile {};
template <>
struct code_of<&tile_grad::info> : kernels::tile_grad {};
template <>
struct code_of<&transpose::info> : kernels::transpose {};
template <>
struct code_of<&gather::info> : kernels::gather {};
template <>
struct code_of<&scatter_rows::info> : kernels::scatter_rows {};
template <>
struct code_of<&one_hot::info> : kernels::one_hot {};

}  // namespace xscope::ops
