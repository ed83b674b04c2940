// SPDX-License-Identifier: BSD-3-Clause
// The greatest element and the mean under each window, and their gradients.
#pragma once

#include <type_traits>

#include "../ops/avg_pool.hpp"
#include "../ops/max_pool.hpp"
#include "../ops/windows.hpp"
#include "kernel.hpp"

namespace xscope::kernels {

using ops::pools_over;
using ops::tap_range;
using ops::windows;

/// Calls f(window, first tap, taps) for each window of a pooling, where `taps` are rows and columns of the
/// image that lie under it and `first` is the first one; all as numbers of pixels.
template <windows W, class F>
constexpr void for_each_pool(F&& f) {
  std::size_t to = 0;
  for (std::size_t n = 0; n < W.images; ++n) {
    for (std::size_t i = 0; i < W.rows.out; ++i) {
      const tap_range down = W.rows.taps_at(i);
      const std::size_t top = i * W.rows.stride + down.begin - W.rows.before;
      for (std::size_t j = 0; j < W.columns.out; ++j) {
        const tap_range across = W.columns.taps_at(j);
        const std::size_t left = j * W.columns.stride + across.begin - W.columns.before;
        f(to++, (n * W.rows.in + top) * W.columns.in + left, down.end - down.begin,
          across.end - across.begin);
      }
    }
  }
}

/// The other way round: calls f(pixel, rows, columns) for each pixel of the images, where window (i, j) of
/// these rows and columns, the rows of all images counted, stands over it.
template <windows W, class F>
constexpr void for_each_pooled(F&& f) {
  std::size_t at = 0;
  for (std::size_t n = 0; n < W.images; ++n) {
    for (std::size_t i = 0; i < W.rows.in; ++i) {
      tap_range down = W.rows.windows_of(i);
      down = {n * W.rows.out + down.begin, n * W.rows.out + down.end};
      for (std::size_t j = 0; j < W.columns.in; ++j) f(at++, down, W.columns.windows_of(j));
    }
  }
}

struct max_pool {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    constexpr windows w = pools_over(Spec.in[0], Spec.attrs.window);
    constexpr std::size_t channels = Spec.out[3];
    for_each_pool<w>([&](std::size_t to, std::size_t first, std::size_t rows, std::size_t columns) {
      T* top = y + to * channels;
      for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < columns; ++j) {
          const T* from = x + (first + i * w.columns.in + j) * channels;
          if (i == 0 && j == 0) {
            for (std::size_t c = 0; c < channels; ++c) top[c] = from[c];
          } else {
            for (std::size_t c = 0; c < channels; ++c) top[c] = top[c] < from[c] ? from[c] : top[c];
          }
        }
      }
    });
  }
};

struct max_pool_grad {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* dx, const T* x, const T* y, const T* dy) {
    constexpr windows w = pools_over(Spec.in[0], Spec.attrs.window);
    constexpr std::size_t channels = Spec.out[3];
    constexpr std::size_t chunk = 64;
    if constexpr (!std::is_same_v<math::wide_t<T>, T>) return of_each_pixel<w, channels>(dx, x, y, dy);
    for (std::size_t i = 0; i < Spec.out.elements(); ++i) dx[i] = T(0);
    for_each_pool<w>([&](std::size_t to, std::size_t first, std::size_t rows, std::size_t columns) {
      for (std::size_t begin = 0; begin < channels; begin += chunk) {
        const std::size_t count = channels - begin < chunk ? channels - begin : chunk;
        const T* top = y + to * channels + begin;
        T left[chunk];  // what has not found its place
        for (std::size_t c = 0; c < count; ++c) left[c] = dy[to * channels + begin + c];
        for (std::size_t i = 0; i < rows; ++i) {
          for (std::size_t j = 0; j < columns; ++j) {
            const std::size_t at = (first + i * w.columns.in + j) * channels + begin;
            for (std::size_t c = 0; c < count; ++c) {
              const bool hit = x[at + c] == top[c];
              dx[at + c] = static_cast<T>(dx[at + c] + (hit ? left[c] : T(0)));
              left[c] = hit ? T(0) : left[c];
            }
          }
        }
      }
    });
  }

  /// Pixel by pixel, so that gradients are added up in the type of sums.
  template <windows W, std::size_t Channels, class T>
  static constexpr void of_each_pixel(T* dx, const T* x, const T* y, const T* dy) {
    for_each_pooled<W>([&](std::size_t at, tap_range down, tap_range across) {
      for (std::size_t c = 0; c < Channels; ++c) {
        math::wide_t<T> sum(0);
        for (std::size_t i = down.begin; i < down.end; ++i) {
          for (std::size_t j = across.begin; j < across.end; ++j) {
            const std::size_t window = (i * W.columns.out + j) * Channels + c;
            if (x[at * Channels + c] == y[window] && first_in<W>(x, y[window], i, j, Channels, c) == at)
              sum += math::wide(dy[window]);
          }
        }
        dx[at * Channels + c] = static_cast<T>(sum);
      }
    });
  }

  /// The first pixel under window (i, j) that has a value, which there is.
  template <windows W, class T>
  static constexpr std::size_t first_in(const T* x, T value, std::size_t i, std::size_t j,
                                        std::size_t channels, std::size_t c) {
    const std::size_t image = i / W.rows.out;
    const std::size_t row = i % W.rows.out;
    const tap_range down = W.rows.taps_at(row);
    const tap_range across = W.columns.taps_at(j);
    for (std::size_t k = down.begin; k < down.end; ++k) {
      const std::size_t above = image * W.rows.in + row * W.rows.stride + k - W.rows.before;
      for (std::size_t l = across.begin; l < across.end; ++l) {
        const std::size_t at = above * W.columns.in + j * W.columns.stride + l - W.columns.before;
        if (x[at * channels + c] == value) return at;
      }
    }
    return 0;
  }
};

struct avg_pool {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    constexpr windows w = pools_over(Spec.in[0], Spec.attrs.window);
    constexpr std::size_t channels = Spec.out[3];
    for_each_pool<w>([&](std::size_t to, std::size_t first, std::size_t rows, std::size_t columns) {
      T* mean = y + to * channels;
      if constexpr (!std::is_same_v<math::sum_t<T>, T>) {
        for (std::size_t c = 0; c < channels; ++c) {
          math::sum_t<T> sum(0);
          for (std::size_t i = 0; i < rows; ++i) {
            for (std::size_t j = 0; j < columns; ++j)
              sum += static_cast<math::sum_t<T>>(x[(first + i * w.columns.in + j) * channels + c]);
          }
          mean[c] = static_cast<T>(sum / static_cast<math::sum_t<T>>(rows * columns));
        }
        return;
      }
      for (std::size_t c = 0; c < channels; ++c) mean[c] = T(0);
      for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < columns; ++j) {
          const T* from = x + (first + i * w.columns.in + j) * channels;
          for (std::size_t c = 0; c < channels; ++c) mean[c] += from[c];
        }
      }
      for (std::size_t c = 0; c < channels; ++c) mean[c] /= static_cast<T>(rows * columns);
    });
  }
};

struct avg_pool_grad {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* dx, const T* dy) {
    constexpr windows w = pools_over(Spec.out, Spec.attrs.window);
    constexpr std::size_t channels = Spec.out[3];
    if constexpr (!std::is_same_v<math::sum_t<T>, T>) return of_each_pixel<w, channels>(dx, dy);
    for (std::size_t i = 0; i < Spec.out.elements(); ++i) dx[i] = T(0);
    for_each_pool<w>([&](std::size_t to, std::size_t first, std::size_t rows, std::size_t columns) {
      const T* from = dy + to * channels;
      const T share = T(1) / static_cast<T>(rows * columns);
      for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < columns; ++j) {
          T* at = dx + (first + i * w.columns.in + j) * channels;
          for (std::size_t c = 0; c < channels; ++c) at[c] += from[c] * share;
        }
      }
    });
  }

  /// Pixel by pixel, so that shares are added up in the type of sums.
  template <windows W, std::size_t Channels, class T>
  static constexpr void of_each_pixel(T* dx, const T* dy) {
    for_each_pooled<W>([&](std::size_t at, tap_range down, tap_range across) {
      for (std::size_t c = 0; c < Channels; ++c) {
        math::sum_t<T> sum(0);
        for (std::size_t i = down.begin; i < down.end; ++i) {
          const tap_range rows = W.rows.taps_at(i % W.rows.out);
          for (std::size_t j = across.begin; j < across.end; ++j) {
            const tap_range columns = W.columns.taps_at(j);
            const std::size_t count = (rows.end - rows.begin) * (columns.end - columns.begin);
            sum += static_cast<math::sum_t<T>>(dy[(i * W.columns.out + j) * Channels + c]) /
                   static_cast<math::sum_t<T>>(count);
          }
        }
        dx[at * Channels + c] = static_cast<T>(sum);
      }
    });
  }
};

}  // namespace xscope::kernels

namespace xscope::ops {

template <>
struct code_of<&max_pool::info> : kernels::max_pool {};
template <>
struct code_of<&max_pool_grad::info> : kernels::max_pool_grad {};
template <>
struct code_of<&avg_pool::info> : kernels::avg_pool {};
template <>
struct code_of<&avg_pool_grad::info> : kernels::avg_pool_grad {};

}  // namespace xscope::ops
