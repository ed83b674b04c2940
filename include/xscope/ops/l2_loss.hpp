// SPDX-License-Identifier: BSD-3-Clause
// Half the sum of squares.
#pragma once

#include "multiply.hpp"

namespace xscope {

namespace ops {

struct l2_loss {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    // Several sums of their own, so that the loop is not one long dependency.
    constexpr std::size_t n = Spec.in[0].elements();
    constexpr std::size_t lanes = n >= 64 ? 16 : 1;
    T part[lanes]{};
    constexpr std::size_t whole = n - n % lanes;
    for (std::size_t k = 0; k < whole; k += lanes) {
      for (std::size_t l = 0; l < lanes; ++l) part[l] += x[k + l] * x[k + l];
    }
    for (std::size_t k = whole; k < n; ++k) part[0] += x[k] * x[k];
    for (std::size_t l = 1; l < lanes; ++l) part[0] += part[l];
    *y = part[0] / T(2);
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), g.apply(multiply::info, {dy, g.arg(n, 0)}));
  }
  static constexpr inferred infer(operands in, const attributes&) {
    if (!in[0].dtype.is_floating()) return wrong(diag::fault::dtype_not_allowed);
    return {in[0].dtype, {}};
  }
  static constexpr op_info info{"L2Loss", &naming::literal_of<"L2Loss">, {"t", nullptr}, form::kernel, infer,
                                gradient};
};
template <>
struct op_at<&l2_loss::info> {
  using type = l2_loss;
};

}  // namespace ops

/// sum(x * x) / 2 over all elements (tf.nn.l2_loss).
inline constexpr dsl::op_function<ops::l2_loss> l2_loss{};

}  // namespace xscope
