// SPDX-License-Identifier: BSD-3-Clause
// Convolutions and their gradients.
#pragma once

#include "../ops/conv2d.hpp"
#include "convolution.hpp"
#include "filter_gradient.hpp"
#include "input_gradient.hpp"
#include "kernel.hpp"

namespace xscope::kernels {

using ops::window_attributes;
using ops::windows_over;

constexpr convolution_size convolution_over(const extents& images, const extents& filter,
                                            const window_attributes& a) {
  return {windows_over(images, a, filter[0], filter[1]), filter[2], filter[3], false};
}

struct conv2d {
  template <kernel_spec Spec, class Sink, class T>
  static void forward(const Sink& to, const T* x, const T* f) {
    if constexpr (Spec.out.elements() == 0) return;
    else convolution<T, convolution_over(Spec.in[0], Spec.in[1], Spec.attrs.window)>::run(to, x, f);
  }
};

struct conv2d_input_grad {
  template <kernel_spec Spec, class T>
  static void forward(T* dx, const T* f, const T* dy) {
    if constexpr (Spec.out.elements() == 0) return;
    constexpr extents shape = Spec.in[0];  // rows, columns, results, channels
    constexpr extents filter{shape[0], shape[1], shape[3], shape[2]};
    constexpr convolution_size there = convolution_over(Spec.out, filter, Spec.attrs.window);
    constexpr bool single_steps = there.over.rows.stride == 1 && there.over.columns.stride == 1;
    if constexpr (single_steps && is_before(there.over.rows) && is_before(there.over.columns)) {
      // Again a convolution: with the filter from its end, and the rest of the padding.
      constexpr convolution_size back{
          {there.over.images, turned(there.over.rows), turned(there.over.columns)}, shape[2], shape[3], true};
      convolution<T, back>::run(direct_sink<T, shape[3]>{dx}, dy, f);
    } else {
      input_gradient<T, there>::run(dx, f, dy);
    }
  }

  /// Whether the padding before is less than the window, as it is unless an axis has no taps to speak of.
  static constexpr bool is_before(const window_axis& w) { return w.before <= (w.taps - 1) * w.dilation; }

  static constexpr window_axis turned(const window_axis& w) {
    return {w.out, w.in, w.taps, 1, w.dilation, (w.taps - 1) * w.dilation - w.before};
  }
};

struct conv2d_filter_grad {
  template <kernel_spec Spec, class T>
  static void forward(T* df, const T* x, const T* dy) {
    if constexpr (Spec.out.elements() == 0) return;
    else filter_gradient<T, convolution_over(Spec.in[0], Spec.out, Spec.attrs.window)>::run(df, x, dy);
  }
};

}  // namespace xscope::kernels

namespace xscope::ops {

template <>
struct code_of<&conv2d::info> : kernels::conv2d {};
template <>
struct code_of<&conv2d_input_grad::info> : kernels::conv2d_input_grad {};
template <>
struct code_of<&conv2d_filter_grad::info> : kernels::conv2d_filter_grad {};

}  // namespace xscope::ops
