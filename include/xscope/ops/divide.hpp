// SPDX-License-Identifier: BSD-3-Clause
// a / b, with broadcasting.
#pragma once

#include "multiply.hpp"
#include "negative.hpp"

namespace xscope {

namespace ops {

struct divide {
  template <class Out, class A, class B>
  static constexpr Out forward(A a, B b) {
    return static_cast<Out>(a / b);
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int da = g.apply(info, {dy, g.arg(n, 1)});
    g.flow(g.arg(n, 0), da);
    if (g.wants(g.arg(n, 1)))
      g.flow(g.arg(n, 1), g.apply(negative::info, {g.apply(multiply::info, {da, n})}));
  }
  static constexpr inferred infer(operands in, const attributes& a) { return broadcast_floating(in, a); }
  static constexpr op_info info{
      "RealDiv", &naming::literal_of<"truediv">, {"x", "y"}, form::elementwise, infer, gradient};
};
template <>
struct op_at<&divide::info> {
  using type = divide;
};

}  // namespace ops

/// a / b with NumPy's broadcasting (tf.divide), for floating-point numbers.
inline constexpr dsl::op_function<ops::divide> divide{};

}  // namespace xscope
