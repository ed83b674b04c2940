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

/// What the mean of numbers is summed up in: integers where no sum of them overflows.
template <class T>
struct mean_sum {
  using type = sum_t<T>;
};
template <class T>
  requires(std::is_integral_v<T> && sizeof(T) < 8)
struct mean_sum<T> {
  using type = std::conditional_t<std::is_signed_v<T>, std::int64_t, std::uint64_t>;
};
#if defined(__SIZEOF_INT128__)
template <class T>
  requires(std::is_integral_v<T> && sizeof(T) == 8)
struct mean_sum<T> {
  __extension__ using type = std::conditional_t<std::is_signed_v<T>, __int128, unsigned __int128>;
};
#endif

struct reduce_mean {
  template <kernel_spec Spec, class T, class From>
  static constexpr void forward(T* y, const From& x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    using sum = typename mean_sum<T>::type;
    // The mean of no integers is 0, for want of a NaN.
    [[maybe_unused]] constexpr sum count =
        std::is_integral_v<T> && loop.reduced == 0 ? sum(1) : static_cast<sum>(loop.reduced);
    fold_axes<loop>(y, x, sum(0), added{}, [](const auto& all) XSCOPE_INLINE_LAMBDA {
      return all / std::remove_cvref_t<decltype(all)>(count);
    });
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
