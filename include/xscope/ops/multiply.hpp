// SPDX-License-Identifier: BSD-3-Clause
// a * b, with broadcasting.
#pragma once

#include "../math/modular.hpp"
#include "add.hpp"
#include "families.hpp"

namespace xscope {

namespace ops {

struct multiply {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(math::modular(a) * math::modular(b));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    if (g.wants(g.arg(n, 0))) g.flow(g.arg(n, 0), g.apply(info, {dy, g.arg(n, 1)}));
    if (g.wants(g.arg(n, 1))) g.flow(g.arg(n, 1), g.apply(info, {dy, g.arg(n, 0)}));
  }
  static constexpr bool fold(data_type from, data_type to, const dsl::number* n, dsl::number& result) {
    return folded<multiply>(from, to, n, result);
  }
  static constexpr op_info info = product_of(binary("Mul", broadcast_numbers, gradient, fold));
};
template <>
struct code_of<&multiply::info> : multiply {};

}  // namespace ops

/// a * b with NumPy's broadcasting (tf.multiply).
inline constexpr dsl::op_function<ops::multiply> multiply{};

}  // namespace xscope
