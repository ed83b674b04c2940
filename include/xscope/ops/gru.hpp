// SPDX-License-Identifier: BSD-3-Clause
// A gated recurrent unit over all time steps (Cho et al. 2014), with the reset gate behind the product, as
// cuDNN, Keras (reset_after=True) and PyTorch have it.
#pragma once

#include "recurrent.hpp"
#include "recurrent_gradient.hpp"

namespace xscope::ops {

/// Back-propagation through time. The steps are computed again; of each are kept h before it, z, r, n and the
/// recurrent part of n.
struct gru_grad {
  static constexpr inferred infer(operands in, const attributes&) {
    return recurrent_gradient_shape(in, 5, 7);
  }
  static constexpr op_info info{"GRUGrad",
                                "GRUGrad",
                                {"x", "kernel", "recurrent_kernel", "bias", "initial_state", "dy"},
                                form::kernel,
                                infer};
};

struct gru {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const auto x = [&](int k) { return g.arg(n, k); };
    recurrent_flow(g, n, g.apply(gru_grad::info, {x(0), x(1), x(2), x(3), x(4), dy}, g.attrs(n)));
  }
  static constexpr inferred infer(operands in, const attributes& a) { return recurrent_shape(in, a, 3, 2); }
  static constexpr op_info info{.type = "GRU",
                                .name = "GRU",
                                .operands = {"x", "kernel", "recurrent_kernel", "bias", "initial_state"},
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::return_sequences}};
};

}  // namespace xscope::ops
