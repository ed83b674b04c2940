// SPDX-License-Identifier: BSD-3-Clause
// A tensor repeated along its axes of size 1, and along new ones before them.
#pragma once

#include "spelling.hpp"

namespace xscope {

namespace ops {

struct broadcast_to {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A a) {
    return static_cast<Out>(a);
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) { g.flow(g.arg(n, 0), dy); }
  static constexpr inferred infer(operands in, const attributes& a) {
    const broadcast_result both = broadcast(in[0].shape, a.shape);
    if (!both.ok || !(both.shape == a.shape)) return wrong(diag::fault::operands_do_not_broadcast);
    return {in[0].dtype, a.shape};
  }
  static void spell(speller& s) {
    s.takes("shape", integers{s.shape});
    s.index_type("Tidx");
  }
  static constexpr op_info info{.type = "BroadcastTo",
                                .name = "BroadcastTo",
                                .operands = {"input", nullptr},
                                .how = form::elementwise,
                                .infer = infer,
                                .gradient = gradient,
                                .needs = {option::shape},
                                .spell = spell};
};
template <>
struct code_of<&broadcast_to::info> : broadcast_to {};

}  // namespace ops

/// x repeated to a larger shape, as NumPy broadcasts: broadcast_to(x, shape<2, 3>) (tf.broadcast_to).
inline constexpr dsl::op_function<ops::broadcast_to> broadcast_to{};

}  // namespace xscope
