// SPDX-License-Identifier: BSD-3-Clause
// Products over axes.
#pragma once

#include "loops.hpp"
#include "modular.hpp"
#include "multiply.hpp"
#include "spread.hpp"

namespace xscope {

namespace ops {

/// For each element the product of the others that it is reduced with: no division, so that zeros are no
/// exception. Attributes: those of the reduction.
struct product_of_others {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    if constexpr (Spec.in[0].elements() == 0) return;
    for_each_place<loop, false>(0, [&](std::size_t group) {
      T before(1);
      for_each_place<loop, true>(group, [&](std::size_t i) {
        y[i] = before;
        before *= x[i];
      });
      T behind(1);
      for_each_place<loop, true, true>(group, [&](std::size_t i) {
        y[i] *= behind;
        behind *= x[i];
      });
    });
  }
  static constexpr inferred infer(operands in, const attributes& a) { return floating_as_operand(in, a); }
  static constexpr op_info info{"ProdGrad", "ProdGrad", {"input", nullptr}, form::kernel, infer, no_gradient};
};
template <>
struct op_at<&product_of_others::info> {
  using type = product_of_others;
};

struct multiplied {
  static constexpr bool rounds = true;
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& a, const V& b) const {
    return static_cast<V>(modular(a) * modular(b));
  }
};

struct reduce_prod {
  template <kernel_spec Spec, class T, class From>
  static constexpr void forward(T* y, const From& x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    fold_axes<loop>(y, x, sum_t<T>(1), multiplied{});
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    if (!g.wants(x)) return;
    const int others = g.apply(product_of_others::info, {x}, g.attrs(n));
    g.flow(x, g.apply(multiply::info, {spread(g, dy, n), others}));
  }
  static constexpr inferred infer(operands in, const attributes& a) { return reduce_numbers(in, a); }
  static constexpr op_info info{.type = "Prod",
                                .name = "Prod",
                                .operands = {"input_tensor"},
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::axis, option::keepdims},
                                .takes_prologue = true};
};
template <>
struct op_at<&reduce_prod::info> {
  using type = reduce_prod;
};

}  // namespace ops

/// The product over axes, or over all: reduce_prod(x, axis<1>, keepdims) (tf.reduce_prod).
inline constexpr dsl::op_function<ops::reduce_prod> reduce_prod{};

}  // namespace xscope
