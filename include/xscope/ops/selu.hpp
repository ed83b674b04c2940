// SPDX-License-Identifier: BSD-3-Clause
// A scaled elu that keeps mean and variance: Klambauer, Unterthiner, Mayr and Hochreiter 2017.
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

struct selu {
  static constexpr double scale = 1.0507009873554804934193349852946;
  static constexpr double alpha = 1.6732632423543772848170429916717;

  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    using V = math::wide_t<A>;
    using number = math::lane_t<V>;
    return math::select(a < A(0), static_cast<Out>(V(number(scale * alpha)) * math::expm1(math::wide(a))),
                        static_cast<Out>(V(number(scale)) * math::wide(a)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int below = g.apply(add::info, {n, g.scalar(scale * alpha, n)});
    const int slope =
        g.apply(select_v2::info, {g.apply(less::info, {n, g.scalar(0.0, n)}), below, g.scalar(scale, n)});
    g.flow(g.arg(n, 0), g.apply(multiply::info, {dy, slope}));
  }
  static constexpr op_info info = unary("Selu", floating_as_operand, gradient, {}, "features");
};
template <>
struct code_of<&selu::info> : selu {};

}  // namespace ops

/// scale * x, and scale * alpha * (exp(x) - 1) below zero, with the constants of self-normalizing networks
/// (tf.nn.selu).
inline constexpr dsl::op_function<ops::selu> selu{};

}  // namespace xscope
