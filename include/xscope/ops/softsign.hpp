// SPDX-License-Identifier: BSD-3-Clause
// x / (|x| + 1).
#pragma once

#include "../math/primitives.hpp"
#include "../math/wide.hpp"
#include "abs.hpp"
#include "add.hpp"
#include "divide.hpp"
#include "families.hpp"
#include "square.hpp"

namespace xscope {

namespace ops {

struct softsign {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::wide(a) / (math::abs(math::wide(a)) + math::wide_t<A>(1)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    const int below = g.apply(add::info, {g.apply(abs::info, {x}), g.scalar(1.0, x)});
    g.flow(x, g.apply(divide::info, {dy, g.apply(square::info, {below})}));
  }
  static constexpr op_info info = unary("Softsign", floating_as_operand, gradient, {}, "features");
};
template <>
struct code_of<&softsign::info> : softsign {};

}  // namespace ops

/// x / (|x| + 1) (tf.nn.softsign).
inline constexpr dsl::op_function<ops::softsign> softsign{};

}  // namespace xscope
