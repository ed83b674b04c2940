// SPDX-License-Identifier: BSD-3-Clause
// (a - b) squared.
#pragma once

#include "../math/modular.hpp"
#include "families.hpp"
#include "multiply.hpp"
#include "negative.hpp"
#include "subtract.hpp"

namespace xscope {

namespace ops {

struct squared_difference {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    const auto difference = math::modular(static_cast<A>(math::modular(a) - math::modular(b)));
    return static_cast<Out>(difference * difference);
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int twice = g.apply(multiply::info, {dy, g.scalar(2.0, n)});
    const int slope = g.apply(multiply::info, {twice, g.apply(subtract::info, {g.arg(n, 0), g.arg(n, 1)})});
    g.flow(g.arg(n, 0), slope);
    if (g.wants(g.arg(n, 1))) g.flow(g.arg(n, 1), g.apply(negative::info, {slope}));
  }
  static constexpr bool fold(data_type from, data_type to, const dsl::number* n, dsl::number& result) {
    return folded<squared_difference>(from, to, n, result);
  }
  static constexpr op_info info = binary("SquaredDifference", broadcast_numbers, gradient, fold);
};
template <>
struct code_of<&squared_difference::info> : squared_difference {};

}  // namespace ops

/// (a - b) * (a - b), with NumPy's broadcasting (tf.squared_difference).
inline constexpr dsl::op_function<ops::squared_difference> squared_difference{};

}  // namespace xscope
