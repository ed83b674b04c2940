// SPDX-License-Identifier: BSD-3-Clause
// The sine and the cosine. Each is the other's slope, so they share a file.
#pragma once

#include "../math/lanewise.hpp"
#include "../math/wide.hpp"
#include "families.hpp"
#include "multiply.hpp"
#include "negative.hpp"

namespace xscope {

namespace ops {

struct sin {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::sin(math::wide(a)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy);
  static constexpr op_info info = unary("Sin", floating_as_operand, gradient);
};
template <>
struct code_of<&sin::info> : sin {};

struct cos {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::cos(math::wide(a)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int sine = g.apply(sin::info, {g.arg(n, 0)});
    g.flow(g.arg(n, 0), g.apply(negative::info, {g.apply(multiply::info, {dy, sine})}));
  }
  static constexpr op_info info = unary("Cos", floating_as_operand, gradient);
};
template <>
struct code_of<&cos::info> : cos {};

constexpr void sin::gradient(gradient_builder& g, int n, int dy) {
  g.flow(g.arg(n, 0), g.apply(multiply::info, {dy, g.apply(cos::info, {g.arg(n, 0)})}));
}

}  // namespace ops

/// The sine (tf.sin).
inline constexpr dsl::op_function<ops::sin> sin{};

/// The cosine (tf.cos).
inline constexpr dsl::op_function<ops::cos> cos{};

}  // namespace xscope
