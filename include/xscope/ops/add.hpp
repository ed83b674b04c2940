// SPDX-License-Identifier: BSD-3-Clause
// a + b, with broadcasting.
#pragma once

#include "../math/modular.hpp"
#include "families.hpp"

namespace xscope {

namespace ops {

struct add {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(math::modular(a) + math::modular(b));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), dy);
    g.flow(g.arg(n, 1), dy);
  }
  static constexpr bool fold(data_type from, data_type to, const dsl::number* n, dsl::number& result) {
    return folded<add>(from, to, n, result);
  }
  static constexpr op_info info = sum_of(binary("Add", broadcast_numbers, gradient, fold));
};
template <>
struct code_of<&add::info> : add {};

}  // namespace ops

/// a + b with NumPy's broadcasting (tf.add).
inline constexpr dsl::op_function<ops::add> add{};

}  // namespace xscope
