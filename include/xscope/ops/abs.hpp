// SPDX-License-Identifier: BSD-3-Clause
// The absolute value.
#pragma once

#include <type_traits>

#include "../math/modular.hpp"
#include "../math/primitives.hpp"
#include "../math/wide.hpp"
#include "families.hpp"
#include "multiply.hpp"
#include "sign.hpp"

namespace xscope {

namespace ops {

struct abs {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    using number = typename math::unsigned_of<A>::type;
    if constexpr (std::is_unsigned_v<A>) return static_cast<Out>(a);
    else if constexpr (std::is_integral_v<A>)
      return a < 0 ? static_cast<Out>(static_cast<number>(-math::modular(a))) : static_cast<Out>(a);
    else return static_cast<Out>(math::abs(math::wide(a)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    g.flow(x, g.apply(multiply::info, {dy, g.apply(sign::info, {x})}));
  }
  static constexpr op_info info = unary("Abs", number_as_operand, gradient);
};
template <>
struct code_of<&abs::info> : abs {};

}  // namespace ops

/// The absolute value (tf.abs).
inline constexpr dsl::op_function<ops::abs> abs{};

}  // namespace xscope
