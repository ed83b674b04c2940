// SPDX-License-Identifier: BSD-3-Clause
// log(sum(exp(x))) over axes, without overflow.
#pragma once

#include <cmath>

#include "exp.hpp"
#include "loops.hpp"
#include "multiply.hpp"
#include "spread.hpp"
#include "subtract.hpp"
#include "wide.hpp"

namespace xscope {

namespace ops {

struct reduce_logsumexp {
  template <kernel_spec Spec, class T>
  static void forward(T* y, const T* x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    if constexpr (Spec.out.elements() == 0) return;
    for_each_place<loop, false>(0, [&](std::size_t group) {
      T top = least<T>;
      for_each_place<loop, true>(group, [&](std::size_t i) { top = top < x[i] ? x[i] : top; });
      // An infinite greatest element is the result; taken from itself it would be NaN.
      if (!std::isfinite(wide(top))) top = T(0);
      T sum(0);
      for_each_place<loop, true>(group,
                                 [&](std::size_t i) { sum += static_cast<T>(std::exp(wide(x[i] - top))); });
      *y++ = static_cast<T>(std::log(wide(sum))) + top;
    });
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    if (!g.wants(x)) return;
    const int share = g.apply(exp::info, {g.apply(subtract::info, {x, spread(g, n, n)})});
    g.flow(x, g.apply(multiply::info, {spread(g, dy, n), share}));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (!in[0].dtype.is_floating()) return wrong(diag::fault::dtype_not_allowed);
    return reduce_axes(in, a);
  }
  static constexpr op_info info{"ReduceLogSumExp",
                                &naming::literal_of<"ReduceLogSumExp">,
                                {"input_tensor", nullptr},
                                form::kernel,
                                infer,
                                gradient};
};
template <>
struct op_at<&reduce_logsumexp::info> {
  using type = reduce_logsumexp;
};

}  // namespace ops

/// log(sum(exp(x))) over axes, or over all, without overflow: reduce_logsumexp(x, axis<1>, keepdims)
/// (tf.reduce_logsumexp, here one operation).
inline constexpr dsl::op_function<ops::reduce_logsumexp> reduce_logsumexp{};

}  // namespace xscope
