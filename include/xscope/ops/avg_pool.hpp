// SPDX-License-Identifier: BSD-3-Clause
// The mean of the elements under each window, for every channel. Padding does not count.
#pragma once

#include "wide.hpp"
#include "windows.hpp"

namespace xscope {

namespace ops {

/// Each element's share of the gradients. Attributes: the images' shape stands in shape.
struct avg_pool_grad {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* dx, const T* dy) {
    constexpr windows w = pools_over(Spec.out, Spec.attrs.window);
    constexpr std::size_t channels = Spec.out[3];
    if constexpr (!std::is_same_v<sum_t<T>, T>) return of_each_pixel<w, channels>(dx, dy);
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
        sum_t<T> sum(0);
        for (std::size_t i = down.begin; i < down.end; ++i) {
          const tap_range rows = W.rows.taps_at(i % W.rows.out);
          for (std::size_t j = across.begin; j < across.end; ++j) {
            const tap_range columns = W.columns.taps_at(j);
            const std::size_t count = (rows.end - rows.begin) * (columns.end - columns.begin);
            sum += static_cast<sum_t<T>>(dy[(i * W.columns.out + j) * Channels + c]) /
                   static_cast<sum_t<T>>(count);
          }
        }
        dx[at * Channels + c] = static_cast<T>(sum);
      }
    });
  }

  static constexpr inferred infer(operands in, const attributes& a) { return {in[0].dtype, a.shape}; }
  static constexpr op_info info{"AvgPoolGrad", "AvgPoolGrad", {"grad", nullptr},
                                form::kernel,  infer,         no_gradient};
};
template <>
struct op_at<&avg_pool_grad::info> {
  using type = avg_pool_grad;
};

struct avg_pool {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    constexpr windows w = pools_over(Spec.in[0], Spec.attrs.window);
    constexpr std::size_t channels = Spec.out[3];
    for_each_pool<w>([&](std::size_t to, std::size_t first, std::size_t rows, std::size_t columns) {
      T* mean = y + to * channels;
      if constexpr (!std::is_same_v<sum_t<T>, T>) {
        for (std::size_t c = 0; c < channels; ++c) {
          sum_t<T> sum(0);
          for (std::size_t i = 0; i < rows; ++i) {
            for (std::size_t j = 0; j < columns; ++j)
              sum += static_cast<sum_t<T>>(x[(first + i * w.columns.in + j) * channels + c]);
          }
          mean[c] = static_cast<T>(sum / static_cast<sum_t<T>>(rows * columns));
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
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    if (!g.wants(x)) return;
    attributes whole = g.attrs(n);
    whole.has_shape = true;
    whole.shape = g.at(x).shape;
    g.flow(x, g.apply(avg_pool_grad::info, {dy}, whole));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (!in[0].dtype.is_floating()) return wrong(diag::fault::dtype_not_allowed);
    return pooled(in, a);
  }
  static constexpr op_info info{.type = "AvgPool",
                                .name = "AvgPool",
                                .operands = {"value", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .needs = {option::ksize, option::padding},
                                .takes = {option::strides}};
};
template <>
struct op_at<&avg_pool::info> {
  using type = avg_pool;
};

}  // namespace ops

/// The means under windows of images [batch, rows, columns, channels], padding not counted:
/// avg_pool(x, ksize<2, 2>, strides<2, 2>, padding<"VALID">) (tf.nn.avg_pool).
inline constexpr dsl::op_function<ops::avg_pool> avg_pool{};

}  // namespace xscope
