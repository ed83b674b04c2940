// SPDX-License-Identifier: BSD-3-Clause
// Without the axes of size 1: a view.
#pragma once

#include "reshape.hpp"
#include "spelling.hpp"

namespace xscope {

namespace ops {

struct squeeze {
  static constexpr void gradient(gradient_builder& g, int n, int dy) { reshape::gradient(g, n, dy); }
  static constexpr inferred infer(operands in, const attributes& a) {
    const extents& shape = in[0].shape;
    const axis_set axes = axes_of(a, shape.rank());
    if (axes.fault != diag::fault::none) return wrong(axes.fault);
    inferred out{in[0].dtype, {}};
    for (std::size_t i = 0; i < shape.rank(); ++i) {
      if (axes.in[i] && a.has_axis && shape[i] != 1) return wrong(diag::fault::axis_not_one);
      if (!axes.in[i] || shape[i] != 1) out.shape.push_back(shape[i]);
    }
    return out;
  }
  static void spell(speller& s) {
    integers axes;
    for (std::size_t i = 0; i < s.attrs.axis_count; ++i) axes.push_back(s.attrs.axes[i]);
    s.list("squeeze_dims", axes);
  }
  static constexpr op_info info{.type = "Squeeze",
                                .name = "Squeeze",
                                .operands = {"input"},
                                .how = form::view,
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::axis},
                                .spell = spell};
};

}  // namespace ops

/// x without its axes of size 1, or without those that are named: squeeze(x, axis<0>) (tf.squeeze).
inline constexpr dsl::op_function<ops::squeeze> squeeze{};

}  // namespace xscope
