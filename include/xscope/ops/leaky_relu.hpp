// SPDX-License-Identifier: BSD-3-Clause
// max(x, alpha * x): Maas, Hannun and Ng 2013.
#pragma once

#include "../math/primitives.hpp"
#include "less.hpp"
#include "multiply.hpp"
#include "spelling.hpp"
#include "where.hpp"

namespace xscope {

namespace ops {

struct leaky_relu {
  /// alpha is a constant that the node takes beside its operand.
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B alpha) {
    return math::select(a < A(0), static_cast<Out>(alpha * a), static_cast<Out>(a));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    const int below = g.apply(multiply::info, {dy, g.arg(n, 1)});
    g.flow(x, g.apply(select_v2::info, {g.apply(less::info, {x, g.scalar(0.0, x)}), below, dy}));
  }
  static constexpr inferred infer(operands in, const attributes& a) { return floating_as_operand(in, a); }
  static void spell(speller& s) { s.real("alpha", s.attrs.alpha); }
  static constexpr op_info info{.type = "LeakyRelu",
                                .name = "LeakyRelu",
                                .operands = {"features", nullptr},
                                .how = form::elementwise,
                                .infer = infer,
                                .gradient = gradient,
                                .takes_alpha = true,
                                .takes = {option::alpha},
                                .spell = spell};
};
template <>
struct code_of<&leaky_relu::info> : leaky_relu {};

}  // namespace ops

/// x, and alpha * x below zero: leaky_relu(x, alpha<0.1f>); alpha is 0.2 where none is given
/// (tf.nn.leaky_relu).
inline constexpr dsl::op_function<ops::leaky_relu> leaky_relu{};

}  // namespace xscope
