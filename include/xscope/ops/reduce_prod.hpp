// SPDX-License-Identifier: BSD-3-Clause
// Products over axes.
#pragma once

#include "families.hpp"
#include "multiply.hpp"
#include "spread.hpp"

namespace xscope {

namespace ops {

/// For each element the product of the others that it is reduced with: no division, so that zeros are no
/// exception. Attributes: those of the reduction.
struct product_of_others {
  static constexpr inferred infer(operands in, const attributes& a) { return floating_as_operand(in, a); }
  static constexpr op_info info{"ProdGrad", "ProdGrad", {"input", nullptr}, form::kernel, infer, no_gradient};
};

struct reduce_prod {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    if (!g.wants(x)) return;
    const int others = g.apply(product_of_others::info, {x}, g.attrs(n));
    g.flow(x, g.apply(multiply::info, {spread(g, dy, n), others}));
  }
  static constexpr op_info info = reduction("Prod", reduce_numbers, gradient, true);
};

}  // namespace ops

/// The product over axes, or over all: reduce_prod(x, axis<1>, keepdims) (tf.reduce_prod).
inline constexpr dsl::op_function<ops::reduce_prod> reduce_prod{};

}  // namespace xscope
