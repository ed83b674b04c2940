// SPDX-License-Identifier: BSD-3-Clause
// min(max(x, 0), 6): Krizhevsky 2010.
#pragma once

#include "../math/primitives.hpp"
#include "families.hpp"
#include "greater.hpp"
#include "less.hpp"
#include "logical_and.hpp"
#include "where.hpp"

namespace xscope {

namespace ops {

struct relu6 {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::min(A(6), math::max(A(0), a)));  // NaN stays NaN
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int inside = g.apply(logical_and::info, {g.apply(greater::info, {n, g.scalar(0.0, n)}),
                                                   g.apply(less::info, {n, g.scalar(6.0, n)})});
    g.flow(g.arg(n, 0), g.apply(select_v2::info, {inside, dy, g.scalar(0.0, n)}));
  }
  static constexpr op_info info = unary("Relu6", number_as_operand, gradient, {}, "features");
};
template <>
struct code_of<&relu6::info> : relu6 {};

}  // namespace ops

/// min(max(x, 0), 6) (tf.nn.relu6).
inline constexpr dsl::op_function<ops::relu6> relu6{};

}  // namespace xscope
