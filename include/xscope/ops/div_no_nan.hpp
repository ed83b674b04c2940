// SPDX-License-Identifier: BSD-3-Clause
// a / b, and 0 where b is 0.
#pragma once

#include "../math/primitives.hpp"
#include "multiply.hpp"
#include "negative.hpp"

namespace xscope {

namespace ops {

struct div_no_nan {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return math::select(b == B(0), Out(0), static_cast<Out>(a / b));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int b = g.arg(n, 1);
    const int share = g.apply(info, {dy, b});
    if (g.wants(g.arg(n, 0))) g.flow(g.arg(n, 0), share);
    if (g.wants(b)) g.flow(b, g.apply(negative::info, {g.apply(multiply::info, {share, n})}));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (!in[0].dtype.is_floating()) return wrong(diag::fault::dtype_not_allowed);
    return broadcast_operands(in, a);
  }
  static constexpr op_info info{"DivNoNan", "div_no_nan", {"x", "y"}, form::elementwise, infer, gradient};
};
template <>
struct code_of<&div_no_nan::info> : div_no_nan {};

}  // namespace ops

/// a / b, and 0 where b is 0 (tf.div_no_nan).
inline constexpr dsl::op_function<ops::div_no_nan> div_no_nan{};

}  // namespace xscope
