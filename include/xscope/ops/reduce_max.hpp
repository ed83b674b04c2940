// SPDX-License-Identifier: BSD-3-Clause
// Maxima over axes.
#pragma once

#include "cast.hpp"
#include "divide.hpp"
#include "equal.hpp"
#include "families.hpp"
#include "multiply.hpp"
#include "reduce_sum.hpp"
#include "spread.hpp"

namespace xscope {

namespace ops {

/// The gradient of an extreme goes to the places that have it, in equal parts (as TensorFlow does).
constexpr void extreme_gradient(gradient_builder& g, int n, int dy) {
  const int x = g.arg(n, 0);
  if (!g.wants(x)) return;
  const int top = spread(g, n, n);
  attributes real;
  real.dtype = g.at(x).dtype;
  const int hits = g.apply(cast::info, {g.apply(equal::info, {x, top})}, real);
  const int count = g.apply(reduce_sum::info, {hits}, g.attrs(n));
  const int part = spread(g, g.apply(divide::info, {dy, count}), n);
  g.flow(x, g.apply(multiply::info, {part, hits}));
}

struct reduce_max {
  static constexpr void gradient(gradient_builder& g, int n, int dy) { extreme_gradient(g, n, dy); }
  static constexpr op_info info = reduction("Max", reduce_numbers, gradient, true);
};

}  // namespace ops

/// The greatest element over axes, or over all: reduce_max(x, axis<1>, keepdims) (tf.reduce_max).
inline constexpr dsl::op_function<ops::reduce_max> reduce_max{};

}  // namespace xscope
