// SPDX-License-Identifier: BSD-3-Clause
// -x.
#pragma once

#include "../math/modular.hpp"
#include "../math/primitives.hpp"
#include "add.hpp"
#include "families.hpp"

namespace xscope {

namespace ops {

struct negative {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    if constexpr (math::is_pack<A>) return math::negative(a);
    else return static_cast<Out>(-math::modular(a));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), g.apply(info, {dy}));
  }
  static constexpr bool fold(data_type from, data_type to, const dsl::number* n, dsl::number& result) {
    return folded<negative>(from, to, n, result);
  }
  static constexpr op_info info = unary("Neg", number_as_operand, gradient, fold);
};
template <>
struct code_of<&negative::info> : negative {};

}  // namespace ops

/// -x (tf.negative).
inline constexpr dsl::op_function<ops::negative> negative{};

}  // namespace xscope
