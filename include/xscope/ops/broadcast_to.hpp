// SPDX-License-Identifier: BSD-3-Clause
// x repeated to a larger shape: what reductions' gradients need.
#pragma once

#include "rules.hpp"

namespace xscope::ops {

struct broadcast_to {
  template <class Out, class A>
  static constexpr Out forward(A a) {
    return static_cast<Out>(a);
  }
  static constexpr inferred infer(operands in, const attributes& a) { return {in[0].dtype, a.shape}; }
  static constexpr op_info info{
      "BroadcastTo", &naming::literal_of<"BroadcastTo">, {"input", nullptr}, form::elementwise, infer,
      no_gradient};
};
template <>
struct op_at<&broadcast_to::info> {
  using type = broadcast_to;
};

}  // namespace xscope::ops
