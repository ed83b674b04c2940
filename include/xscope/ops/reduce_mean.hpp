// SPDX-License-Identifier: BSD-3-Clause
// Means over axes.
#pragma once

#include <cstdint>
#include <type_traits>

#include "loops.hpp"
#include "modular.hpp"
#include "multiply.hpp"
#include "spread.hpp"

namespace xscope {

namespace ops {

struct reduce_mean {
  template <kernel_spec Spec, class T, class From>
  static constexpr void forward(T* y, const From& x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    fold_axes<loop>(y, x, Spec.out.elements(), T(0), added{});
    if constexpr (std::is_integral_v<T>) {
      // Divided in 64 bits, which hold every count; the mean of nothing is 0, for want of a NaN.
      using wide = std::conditional_t<std::is_signed_v<T>, std::int64_t, std::uint64_t>;
      constexpr wide count = loop.reduced == 0 ? 1 : loop.reduced;
      for (std::size_t i = 0; i < Spec.out.elements(); ++i)
        y[i] = static_cast<T>(static_cast<wide>(y[i]) / count);
    } else {
      for (std::size_t i = 0; i < Spec.out.elements(); ++i) y[i] /= static_cast<T>(loop.reduced);
    }
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    if (!g.wants(x)) return;
    const std::size_t all = g.at(x).shape.elements();
    const double share =
        all == 0 ? 0 : static_cast<double>(g.at(n).shape.elements()) / static_cast<double>(all);
    g.flow(x, spread(g, g.apply(multiply::info, {dy, g.scalar(share, x)}), n));
  }
  static constexpr inferred infer(operands in, const attributes& a) { return reduce_numbers(in, a); }
  static constexpr op_info info{.type = "Mean",
                                .name = "Mean",
                                .operands = {"input_tensor"},
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::axis, option::keepdims},
                                .takes_prologue = true};
};
template <>
struct op_at<&reduce_mean::info> {
  using type = reduce_mean;
};

}  // namespace ops

/// The mean over axes, or over all: reduce_mean(x, axis<1>, keepdims) (tf.reduce_mean).
inline constexpr dsl::op_function<ops::reduce_mean> reduce_mean{};

}  // namespace xscope
