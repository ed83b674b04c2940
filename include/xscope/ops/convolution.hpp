// SPDX-License-Identifier: BSD-3-Clause
// The loop nests of convolutions. All sizes are constants. A block of pixels times a block of channels of the
// result stays in registers while the filter runs over it; the image is read where it lies, and at its
// borders the taps that stand outside are left out.
#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <type_traits>
#include <utility>

#include "../config.hpp"
#include "gemm.hpp"
#include "windows.hpp"

namespace xscope::ops {

struct convolution_size {
  windows over{};
  std::size_t channels_in = 0;
  std::size_t channels_out = 0;
  bool flipped = false;  // the filter is read from its last tap to its first

  constexpr std::size_t taps() const { return over.rows.taps * over.columns.taps; }
};

/// Vectors of the most lanes, a power of two, that some number of channels fills.
template <class T, std::size_t Channels>
struct channel_vector {
  static constexpr std::size_t lanes =
      std::bit_floor(Channels < simd<T>::lanes ? (Channels == 0 ? 1 : Channels) : simd<T>::lanes);
  struct wide {
    using type [[gnu::vector_size(lanes * sizeof(T))]] = T;
  };
  struct single {
    using type = T;
  };
  using type = typename std::conditional_t<(lanes > 1), wide, single>::type;
  static constexpr std::size_t count = (Channels + lanes - 1) / lanes;

  XSCOPE_INLINE static type load(const T* from) {
    type v;
    std::memcpy(&v, from, sizeof v);
    return v;
  }
};

/// A block of `pixels` times `vectors` sums, so many that they, a vector of each kind and a number fit into
/// the registers.
struct block_size {
  std::size_t pixels = 1;
  std::size_t vectors = 1;
};

/// The fastest block for a row of pixels: the loads, the multiplications or their latency are what it waits
/// for.
constexpr block_size best_block(std::size_t pixels, std::size_t vectors) {
  block_size best;
  std::size_t least = static_cast<std::size_t>(-1);
  for (std::size_t v = 1; v <= 4 && v <= vectors; ++v) {
    const std::size_t most = (vector_registers - 1 - v) / v;
    const std::size_t blocks = (pixels + most - 1) / most;
    const std::size_t p = blocks == 0 ? 1 : (pixels + blocks - 1) / blocks;
    const std::size_t loads = p + v;
    const std::size_t work = p * v > 8 ? p * v : 8;
    const std::size_t cost = (work > loads ? work : loads) * blocks * ((vectors + v - 1) / v);
    if (cost < least) {
      least = cost;
      best = {p, v};
    }
  }
  return best;
}

/// Where a result goes: the one place at which a convolution writes. An epilogue is another one like it.
template <class T>
struct store_at {
  T* to;
  /// `place` is the first element's, `channel` its channel.
  template <class Vector>
  XSCOPE_INLINE void operator()(std::size_t place, [[maybe_unused]] std::size_t channel,
                                const Vector& sum) const {
    std::memcpy(to + place, &sum, sizeof sum);
  }
};

/// y[n, i, j, o] = the sum over taps (k, l) and channels c of x[n, i', j', c] f[k, l, c, o].
template <class T, convolution_size Size>
struct convolution {
  static constexpr window_axis rows = Size.over.rows;
  static constexpr window_axis columns = Size.over.columns;
  static constexpr std::size_t in = Size.channels_in;
  static constexpr std::size_t out = Size.channels_out;
  using channel = channel_vector<T, out>;
  using vector = typename channel::type;
  static constexpr std::size_t lanes = channel::lanes;
  static constexpr block_size block = best_block(columns.out, channel::count);

  static constexpr const T* filter_at(const T* f, std::size_t row, std::size_t column) {
    const std::size_t tap = row * columns.taps + column;
    return f + (Size.flipped ? Size.taps() - 1 - tap : tap) * in * out;
  }

  /// The first channel of vector v of a group, from the group's first one on; of the last group from 0 on.
  /// Its vectors may overlap those before them, so that all are full.
  template <bool Last>
  static constexpr std::size_t offset(std::size_t v) {
    if (!Last) return v * lanes;
    const std::size_t begin = ((channel::count - 1) / block.vectors * block.vectors + v) * lanes;
    return begin < out - lanes ? begin : out - lanes;
  }

  /// Pixels [From, To) of a block, at one tap: over all channels of the image.
  template <std::size_t From, std::size_t To, std::size_t Vectors, bool Last, std::size_t N>
  XSCOPE_INLINE static void tap(vector (&sums)[N], const T* x, const T* f) {
    for (std::size_t c = 0; c < in; ++c) {
      [&]<std::size_t... V>(std::index_sequence<V...>) XSCOPE_INLINE_LAMBDA {
        const vector weights[] = {channel::load(f + c * out + offset<Last>(V))...};
        [&]<std::size_t... I>(std::index_sequence<I...>) XSCOPE_INLINE_LAMBDA {
          ((sums[From * Vectors + I] +=
            weights[I % Vectors] * x[(From + I / Vectors) * columns.stride * in + c]),
           ...);
        }(std::make_index_sequence<(To - From) * Vectors>{});
      }(std::make_index_sequence<Vectors>{});
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

  /// A block of pixels from (row, first) on. Where First is given the block is at a border.
  template <std::size_t Pixels, std::size_t Vectors, bool Last, class First, class Store>
  XSCOPE_INLINE static void pixels(const Store& store, const T* x, const T* f, std::size_t image,
                                   std::size_t row, First first, std::size_t group) {
    vector sums[Pixels * Vectors]{};
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
          tap<0, Pixels, Vectors, Last>(sums, place(l), filter_at(f, k, l) + group);
      } else {
        [&]<std::size_t... L>(std::index_sequence<L...>) XSCOPE_INLINE_LAMBDA {
          (
              [&]() XSCOPE_INLINE_LAMBDA {
                constexpr tap_range at = inside(First::value, Pixels, L);
                if constexpr (at.begin < at.end)
                  tap<at.begin, at.end, Vectors, Last>(sums, place(L), filter_at(f, k, L) + group);
              }(),
              ...);
        }(std::make_index_sequence<columns.taps>{});
      }
    }
    const std::size_t to = ((image * rows.out + row) * columns.out + first) * out + group;
    // Spelled out, as all that touches the sums: GCC keeps an array in registers if no loop goes through it.
    [&]<std::size_t... I>(std::index_sequence<I...>) XSCOPE_INLINE_LAMBDA {
      (store(to + I / Vectors * out + offset<Last>(I % Vectors), group + offset<Last>(I % Vectors), sums[I]),
       ...);
    }(std::make_index_sequence<Pixels * Vectors>{});
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
  template <std::size_t Vectors, bool Last, class Store>
  static void channels(const Store& store, const T* x, const T* f, std::size_t image, std::size_t group) {
    for (std::size_t i = 0; i < rows.out; ++i) {
      const auto border =
          [&]<std::size_t Begin, std::size_t... B>(std::index_sequence<B...>) XSCOPE_INLINE_LAMBDA {
            (pixels<block.pixels, Vectors, Last>(store, x, f, image, i, first_of<Begin + B>{}, group), ...);
          };
      constexpr std::size_t behind = left_blocks + inner_blocks;
      border.template operator()<0>(std::make_index_sequence<left_blocks>{});
      for (std::size_t b = left_blocks; b < behind; ++b)
        pixels<block.pixels, Vectors, Last>(store, x, f, image, i, b * block.pixels, group);
      border.template operator()<behind>(std::make_index_sequence<whole_blocks - behind>{});
      if constexpr (rest != 0)
        pixels<rest, Vectors, Last>(store, x, f, image, i, first_of<whole_blocks>{}, group);
    }
  }

  template <class Store>
  static void run(const Store& store, const T* x, const T* f) {
    constexpr std::size_t groups = (channel::count - 1) / block.vectors;
    constexpr std::size_t last = channel::count - groups * block.vectors;
    for (std::size_t n = 0; n < Size.over.images; ++n) {
      for (std::size_t g = 0; g < groups; ++g)
        channels<block.vectors, false>(store, x, f, n, g * block.vectors * lanes);
      channels<last, true>(store, x, f, n, 0);
    }
  }
};

}  // namespace xscope::ops
