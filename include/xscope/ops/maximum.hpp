// SPDX-License-Identifier: BSD-3-Clause
// The greater of two elements.
#pragma once

#include "../math/primitives.hpp"
#include "families.hpp"
#include "greater_equal.hpp"
#include "where.hpp"

namespace xscope {

namespace ops {

struct maximum {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(math::select(a > b || math::is_nan(a), a, b));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    // Where both are equal the first has the gradient, as in TensorFlow.
    const int first = g.apply(greater_equal::info, {g.arg(n, 0), g.arg(n, 1)});
    const int zero = g.scalar(0.0, n);
    if (g.wants(g.arg(n, 0))) g.flow(g.arg(n, 0), g.apply(select_v2::info, {first, dy, zero}));
    if (g.wants(g.arg(n, 1))) g.flow(g.arg(n, 1), g.apply(select_v2::info, {first, zero, dy}));
  }
  static constexpr bool fold(data_type from, data_type to, const dsl::number* n, dsl::number& result) {
    return folded<maximum>(from, to, n, result);
  }
  static constexpr op_info info = binary("Maximum", broadcast_numbers, gradient, fold);
};
template <>
struct code_of<&maximum::info> : maximum {};

}  // namespace ops

/// The greater of two elements, with NumPy's broadcasting; NaN wins (tf.maximum).
inline constexpr dsl::op_function<ops::maximum> maximum{};

}  // namespace xscope
