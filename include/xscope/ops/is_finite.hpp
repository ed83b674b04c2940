// SPDX-License-Identifier: BSD-3-Clause
// Whether an element is a number that is not infinite.
#pragma once

#include "../math/primitives.hpp"
#include "../math/wide.hpp"
#include "families.hpp"

namespace xscope {

namespace ops {

struct is_finite {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(math::is_finite(math::wide(a)));
  }
  static constexpr inferred infer(operands in, const attributes&) {
    if (!in[0].dtype.is_floating()) return wrong(diag::fault::dtype_not_allowed);
    return {data_type_of<bool>, in[0].shape};
  }
  static constexpr op_info info = unary("IsFinite", infer, no_gradient);
};
template <>
struct code_of<&is_finite::info> : is_finite {};

}  // namespace ops

/// Whether each element is finite and a number (tf.is_finite).
inline constexpr dsl::op_function<ops::is_finite> is_finite{};

}  // namespace xscope
