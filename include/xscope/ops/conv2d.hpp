// SPDX-License-Identifier: BSD-3-Clause
// Convolutions of images [batch, rows, columns, channels] with filters [rows, columns, channels, results].
#pragma once

#include "transpose.hpp"
#include "windows.hpp"

namespace xscope {

namespace ops {

inline void spell_convolution(speller& s) {
  spell_windows(s);
  s.list("dilations", for_images(s.attrs.window.dilations));
  s.list("explicit_paddings", {});
  s.flag("use_cudnn_on_gpu", true);
}

/// The gradient with respect to the images: of every tap the result's gradient at each place where it stood,
/// back to the element under it. Operands: the filter with its channels last, and the result's gradient; the
/// images' shape stands in the attributes.
struct conv2d_input_grad {
  static constexpr inferred infer(operands in, const attributes& a) { return {in[0].dtype, a.shape}; }
  static constexpr op_info info{.type = "Conv2DBackpropInput",
                                .name = "Conv2DBackpropInput",
                                .operands = {"filter", "out_backprop"},
                                .infer = infer,
                                .spell = spell_convolution};
};

/// The gradient with respect to the filter, whose shape stands in the attributes.
struct conv2d_filter_grad {
  static constexpr inferred infer(operands in, const attributes& a) { return {in[0].dtype, a.shape}; }
  static void spell(speller& s) {
    s.takes("filter_sizes", integers{s.shape});
    s.last_goes_before(1);
    spell_convolution(s);
  }
  static constexpr op_info info{.type = "Conv2DBackpropFilter",
                                .name = "Conv2DBackpropFilter",
                                .operands = {"input", "out_backprop"},
                                .infer = infer,
                                .spell = spell};
};

struct conv2d {
  static constexpr bool takes_epilogue(const kernel_spec&) { return true; }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    const int f = g.arg(n, 1);
    attributes like = g.attrs(n);
    like.has_shape = true;
    if (g.wants(x)) {
      attributes order;
      order.has_axis = true;
      order.axis_count = 4;
      for (int i = 0; i < 4; ++i) order.axes[i] = i < 2 ? i : 5 - i;
      like.shape = g.at(x).shape;
      g.flow(x, g.apply(conv2d_input_grad::info, {g.apply(transpose::info, {f}, order), dy}, like));
    }
    if (g.wants(f)) {
      like.shape = g.at(f).shape;
      g.flow(f, g.apply(conv2d_filter_grad::info, {x, dy}, like));
    }
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (!(in[0].dtype == in[1].dtype)) return wrong(diag::fault::operands_differ_in_dtype);
    if (!in[0].dtype.is_floating()) return wrong(diag::fault::dtype_not_allowed);
    if (in[0].shape.rank() != 4) return wrong(diag::fault::rank_not_allowed, 0);
    if (in[1].shape.rank() != 4) return wrong(diag::fault::rank_not_allowed, 1);
    const extents& f = in[1].shape;
    if (in[0].shape[3] != f[2]) return wrong(diag::fault::channels_differ);
    return window_result(in[0], a, f[0], f[1], f[3]);
  }
  static constexpr op_info info{.type = "Conv2D",
                                .name = "Conv2D",
                                .operands = {"input", "filter"},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .needs = {option::padding},
                                .takes = {option::strides, option::dilations},
                                .takes_epilogue = takes_epilogue,
                                .spell = spell_convolution};
};

}  // namespace ops

/// Images [batch, rows, columns, channels] under a filter [rows, columns, channels, results]:
/// conv2d(x, filter, strides<2, 2>, padding<"SAME">), perhaps with `dilations<...>` (tf.nn.conv2d).
inline constexpr dsl::op_function<ops::conv2d> conv2d{};

}  // namespace xscope
