// SPDX-License-Identifier: BSD-3-Clause
// The loop nest of a convolution's gradient with respect to its images where its windows do not stand at
// every pixel: for each pixel the taps that ever stand over it, and the result's gradients at the places
// where they do.
#pragma once

#include "convolution.hpp"

namespace xscope::kernels {

/// dx[n, i, j, c] = the sum over taps (k, l) and channels o of f[k, l, o, c] dy[n, i', j', o], where the
/// filter stands with its channels last.
template <class T, convolution_size Size>
struct input_gradient {
  static constexpr window_axis rows = Size.over.rows;
  static constexpr window_axis columns = Size.over.columns;
  static constexpr std::size_t in = Size.channels_in;
  static constexpr std::size_t out = Size.channels_out;
  using channel = channel_packs<T, in>;
  using pack = typename channel::pack;
  using sum = typename channel::sum;
  static constexpr std::size_t lanes = channel::lanes;
  /// Packs of channels at a time, and pixels that the same taps stand over: a stride from each to the next.
  static constexpr std::size_t packs_at_once = channel::count < 4 ? channel::count : 4;
  static constexpr std::size_t pixels_at_once = 4;
  static constexpr std::size_t steps_of_block = block_of_steps(Size.taps() * out);

  /// The place at which tap k stands over element i of an axis; w.out where there is none.
  static constexpr std::size_t place_of(const window_axis& w, std::size_t i, std::size_t k) {
    const std::size_t at = i + w.before;
    const std::size_t back = k * w.dilation;
    if (at < back || (at - back) % w.stride != 0) return w.out;
    const std::size_t place = (at - back) / w.stride;
    return place < w.out ? place : w.out;
  }
  /// Whether each tap stands over all of so many pixels, or over none.
  static constexpr bool are_alike(std::size_t j, std::size_t count) {
    if (columns.out < count || j + (count - 1) * columns.stride >= columns.in) return false;
    for (std::size_t l = 0; l < columns.taps; ++l) {
      const bool first = place_of(columns, j, l) < columns.out;
      if (first != (place_of(columns, j + (count - 1) * columns.stride, l) < columns.out)) return false;
    }
    return true;
  }

  /// Pixels (row, j), (row, j + stride), ... of an image, for a group of channels, which has the last one or
  /// not.
  template <std::size_t Pixels, std::size_t Packs, bool Last>
  static void pixels(T* dx, const T* f, const T* dy, std::size_t image, std::size_t row, std::size_t j,
                     std::size_t group) {
    sum sums[Pixels][Packs];
    const auto each = [&](auto step) XSCOPE_INLINE_LAMBDA {
      XSCOPE_UNROLL
      for (std::size_t p = 0; p < Pixels; ++p) {
        XSCOPE_UNROLL
        for (std::size_t v = 0; v < Packs; ++v) step(p, v);
      }
    };
    each([&](std::size_t p, std::size_t v) XSCOPE_INLINE_LAMBDA { sums[p][v] = sum(math::sum_t<T>(0)); });
    block_totals<sum, Pixels, Packs, steps_of_block != 0> totals;
    std::size_t steps = 0;
    for (std::size_t k = 0; k < rows.taps; ++k) {
      const std::size_t i = place_of(rows, row, k);
      if (i == rows.out) continue;
      for (std::size_t l = 0; l < columns.taps; ++l) {
        const std::size_t first = place_of(columns, j, l);
        if (first == columns.out) continue;
        const T* slopes = dy + ((image * rows.out + i) * columns.out + first) * out;
        const T* weights = f + (k * columns.taps + l) * in * out + group;
        for (std::size_t o = 0; o < out; ++o, weights += in) {
          pack line[Packs];
          [&]<std::size_t... V>(std::index_sequence<V...>) XSCOPE_INLINE_LAMBDA {
            ((line[V] = channel::template load < Last && V + 1 == Packs > (weights + V * lanes)), ...);
          }(std::make_index_sequence<Packs>{});
          each([&](std::size_t p, std::size_t v) XSCOPE_INLINE_LAMBDA {
            sums[p][v] = channel::multiply_add(line[v], pack(slopes[p * out + o]), sums[p][v]);
          });
          if constexpr (steps_of_block != 0) {
            if (++steps % steps_of_block == 0) totals.take(sums);
          }
        }
      }
    }
    totals.give(sums);
    T* to = dx + ((image * rows.in + row) * columns.in + j) * in + group;
    each([&](std::size_t p, std::size_t v) XSCOPE_INLINE_LAMBDA {
      T* at = to + p * columns.stride * in + v * lanes;
      if (Last && channel::last != lanes && v + 1 == Packs)
        math::store<pack>(at, static_cast<pack>(sums[p][v]), channel::last);
      else math::store<pack>(at, static_cast<pack>(sums[p][v]));
    });
  }

  /// A row of pixels, those that are a multiple of the stride apart after each other.
  template <std::size_t Packs, bool Last>
  static void row_of(T* dx, const T* f, const T* dy, std::size_t image, std::size_t row, std::size_t group) {
    for (std::size_t phase = 0; phase < columns.stride && phase < columns.in; ++phase) {
      for (std::size_t j = phase; j < columns.in;) {
        if (are_alike(j, pixels_at_once)) {
          pixels<pixels_at_once, Packs, Last>(dx, f, dy, image, row, j, group);
          j += pixels_at_once * columns.stride;
        } else {
          pixels<1, Packs, Last>(dx, f, dy, image, row, j, group);
          j += columns.stride;
        }
      }
    }
  }

  static void run(T* dx, const T* f, const T* dy) {
    constexpr std::size_t groups = (channel::count - 1) / packs_at_once;
    constexpr std::size_t last = channel::count - groups * packs_at_once;
    for (std::size_t n = 0; n < Size.over.images; ++n) {
      for (std::size_t i = 0; i < rows.in; ++i) {
        for (std::size_t g = 0; g < groups; ++g)
          row_of<packs_at_once, false>(dx, f, dy, n, i, g * packs_at_once * lanes);
        row_of<last, true>(dx, f, dy, n, i, groups * packs_at_once * lanes);
      }
    }
  }
};

}  // namespace xscope::kernels
