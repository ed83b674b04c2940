// SPDX-License-Identifier: BSD-3-Clause
// What recurrent layers are given, and what they give.
#pragma once

#include <cstddef>

#include "rules.hpp"

namespace xscope::ops {

/// The sizes of a recurrent layer: x [batch, time, features], or [time, features] for one sample.
struct recurrent_size {
  std::size_t batch = 1;
  std::size_t time = 0;
  std::size_t features = 0;
  std::size_t units = 0;
  std::size_t gates = 0;
  friend constexpr bool operator==(const recurrent_size&, const recurrent_size&) = default;
};
constexpr recurrent_size recurrent_size_of(const extents& x, const extents& recurrent) {
  const std::size_t rank = x.rank();
  return {rank == 3 ? x[0] : 1, x[rank - 2], x[rank - 1], recurrent[0],
          recurrent[0] == 0 ? 0 : recurrent[1] / recurrent[0]};
}

/// The shape rule: operands are x, the kernel [features, gates * units], the recurrent kernel [units, gates *
/// units], the bias (gates * units numbers, or twice as many), and the states [batch, units], without the
/// batch where x has none.
constexpr inferred recurrent_shape(operands in, const attributes& a, std::size_t gates, std::size_t biases) {
  using diag::fault;
  if (!in[0].dtype.is_floating()) return wrong(fault::dtype_not_allowed);
  for (std::size_t k = 1; k < in.size(); ++k) {
    if (!(in[k].dtype == in[0].dtype)) return wrong(fault::operands_differ_in_dtype, static_cast<int>(k));
  }
  const extents& x = in[0].shape;
  if (x.rank() != 2 && x.rank() != 3) return wrong(fault::rank_not_allowed);
  const std::size_t units = in[2].shape[0];
  const std::size_t row = gates * units;
  if (!(in[1].shape == extents{x.back(), row})) return wrong(fault::inner_dimensions);
  if (!(in[2].shape == extents{units, row})) return wrong(fault::inner_dimensions, 2);
  if (in[3].shape.elements() != biases * row) return wrong(fault::inner_dimensions, 3);
  extents state = x;
  state.rank_ -= 2;
  state.push_back(units);
  for (std::size_t k = 4; k < in.size(); ++k) {
    if (!(in[k].shape == state)) return wrong(fault::state_shape, static_cast<int>(k));
  }
  extents out = x;
  out.rank_ -= a.sequences ? 1 : 2;
  out.push_back(units);
  return {in[0].dtype, out};
}

}  // namespace xscope::ops
