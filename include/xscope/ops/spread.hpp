// SPDX-License-Identifier: BSD-3-Clause
// The way back through a reduction: a reduced result over the operand's shape again.
#pragma once

#include "broadcast_to.hpp"
#include "reshape.hpp"

namespace xscope::ops {

/// `reduced` (a result of a reduction of `like` with the given attributes, or its gradient) repeated over
/// the shape of `like`.
constexpr int spread(gradient_builder& g, int reduced, const node& like, const attributes& attrs) {
  const extents shape = like.shape;
  attributes kept;
  kept.has_shape = true;
  const axis_set axes = axes_of(attrs, shape.rank());
  for (std::size_t i = 0; i < shape.rank(); ++i) kept.shape.push_back(axes.in[i] ? 1 : shape[i]);
  const int with_ones = g.at(reduced).shape == kept.shape ? reduced : g.apply(reshape::info, {reduced}, kept);
  kept.shape = shape;
  return g.apply(broadcast_to::info, {with_ones}, kept);
}

}  // namespace xscope::ops
