// SPDX-License-Identifier: BSD-3-Clause
// The loop nest of a convolution's gradient with respect to its filter: for each tap the product of the
// image's pixels and the result's gradients, over all places at which the tap stands in the image.
#pragma once

#include "convolution.hpp"

namespace xscope::kernels {

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

  /// Whether the sums of each image are added to the result in memory, so that an image is in the cache while
  /// all taps go over it. Half precision would lose too much: it is added up over all images at once.
  static constexpr bool adds_images = std::is_same_v<typename channel::sum, pack>;
  static constexpr std::size_t steps_of_block = block_of_steps(rows.out * columns.out);

  /// A block of the sums of some images: channels of the image from c on, a group of channels of the result
  /// from o on, which has the last pack or not.
  template <std::size_t Channels, std::size_t Packs, bool Last>
  XSCOPE_INLINE static void add_sums(T* df, const T* x, const T* dy, std::size_t image, std::size_t images,
                                     std::size_t k, std::size_t l, std::size_t c, std::size_t o) {
    T* to = df + ((k * columns.taps + l) * in + c) * out + o;
    typename channel::sum sums[Channels][Packs];
    const auto each = [&](auto f) XSCOPE_INLINE_LAMBDA {
      [&]<std::size_t... I>(std::index_sequence<I...>) XSCOPE_INLINE_LAMBDA {
        (f(std::integral_constant<std::size_t, I / Packs>{},
           std::integral_constant<std::size_t, I % Packs>{}),
         ...);
      }(std::make_index_sequence<Channels * Packs>{});
    };
    each([&](auto p, auto v)
             XSCOPE_INLINE_LAMBDA { sums[p()][v()] = typename channel::sum(math::sum_t<T>(0)); });
    const tap_range down = rows.places_of(k);
    const tap_range across = columns.places_of(l);
    block_totals<typename channel::sum, Channels, Packs, !adds_images || steps_of_block != 0> totals;
    std::size_t steps = 0;
    for (const std::size_t end = image + images; image < end; ++image) {
      for (std::size_t i = down.begin; i < down.end; ++i) {
        const std::size_t above =
            (image * rows.in + i * rows.stride + k * rows.dilation - rows.before) * columns.in +
            l * columns.dilation - columns.before;
        const T* slopes = dy + (image * rows.out + i) * columns.out * out + o;
        const auto places = [&](std::size_t first, std::size_t behind) XSCOPE_INLINE_LAMBDA {
          for (std::size_t j = first; j < behind; ++j) {
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
        };
        if constexpr (steps_of_block == 0) {
          places(across.begin, across.end);
        } else {
          for (std::size_t j = across.begin; j < across.end;) {
            const std::size_t end_of_block =
                across.end - j < steps_of_block - steps ? across.end : j + (steps_of_block - steps);
            places(j, end_of_block);
            steps += end_of_block - j;
            j = end_of_block;
            if (steps < steps_of_block) continue;
            totals.take(sums);
            steps = 0;
          }
        }
      }
      if constexpr (!adds_images) totals.take(sums);
    }
    totals.give(sums);
    each([&](auto p, auto v) XSCOPE_INLINE_LAMBDA {
      T* at = to + p() * out + v() * lanes;
      constexpr bool partial = Last && v() + 1 == Packs;
      pack all = static_cast<pack>(sums[p()][v()]);
      if constexpr (adds_images) all = all + channel::template load<partial>(at);
      if constexpr (partial && channel::last != lanes) math::store<pack>(at, all, channel::last);
      else math::store<pack>(at, all);
    });
  }

  template <std::size_t Packs, bool Last>
  static void group(T* df, const T* x, const T* dy, std::size_t image, std::size_t images, std::size_t o) {
    constexpr std::size_t rest = in % block.pixels;
    for (std::size_t k = 0; k < rows.taps; ++k) {
      for (std::size_t l = 0; l < columns.taps; ++l) {
        for (std::size_t c = 0; c + block.pixels <= in; c += block.pixels)
          add_sums<block.pixels, Packs, Last>(df, x, dy, image, images, k, l, c, o);
        if constexpr (rest != 0) add_sums<rest, Packs, Last>(df, x, dy, image, images, k, l, in - rest, o);
      }
    }
  }

  static void run(T* df, const T* x, const T* dy) {
    constexpr std::size_t groups = (channel::count - 1) / block.packs;
    constexpr std::size_t last = channel::count - groups * block.packs;
    constexpr std::size_t at_once = adds_images ? 1 : Size.over.images;
    if constexpr (adds_images || Size.over.images == 0) {
      for (std::size_t i = 0; i < Size.taps() * in * out; ++i) df[i] = T(0);
    }
    for (std::size_t n = 0; n < Size.over.images; n += at_once) {
      for (std::size_t g = 0; g < groups; ++g)
        group<block.packs, false>(df, x, dy, n, at_once, g * block.packs * lanes);
      group<last, true>(df, x, dy, n, at_once, groups * block.packs * lanes);
    }
  }
};

}  // namespace xscope::kernels
