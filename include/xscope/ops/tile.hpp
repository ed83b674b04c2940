// SPDX-License-Identifier: BSD-3-Clause
// A tensor repeated along its axes.
#pragma once

#include "spelling.hpp"

namespace xscope {

namespace ops {

/// The sum over all copies. Attributes: `multiples`.
struct tile_grad {
  static constexpr inferred infer(operands in, const attributes& a) {
    inferred out{in[0].dtype, in[0].shape};
    for (std::size_t i = 0; i < a.shape.rank(); ++i) out.shape[i] /= a.shape[i];
    return out;
  }
  static constexpr op_info info{"TileGrad", "TileGrad", {"input", nullptr}, form::kernel, infer, no_gradient};
};

struct tile {
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
  static void spell(speller& s) {
    s.takes("multiples", integers{s.attrs.shape});
    s.index_type("Tmultiples");
  }
  static constexpr op_info info{.type = "Tile",
                                .name = "Tile",
                                .operands = {"input", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .needs = {option::multiples},
                                .spell = spell};
};

}  // namespace ops

/// x repeated along each axis: tile(x, multiples<2, 1>) (tf.tile).
inline constexpr dsl::op_function<ops::tile> tile{};

}  // namespace xscope
