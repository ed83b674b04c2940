// SPDX-License-Identifier: BSD-3-Clause
// A tensor repeated along its axes.
#pragma once

#include "loops.hpp"

namespace xscope {

namespace ops {

/// The places of the operand that the result's elements come from, in the result's order.
constexpr strided_walk tiling(const extents& shape, const extents& multiples) {
  strided_walk walk;
  for (std::size_t i = 0; i < shape.rank(); ++i) {
    walk.add(multiples[i], 0);
    walk.add(shape[i], stride_of(shape, i));
  }
  return walk;
}

/// The sum over all copies. Attributes: `multiples`.
struct tile_grad {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* dy) {
    constexpr strided_walk walk = tiling(Spec.out, Spec.attrs.shape);
    for (std::size_t i = 0; i < Spec.out.elements(); ++i) y[i] = T(0);
    for_each_step<walk>(0, [&](std::size_t i) { y[i] += *dy++; });
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    inferred out{in[0].dtype, in[0].shape};
    for (std::size_t i = 0; i < a.shape.rank(); ++i) out.shape[i] /= a.shape[i];
    return out;
  }
  static constexpr op_info info{"TileGrad", "TileGrad", {"input", nullptr}, form::kernel, infer, no_gradient};
};
template <>
struct op_at<&tile_grad::info> {
  using type = tile_grad;
};

struct tile {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    constexpr strided_walk walk = tiling(Spec.in[0], Spec.attrs.shape);
    for_each_step<walk>(0, [&](std::size_t i) { *y++ = x[i]; });
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    if (!g.wants(g.arg(n, 0))) return;
    for (const std::size_t times : g.attrs(n).shape) {
      if (times == 0) return;  // nothing of the operand is left that a gradient could come from
    }
    g.flow(g.arg(n, 0), g.apply(tile_grad::info, {dy}, g.attrs(n)));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (a.shape.rank() != in[0].shape.rank()) return wrong(diag::fault::attribute_length);
    inferred out{in[0].dtype, in[0].shape};
    for (std::size_t i = 0; i < a.shape.rank(); ++i) {
      out.shape[i] = saturated_product(out.shape[i], a.shape[i]);
    }
    return out;
  }
  static constexpr op_info info{.type = "Tile",
                                .name = "Tile",
                                .operands = {"input", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .needs = {option::multiples}};
};
template <>
struct op_at<&tile::info> {
  using type = tile;
};

}  // namespace ops

/// x repeated along each axis: tile(x, multiples<2, 1>) (tf.tile).
inline constexpr dsl::op_function<ops::tile> tile{};

}  // namespace xscope
