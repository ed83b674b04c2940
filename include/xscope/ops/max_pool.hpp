// SPDX-License-Identifier: BSD-3-Clause
// The greatest element under each window, for every channel.
#pragma once

#include "wide.hpp"
#include "windows.hpp"

namespace xscope {

namespace ops {

/// The gradient goes to the first of the greatest elements. Operands: the images, the result, its gradient.
struct max_pool_grad {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* dx, const T* x, const T* y, const T* dy) {
    constexpr windows w = pools_over(Spec.in[0], Spec.attrs.window);
    constexpr std::size_t channels = Spec.out[3];
    constexpr std::size_t chunk = 64;
    if constexpr (!std::is_same_v<wide_t<T>, T>) return of_each_pixel<w, channels>(dx, x, y, dy);
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
        wide_t<T> sum(0);
        for (std::size_t i = down.begin; i < down.end; ++i) {
          for (std::size_t j = across.begin; j < across.end; ++j) {
            const std::size_t window = (i * W.columns.out + j) * Channels + c;
            if (x[at * Channels + c] == y[window] && first_in<W>(x, y[window], i, j, Channels, c) == at)
              sum += wide(dy[window]);
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

  static constexpr inferred infer(operands in, const attributes&) { return {in[0].dtype, in[0].shape}; }
  static constexpr op_info info{"MaxPoolGrad", "MaxPoolGrad", {"orig_input", "orig_output", "grad"},
                                form::kernel,  infer,         no_gradient};
};
template <>
struct op_at<&max_pool_grad::info> {
  using type = max_pool_grad;
};

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
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    if (g.wants(x)) g.flow(x, g.apply(max_pool_grad::info, {x, n, dy}, g.attrs(n)));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (in[0].dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed);
    return pooled(in, a);
  }
  static constexpr op_info info{.type = "MaxPool",
                                .name = "MaxPool",
                                .operands = {"input", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .needs = {option::ksize, option::padding},
                                .takes = {option::strides}};
};
template <>
struct op_at<&max_pool::info> {
  using type = max_pool;
};

}  // namespace ops

/// The greatest elements under windows of images [batch, rows, columns, channels]:
/// max_pool(x, ksize<2, 2>, strides<2, 2>, padding<"VALID">) (tf.nn.max_pool).
inline constexpr dsl::op_function<ops::max_pool> max_pool{};

}  // namespace xscope
