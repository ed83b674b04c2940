// SPDX-License-Identifier: BSD-3-Clause
// The greatest element under each window, for every channel.
#pragma once

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
    if (g.wants(x)) g.flow(x, g.apply(max_pool_grad::info, {x, n, dy}, g.at(n).attrs));
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
