// SPDX-License-Identifier: BSD-3-Clause
// The loop nests of convolutions. All sizes are constants. A block of pixels times a block of channels of the
// result stays in registers while the filter runs over it; the image is read where it lies, and at its
// borders the taps that stand outside are left out.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "../config.hpp"
#include "../math/memory.hpp"
#include "../math/primitives.hpp"
#include "../ops/windows.hpp"
#include "access.hpp"
#include "gemm.hpp"

namespace xscope::kernels {

using ops::tap_range;
using ops::window_axis;
using ops::windows;

struct convolution_size {
  windows over{};
  std::size_t channels_in = 0;
  std::size_t channels_out = 0;
  bool flipped = false;  // the filter is read from its last tap to its first

  constexpr std::size_t taps() const { return over.rows.taps * over.columns.taps; }
};

/// A block of pixels times packs of channels: so many sums that they, a pack of each kind and a number fit
/// into the registers.
struct block_size {
  std::size_t pixels = 1;
  std::size_t packs = 1;
};

/// The fastest block for a row of pixels: the loads, the multiplications or their latency are what it waits
/// for.
constexpr block_size best_block(std::size_t pixels, std::size_t packs) {
  block_size best;
  std::size_t least = static_cast<std::size_t>(-1);
  for (std::size_t v = 1; v <= 4 && v <= packs; ++v) {
    const std::size_t most = (math::vector_registers - 1 - v) / v;
    const std::size_t blocks = (pixels + most - 1) / most;
    const std::size_t p = blocks == 0 ? 1 : (pixels + blocks - 1) / blocks;
    const std::size_t loads = p + v;
    const std::size_t work = p * v > 8 ? p * v : 8;
    const std::size_t cost = (work > loads ? work : loads) * blocks * ((packs + v - 1) / v);
    if (cost < least) {
      least = cost;
      best = {p, v};
    }
  }
  return best;
}

/// Packs of channels: all are full but perhaps the last one.
template <class T, std::size_t Channels>
struct channel_packs {
  using pack = math::pack_of<T>;
  using sum = math::sum_pack<math::sum_t<T>, T>;
  static constexpr std::size_t lanes = math::lanes<pack>;
  static constexpr std::size_t count = (Channels + lanes - 1) / lanes;
  /// The lanes of the last pack that are channels.
  static constexpr std::size_t last = Channels - (count == 0 ? 0 : count - 1) * lanes;

  template <bool Partial>
  XSCOPE_INLINE static pack load(const T* from) {
    if constexpr (Partial && last != lanes) return math::load<pack>(from, last);
    else return math::load<pack>(from);
  }
  XSCOPE_INLINE static sum multiply_add(const pack& x, const pack& y, const sum& to) {
    return math::fma(static_cast<sum>(x), static_cast<sum>(y), to);
  }
};

/// y[n, i, j, o] = the sum over taps (k, l) and channels c of x[n, i', j', c] f[k, l, c, o].
template <class T, convolution_size Size>
struct convolution {
  static constexpr window_axis rows = Size.over.rows;
  static constexpr window_axis columns = Size.over.columns;
  static constexpr std::size_t in = Size.channels_in;
  static constexpr std::size_t out = Size.channels_out;
  using channel = channel_packs<T, out>;
  using pack = typename channel::pack;
  static constexpr std::size_t lanes = channel::lanes;
  static constexpr block_size block = best_block(columns.out, channel::count);

  template <std::size_t N>
  static constexpr std::integral_constant<std::size_t, N> number{};

  static constexpr const T* filter_at(const T* f, std::size_t row, std::size_t column) {
    const std::size_t tap = row * columns.taps + column;
    return f + (Size.flipped ? Size.taps() - 1 - tap : tap) * in * out;
  }

  /// Pixels [From, To) of a block, at one tap: over so many channels of the image. Last: the group has the
  /// last pack.
  template <std::size_t From, std::size_t To, bool Last, std::size_t Pixels, std::size_t Packs>
  XSCOPE_INLINE static void tap(typename channel::sum (&sums)[Pixels][Packs], const T* x, const T* f,
                                std::size_t channels) {
    for (std::size_t c = 0; c < channels; ++c) {
      pack weights[Packs];
      [&]<std::size_t... V>(std::index_sequence<V...>) XSCOPE_INLINE_LAMBDA {
        ((weights[V] = channel::template load < Last && V + 1 == Packs > (f + c * out + V * lanes)), ...);
      }(std::make_index_sequence<Packs>{});
      XSCOPE_UNROLL
      for (std::size_t p = From; p < To; ++p) {
        const pack number(x[p * columns.stride * in + c]);
        XSCOPE_UNROLL
        for (std::size_t v = 0; v < Packs; ++v)
          sums[p][v] = channel::multiply_add(weights[v], number, sums[p][v]);
      }
    }
  }

  /// The pixels of a block at which a tap stands in the image.
  static constexpr tap_range inside(std::size_t first, std::size_t pixels, std::size_t k) {
    const tap_range all = columns.places_of(k);
    const std::size_t begin = all.begin < first ? 0 : all.begin - first;
    const std::size_t end = all.end < first ? 0 : all.end - first;
    return {begin < pixels ? begin : pixels, end < pixels ? end : pixels};
  }
  /// Whether all taps stand in the image at all pixels.
  static constexpr bool is_inner(std::size_t first, std::size_t pixels) {
    return columns.places_of(0).begin <= first && first + pixels <= columns.places_of(columns.taps - 1).end;
  }

  /// A block of pixels from (row, first) on. A type that holds `first` as a constant says that it is at a
  /// border.
  template <std::size_t Pixels, std::size_t Packs, bool Last, class First, class Sink>
  XSCOPE_INLINE static void pixels(const Sink& to, const T* x, const T* f, std::size_t image, std::size_t row,
                                   First first, std::size_t group) {
    typename channel::sum sums[Pixels][Packs];
    XSCOPE_UNROLL
    for (std::size_t p = 0; p < Pixels; ++p) {
      XSCOPE_UNROLL
      for (std::size_t v = 0; v < Packs; ++v) sums[p][v] = typename channel::sum(math::sum_t<T>(0));
    }
    // A long sum is made of blocks, as a product's is.
    constexpr std::size_t steps_of_block = block_of_steps(Size.taps() * in);
    block_totals<typename channel::sum, Pixels, Packs, steps_of_block != 0> totals;
    std::size_t steps = 0;
    const auto at_tap = [&](auto from, auto end, const T* image_at, const T* weights) XSCOPE_INLINE_LAMBDA {
      if constexpr (steps_of_block == 0) {
        tap<from(), end(), Last>(sums, image_at, weights, in);
      } else if constexpr (in > steps_of_block) {
        for (std::size_t c = 0; c < in; c += steps_of_block) {
          tap<from(), end(), Last>(sums, image_at + c, weights + c * out,
                                   in - c < steps_of_block ? in - c : steps_of_block);
          totals.take(sums);
        }
      } else {
        tap<from(), end(), Last>(sums, image_at, weights, in);
        steps += in;
        if (steps < steps_of_block) return;
        totals.take(sums);
        steps = 0;
      }
    };
    const tap_range down = rows.taps_at(row);
    for (std::size_t k = down.begin; k < down.end; ++k) {
      const std::size_t above =
          (image * rows.in + row * rows.stride + k * rows.dilation - rows.before) * columns.in;
      // Before the border's first pixel this is a place outside, but only places inside are read.
      const auto place = [&](std::size_t l) XSCOPE_INLINE_LAMBDA {
        return x + static_cast<std::ptrdiff_t>((above + first * columns.stride + l * columns.dilation) * in) -
               static_cast<std::ptrdiff_t>(columns.before * in);
      };
      if constexpr (std::is_same_v<First, std::size_t>) {
        for (std::size_t l = 0; l < columns.taps; ++l)
          at_tap(number<0>, number<Pixels>, place(l), filter_at(f, k, l) + group);
      } else {
        [&]<std::size_t... L>(std::index_sequence<L...>) XSCOPE_INLINE_LAMBDA {
          (
              [&]() XSCOPE_INLINE_LAMBDA {
                constexpr tap_range at = inside(First::value, Pixels, L);
                if constexpr (at.begin < at.end)
                  at_tap(number<at.begin>, number<at.end>, place(L), filter_at(f, k, L) + group);
              }(),
              ...);
        }(std::make_index_sequence<columns.taps>{});
      }
    }
    totals.give(sums);
    const std::size_t pixel = (image * rows.out + row) * columns.out + first;
    XSCOPE_UNROLL
    for (std::size_t p = 0; p < Pixels; ++p) {
      XSCOPE_UNROLL
      for (std::size_t v = 0; v < Packs; ++v) {
        if (Last && channel::last != lanes && v + 1 == Packs)
          to.put_first(static_cast<pack>(sums[p][v]), pixel + p, group + v * lanes, channel::last);
        else to.put(static_cast<pack>(sums[p][v]), pixel + p, group + v * lanes);
      }
    }
  }

  /// How many blocks at the beginning of a row, and then how many in its middle, are alike.
  static constexpr std::size_t whole_blocks = columns.out / block.pixels;
  static constexpr std::size_t rest = columns.out % block.pixels;
  static constexpr std::size_t left_blocks = [] {
    std::size_t n = 0;
    while (n < whole_blocks && !is_inner(n * block.pixels, block.pixels)) ++n;
    return n;
  }();
  static constexpr std::size_t inner_blocks = [] {
    std::size_t n = left_blocks;
    while (n < whole_blocks && is_inner(n * block.pixels, block.pixels)) ++n;
    return n - left_blocks;
  }();

  template <std::size_t Block>
  using first_of = std::integral_constant<std::size_t, Block * block.pixels>;

  /// All pixels of the images, for a group of channels.
  template <std::size_t Packs, bool Last, class Sink>
  static void channels(const Sink& to, const T* x, const T* f, std::size_t image, std::size_t group) {
    for (std::size_t i = 0; i < rows.out; ++i) {
      const auto border =
          [&]<std::size_t Begin, std::size_t... B>(std::index_sequence<B...>) XSCOPE_INLINE_LAMBDA {
            (pixels<block.pixels, Packs, Last>(to, x, f, image, i, first_of<Begin + B>{}, group), ...);
          };
      constexpr std::size_t behind = left_blocks + inner_blocks;
      border.template operator()<0>(std::make_index_sequence<left_blocks>{});
      for (std::size_t b = left_blocks; b < behind; ++b)
        pixels<block.pixels, Packs, Last>(to, x, f, image, i, b * block.pixels, group);
      border.template operator()<behind>(std::make_index_sequence<whole_blocks - behind>{});
      if constexpr (rest != 0) pixels<rest, Packs, Last>(to, x, f, image, i, first_of<whole_blocks>{}, group);
    }
  }

  /// `to.put(pack, pixel, channel)` takes each result once.
  template <class Sink>
  static void run(const Sink& to, const T* x, const T* f) {
    constexpr std::size_t groups = (channel::count - 1) / block.packs;
    constexpr std::size_t last = channel::count - groups * block.packs;
    for (std::size_t n = 0; n < Size.over.images; ++n) {
      for (std::size_t g = 0; g < groups; ++g)
        channels<block.packs, false>(to, x, f, n, g * block.packs * lanes);
      channels<last, true>(to, x, f, n, groups * block.packs * lanes);
    }
  }
};

}  // namespace xscope::kernels
