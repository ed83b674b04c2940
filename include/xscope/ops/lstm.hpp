// SPDX-License-Identifier: BSD-3-Clause
// Long short-term memory over all time steps (Hochreiter and Schmidhuber 1997; Gers et al. 2000).
#pragma once

#include "recurrent.hpp"
#include "recurrent_gradient.hpp"

namespace xscope::ops {

/// Back-propagation through time. The steps are computed again; of each are kept h and c before it, i, f, g
/// and o.
struct lstm_grad {
  static constexpr inferred infer(operands in, const attributes&) {
    return recurrent_gradient_shape(in, 6, 6);
  }
  static constexpr op_info info{"LSTMGrad",
                                "LSTMGrad",
                                {"x", "kernel", "recurrent_kernel", "bias", "initial_h", "initial_c", "dy"},
                                form::kernel,
                                infer};
};

/// With its state the result is one row of numbers: the outputs, and behind them the last c.
struct lstm {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const auto x = [&](int k) { return g.arg(n, k); };
    recurrent_flow(g, n, g.apply(lstm_grad::info, {x(0), x(1), x(2), x(3), x(4), x(5), dy}, g.attrs(n)));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    inferred out = recurrent_shape(in, a, 4, 1);
    if (out.fault == diag::fault::none && a.state)
      out.shape = extents{saturated_sum(out.shape.elements(), in[5].shape.elements())};
    return out;
  }
  static constexpr op_info info{
      .type = "LSTM",
      .name = "LSTM",
      .operands = {"x", "kernel", "recurrent_kernel", "bias", "initial_h", "initial_c"},
      .infer = infer,
      .gradient = gradient,
      .takes = {option::return_sequences, option::return_state}};
};

}  // namespace xscope::ops
