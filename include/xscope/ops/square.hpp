// SPDX-License-Identifier: BSD-3-Clause
// x * x.
#pragma once

#include "../math/modular.hpp"
#include "families.hpp"
#include "multiply.hpp"

namespace xscope {

namespace ops {

struct square {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::modular(a) * math::modular(a));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    g.flow(x, g.apply(multiply::info, {g.apply(multiply::info, {dy, x}), g.scalar(2.0, x)}));
  }
  static constexpr bool fold(data_type from, data_type to, const dsl::number* n, dsl::number& result) {
    return folded<square>(from, to, n, result);
  }
  static constexpr op_info info = unary("Square", number_as_operand, gradient, fold);
};
template <>
struct code_of<&square::info> : square {};

}  // namespace ops

/// x * x (tf.square).
inline constexpr dsl::op_function<ops::square> square{};

}  // namespace xscope
