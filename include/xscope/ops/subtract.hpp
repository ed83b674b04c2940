// SPDX-License-Identifier: BSD-3-Clause
// a - b, with broadcasting.
#pragma once

#include "../math/modular.hpp"
#include "families.hpp"
#include "negative.hpp"

namespace xscope {

namespace ops {

struct subtract {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return static_cast<Out>(math::modular(a) - math::modular(b));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), dy);
    if (g.wants(g.arg(n, 1))) g.flow(g.arg(n, 1), g.apply(negative::info, {dy}));
  }
  static constexpr bool fold(data_type from, data_type to, const dsl::number* n, dsl::number& result) {
    return folded<subtract>(from, to, n, result);
  }
  static constexpr op_info info = binary("Sub", broadcast_numbers, gradient, fold);
};
template <>
struct code_of<&subtract::info> : subtract {};

}  // namespace ops

/// a - b with NumPy's broadcasting (tf.subtract).
inline constexpr dsl::op_function<ops::subtract> subtract{};

}  // namespace xscope
