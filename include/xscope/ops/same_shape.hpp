// SPDX-License-Identifier: BSD-3-Clause
// Operands that must have one shape, although what is made of them broadcasts.
#pragma once

#include "rules.hpp"

namespace xscope::ops {

/// Stands in the place of what cannot be made: its shape rule refuses its operands.
struct unequal_shapes {
  static constexpr inferred infer(operands, const attributes&) { return wrong(diag::fault::shapes_differ); }
  static constexpr op_info info{"Merge",      "Merge", {"labels", "predictions"},
                                form::kernel, infer,   no_gradient};
};

/// make(), or a refusal that shows both shapes.
template <class A, class B, class Make>
constexpr auto with_same_shape(A a, B b, Make make) {
  if constexpr (!dsl::is_literal<A> && !dsl::is_literal<B>) {
    if constexpr (A::shape_type::value() == B::shape_type::value()) return make();
    else return dsl::op_function<unequal_shapes>{}(a, b);
  } else {
    return make();
  }
}

}  // namespace xscope::ops
