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
  using channel = channel_packs<T, out>;
  using pack = typename channel::pack;
  static constexpr std::size_t lanes = channel::lanes;
  static constexpr block_size block = best_block(in, channel::count);

  /// A block of one image's sums: channels of the image from c on, a group of channels of the result from o
  /// on, which has the last pack or not.
  template <std::size_t Channels, std::size_t Packs, bool Last>
  XSCOPE_INLINE static void add_sums(T* df, const T* x, const T* dy, std::size_t image, std::size_t k,
                                     std::size_t l, std::size_t c, std::size_t o) {
    T* to = df + ((k * columns.taps + l) * in + c) * out + o;
    typename channel::sum sums[Channels][Packs];
    const auto each = [&](auto f) XSCOPE_INLINE_LAMBDA {
      [&]<std::size_t... I>(std::index_sequence<I...>) XSCOPE_INLINE_LAMBDA {
        (f(std::integral_constant<std::size_t, I / Packs>{},
           std::integral_constant<std::size_t, I % Packs>{}),
         ...);
      }(std::make_index_sequence<Channels * Packs>{});
    };
    each([&](auto p, auto v) XSCOPE_INLINE_LAMBDA {
      sums[p()][v()] = static_cast<typename channel::sum>(channel::template load < Last &&
                                                          v() + 1 == Packs > (to + p() * out + v() * lanes));
    });
    const tap_range down = rows.places_of(k);
    const tap_range across = columns.places_of(l);
    for (std::size_t i = down.begin; i < down.end; ++i) {
      const std::size_t above =
          (image * rows.in + i * rows.stride + k * rows.dilation - rows.before) * columns.in +
          l * columns.dilation - columns.before;
      const T* slopes = dy + (image * rows.out + i) * columns.out * out + o;
      for (std::size_t j = across.begin; j < across.end; ++j) {
        const T* pixel = x + (above + j * columns.stride) * in + c;
        pack slope[Packs];
        [&]<std::size_t... V>(std::index_sequence<V...>) XSCOPE_INLINE_LAMBDA {
          ((slope[V] = channel::template load < Last && V + 1 == Packs > (slopes + j * out + V * lanes)),
           ...);
        }(std::make_index_sequence<Packs>{});
        each([&](auto p, auto v) XSCOPE_INLINE_LAMBDA {
          sums[p()][v()] = channel::multiply_add(slope[v()], pack(pixel[p()]), sums[p()][v()]);
        });
      }
    }
    each([&](auto p, auto v) XSCOPE_INLINE_LAMBDA {
      T* at = to + p() * out + v() * lanes;
      if constexpr (Last && channel::last != lanes && v() + 1 == Packs)
        math::store<pack>(at, static_cast<pack>(sums[p()][v()]), channel::last);
      else math::store<pack>(at, static_cast<pack>(sums[p()][v()]));
    });
  }

  template <std::size_t Packs, bool Last>
  static void group(T* df, const T* x, const T* dy, std::size_t image, std::size_t o) {
    constexpr std::size_t rest = in % block.pixels;
    for (std::size_t k = 0; k < rows.taps; ++k) {
      for (std::size_t l = 0; l < columns.taps; ++l) {
        for (std::size_t c = 0; c + block.pixels <= in; c += block.pixels)
          add_sums<block.pixels, Packs, Last>(df, x, dy, image, k, l, c, o);
        if constexpr (rest != 0) add_sums<rest, Packs, Last>(df, x, dy, image, k, l, in - rest, o);
      }
    }
  }

  /// Image by image, so that each one is in the cache while all taps go over it.
  static void run(T* df, const T* x, const T* dy) {
    constexpr std::size_t groups = (channel::count - 1) / block.packs;
    constexpr std::size_t last = channel::count - groups * block.packs;
    for (std::size_t i = 0; i < Size.taps() * in * out; ++i) df[i] = T(0);
    for (std::size_t n = 0; n < Size.over.images; ++n) {
      for (std::size_t g = 0; g < groups; ++g)
        group<block.packs, false>(df, x, dy, n, g * block.packs * lanes);
      group<last, true>(df, x, dy, n, groups * block.packs * lanes);
    }
  }
};

}  // namespace xscope::ops
