// SPDX-License-Identifier: BSD-3-Clause
// x, and exp(x) - 1 below zero: Clevert, Unterthiner and Hochreiter 2015.
#pragma once

#include "../math/exp.hpp"
#include "../math/wide.hpp"
#include "add.hpp"
#include "families.hpp"
#include "less.hpp"
#include "multiply.hpp"
#include "where.hpp"

namespace xscope {

namespace ops {

struct elu {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return math::select(a < A(0), static_cast<Out>(math::expm1(math::wide(a))), static_cast<Out>(a));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int slope = g.apply(select_v2::info, {g.apply(less::info, {n, g.scalar(0.0, n)}),
                                                g.apply(add::info, {n, g.scalar(1.0, n)}), g.scalar(1.0, n)});
    g.flow(g.arg(n, 0), g.apply(multiply::info, {dy, slope}));
  }
  static constexpr op_info info = unary("Elu", floating_as_operand, gradient, {}, "features");
};
template <>
struct code_of<&elu::info> : elu {};

}  // namespace ops

/// x, and exp(x) - 1 below zero (tf.nn.elu).
inline constexpr dsl::op_function<ops::elu> elu{};

}  // namespace xscope
