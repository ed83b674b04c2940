// SPDX-License-Identifier: BSD-3-Clause
// x times the normal distribution's share below x: Hendrycks and Gimpel 2016.
#pragma once

#include "../math/erf.hpp"
#include "../math/wide.hpp"
#include "add.hpp"
#include "erf.hpp"
#include "exp.hpp"
#include "families.hpp"
#include "multiply.hpp"
#include "square.hpp"

namespace xscope {

namespace ops {

struct gelu {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    // erfc keeps the digits that 1 + erf loses below zero.
    using V = math::wide_t<A>;
    constexpr auto root = static_cast<math::lane_t<V>>(0.70710678118654752440084436210485);
    return static_cast<Out>(math::wide(a) * V(math::lane_t<V>(0.5)) * math::erfc(-math::wide(a) * V(root)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    // The share itself, and x times the density.
    const int x = g.arg(n, 0);
    const int share = g.apply(
        multiply::info,
        {g.apply(add::info,
                 {g.apply(erf::info, {g.apply(multiply::info, {x, g.scalar(0.70710678118654752440, x)})}),
                  g.scalar(1.0, x)}),
         g.scalar(0.5, x)});
    const int bell =
        g.apply(exp::info, {g.apply(multiply::info, {g.apply(square::info, {x}), g.scalar(-0.5, x)})});
    const int density = g.apply(multiply::info, {bell, g.scalar(0.39894228040143267794, x)});
    const int slope = g.apply(add::info, {share, g.apply(multiply::info, {x, density})});
    g.flow(x, g.apply(multiply::info, {dy, slope}));
  }
  static constexpr op_info info = unary("Gelu", floating_as_operand, gradient, {}, "features");
};
template <>
struct code_of<&gelu::info> : gelu {};

}  // namespace ops

/// x * (1 + erf(x / sqrt(2))) / 2 (tf.nn.gelu of TensorFlow 2, not approximate).
inline constexpr dsl::op_function<ops::gelu> gelu{};

}  // namespace xscope
