// SPDX-License-Identifier: BSD-3-Clause
// 1 / (1 + exp(-x)).
#pragma once

#include <cmath>

#include "multiply.hpp"
#include "subtract.hpp"
#include "wide.hpp"

namespace xscope {

namespace ops {

struct sigmoid {
  template <class Out, class A>
  static constexpr Out forward(A a) {
    // exp of a negative number only: no overflow on either side.
    const A e = static_cast<A>(std::exp(wide(a < A(0) ? a : -a)));
    return static_cast<Out>((a < A(0) ? e : A(1)) / (A(1) + e));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int slope = g.apply(multiply::info, {n, g.apply(subtract::info, {g.scalar(1.0, n), n})});
    g.flow(g.arg(n, 0), g.apply(multiply::info, {dy, slope}));
  }
  static constexpr inferred infer(operands in, const attributes& a) { return floating_as_operand(in, a); }
  static constexpr op_info info{
      "Sigmoid", &naming::literal_of<"Sigmoid">, {"x", nullptr}, form::elementwise, infer, gradient};
};
template <>
struct op_at<&sigmoid::info> {
  using type = sigmoid;
};

}  // namespace ops

/// 1 / (1 + exp(-x)) (tf.sigmoid).
inline constexpr dsl::op_function<ops::sigmoid> sigmoid{};

}  // namespace xscope
