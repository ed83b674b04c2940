// SPDX-License-Identifier: BSD-3-Clause
// The loop nest of a convolution's gradient with respect to its filter: for each tap the product of the
// image's pixels and the result's gradients, over all places at which the tap stands in the image.
#pragma once

#include "convolution.hpp"

namespace xscope::ops {

/// df[k, l, c, o] = the sum over n, i, j of x[n, i', j', c] dy[n, i, j, o].
template <class T, convolution_size Size>
struct filter_gradient {
  static constexpr window_axis rows = Size.over.rows;
  static constexpr window_axis columns = Size.over.columns;
  static constexpr std::size_t in = Size.channels_in;
  static constexpr std::size_t out = Size.channels_out;
  using channel = channel_vector<T, out>;
  using vector = typename channel::type;
  static constexpr std::size_t lanes = channel::lanes;
  static constexpr block_size block = best_block(in, channel::count);

  /// The sums of a block: channels of the image from c on, a group of channels of the result from o on. The
  /// last vectors of a group may overlap.
  template <std::size_t Vectors>
  XSCOPE_INLINE static void sums(T* df, const T* x, const T* dy, std::size_t k, std::size_t l, std::size_t c,
                                 std::size_t o) {
    constexpr std::size_t count = block.pixels * Vectors;
    constexpr std::size_t last = out - lanes;
    vector total[count]{};
    const tap_range down = rows.places_of(k);
    const tap_range across = columns.places_of(l);
    const auto place = [&](std::size_t v)
                           XSCOPE_INLINE_LAMBDA { return o + v * lanes < last ? o + v * lanes : last; };
    for (std::size_t n = 0; n < Size.over.images; ++n) {
      for (std::size_t i = down.begin; i < down.end; ++i) {
        const std::size_t above =
            (n * rows.in + i * rows.stride + k * rows.dilation - rows.before) * columns.in +
            l * columns.dilation - columns.before;
        const T* slopes = dy + (n * rows.out + i) * columns.out * out;
        for (std::size_t j = across.begin; j < across.end; ++j) {
          const T* pixel = x + (above + j * columns.stride) * in + c;
          [&]<std::size_t... V>(std::index_sequence<V...>) XSCOPE_INLINE_LAMBDA {
            const vector slope[] = {channel::load(slopes + j * out + place(V))...};
            [&]<std::size_t... I>(std::index_sequence<I...>) XSCOPE_INLINE_LAMBDA {
              ((total[I] += slope[I % Vectors] * pixel[I / Vectors]), ...);
            }(std::make_index_sequence<count>{});
          }(std::make_index_sequence<Vectors>{});
        }
      }
    }
    T* to = df + ((k * columns.taps + l) * in + c) * out;
    [&]<std::size_t... I>(std::index_sequence<I...>) XSCOPE_INLINE_LAMBDA {
      (std::memcpy(to + I / Vectors * out + place(I % Vectors), &total[I], sizeof(vector)), ...);
    }(std::make_index_sequence<count>{});
  }

  template <std::size_t Vectors>
  static void group(T* df, const T* x, const T* dy, std::size_t o) {
    for (std::size_t k = 0; k < rows.taps; ++k) {
      for (std::size_t l = 0; l < columns.taps; ++l) {
        for (std::size_t c = 0; c < in; c += block.pixels) {
          // The last block may overlap the one before, too.
          sums<Vectors>(df, x, dy, k, l, c + block.pixels < in ? c : in - block.pixels, o);
        }
      }
    }
  }

  static void run(T* df, const T* x, const T* dy) {
    constexpr std::size_t groups = channel::count / block.vectors;
    constexpr std::size_t last = channel::count % block.vectors;
    for (std::size_t g = 0; g < groups; ++g) group<block.vectors>(df, x, dy, g * block.vectors * lanes);
    if constexpr (last != 0) group<last>(df, x, dy, groups * block.vectors * lanes);
  }
};

}  // namespace xscope::ops
