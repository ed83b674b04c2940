// SPDX-License-Identifier: BSD-3-Clause
// The way back through a reduction: a reduced result over the operand's shape again.
#pragma once

#include "broadcast_to.hpp"
#include "reshape.hpp"

namespace xscope::ops {

/// `reduced` (the result of the reduction n, or its gradient) repeated over the shape of n's operand.
constexpr int spread(gradient_builder& g, int reduced, int n) {
  const extents shape = g.at(g.arg(n, 0)).shape;
  const attributes attrs = g.attrs(n);
  attributes kept;
  kept.has_shape = true;
  const axis_set axes = axes_of(attrs, shape.rank());
  for (std::size_t i = 0; i < shape.rank(); ++i) kept.shape.push_back(axes.in[i] ? 1 : shape[i]);
  const int with_ones = g.at(reduced).shape == kept.shape ? reduced : g.apply(reshape::info, {reduced}, kept);
  kept.shape = shape;
  return g.apply(broadcast_to::info, {with_ones}, kept);
}

}  // namespace xscope::ops
