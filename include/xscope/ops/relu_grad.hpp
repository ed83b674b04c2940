// SPDX-License-Identifier: BSD-3-Clause
// The gradient of relu, from relu's result: 0 where that is 0.
#pragma once

#include "../math/primitives.hpp"
#include "rules.hpp"

namespace xscope {

namespace ops {

struct relu_grad {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return math::select(b > B(0), static_cast<Out>(a), Out(0));
  }
  static constexpr inferred infer(operands in, const attributes& a) { return broadcast_numbers(in, a); }
  static constexpr op_info info{"ReluGrad",        "ReluGrad", {"gradients", "features"},
                                form::elementwise, infer,      no_gradient};
};
template <>
struct code_of<&relu_grad::info> : relu_grad {};

}  // namespace ops

}  // namespace xscope
