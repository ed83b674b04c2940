// SPDX-License-Identifier: BSD-3-Clause
// What the gradients of recurrent layers share: the shape of what they write, and products of a row or a
// column with a matrix.
#pragma once

#include <cstddef>

#include "recurrent.hpp"
#include "reshape.hpp"
#include "slice.hpp"

namespace xscope::ops {

/// The shape rule of the gradient's operation, over the layer's operands and the gradient of its result. It
/// writes one buffer: the gradients of x, the kernel, the recurrent kernel, the bias and the states, one
/// after another, behind them what the way back needs of each step, `kept` numbers for a unit, and at last
/// the numbers of one step, `at_work` for a unit, which half precision computes in float.
constexpr inferred recurrent_gradient_shape(operands in, std::size_t kept, std::size_t at_work) {
  std::size_t all = 0;
  for (std::size_t k = 0; k + 1 < in.size(); ++k) all += in[k].shape.elements();
  const recurrent_size size = recurrent_size_of(in[0].shape, in[2].shape);
  const bool is_narrow = in[0].dtype.size() < sizeof(float);
  const std::size_t each = is_narrow ? 2 : 1;
  return {in[0].dtype, extents{all + size.units * (size.time * kept + each * at_work) + (is_narrow ? 1 : 0)}};
}

/// Takes the result of the gradient's operation apart, for the operands of node n.
constexpr void recurrent_flow(gradient_builder& g, int n, int all) {
  std::size_t begin = 0;
  for (int k = 0; k < g.at(n).arg_count; ++k) {
    const int operand = g.arg(n, k);
    attributes as;
    as.has_shape = true;
    as.shape = g.at(operand).shape;
    const std::size_t count = as.shape.elements();
    if (g.wants(operand)) {
      const int part = g.apply(slice::info, {all}, rows_of(g.at(all).shape, 0, begin, count));
      g.flow(operand, g.apply(reshape::info, {part}, as));
    }
    begin += count;
  }
}

}  // namespace xscope::ops
