// SPDX-License-Identifier: BSD-3-Clause
// Half the sum of squares.
#pragma once

#include "loops.hpp"
#include "modular.hpp"
#include "multiply.hpp"

namespace xscope {

namespace ops {

struct l2_loss {
  template <kernel_spec Spec, class T, class From>
  static constexpr void forward(T* y, const From& input) {
    using S = sum_t<T>;
    using V = sum_pack<S, T>;
    constexpr std::size_t n = Spec.in[0].elements();
    const auto& numbers = as_rows<n>(input);
    const V sum = fold_row<V, n>(
        read_as<S, T>(numbers), 0, S(0),
        [](const V& a, const V& b) XSCOPE_INLINE_LAMBDA { return math::fma(b, b, a); }, added{});
    *y = static_cast<T>(math::first_lane(sum) / S(2));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), g.apply(multiply::info, {dy, g.arg(n, 0)}));
  }
  static constexpr inferred infer(operands in, const attributes&) {
    if (!in[0].dtype.is_floating()) return wrong(diag::fault::dtype_not_allowed);
    return {in[0].dtype, {}};
  }
  static constexpr op_info info{.type = "L2Loss",
                                .name = "L2Loss",
                                .operands = {"t"},
                                .infer = infer,
                                .gradient = gradient,
                                .takes_prologue = true};
};
template <>
struct op_at<&l2_loss::info> {
  using type = l2_loss;
};

}  // namespace ops

/// sum(x * x) / 2 over all elements (tf.nn.l2_loss).
inline constexpr dsl::op_function<ops::l2_loss> l2_loss{};

}  // namespace xscope
