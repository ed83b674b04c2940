// SPDX-License-Identifier: BSD-3-Clause
// x to the power of y.
#pragma once

#include <type_traits>

#include "../math/lanewise.hpp"
#include "../math/modular.hpp"
#include "../math/wide.hpp"
#include "families.hpp"
#include "greater.hpp"
#include "log.hpp"
#include "multiply.hpp"
#include "subtract.hpp"
#include "where.hpp"

namespace xscope {

namespace ops {

struct pow {
  /// By squaring. There is no whole number for 1 / x but for 1 and -1; 0 stands for it.
  template <class Out, class A>
  static constexpr Out integer(A base, A exponent) {
    if constexpr (std::is_signed_v<A>) {
      if (exponent < 0)
        return base == 1 || (base == -1 && exponent % 2 == 0) ? Out(1) : base == -1 ? Out(-1) : Out(0);
    }
    auto power = math::modular(A(1));
    auto square = math::modular(base);
    for (auto left = exponent; left > 0; left = static_cast<A>(left / 2)) {
      if (left % 2 != 0) power *= square;
      square *= square;
    }
    return static_cast<Out>(power);
  }
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    if constexpr (std::is_integral_v<A>) return integer<Out>(a, b);
    else return static_cast<Out>(math::pow(math::wide(a), math::wide(b)));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    const int y = g.arg(n, 1);
    if (g.wants(x)) {
      const int less_one = g.apply(pow::info, {x, g.apply(subtract::info, {y, g.scalar(1.0, y)})});
      g.flow(x, g.apply(multiply::info, {g.apply(multiply::info, {dy, y}), less_one}));
    }
    if (g.wants(y)) {
      // The logarithm of what is not positive counts as 0, as in TensorFlow.
      const int zero = g.scalar(0.0, x);
      const int logarithm =
          g.apply(select_v2::info, {g.apply(greater::info, {x, zero}), g.apply(log::info, {x}), zero});
      g.flow(y, g.apply(multiply::info, {g.apply(multiply::info, {dy, n}), logarithm}));
    }
  }
  static constexpr op_info info = binary("Pow", broadcast_numbers, gradient);
};
template <>
struct code_of<&pow::info> : pow {};

}  // namespace ops

/// x to the power of y, with NumPy's broadcasting (tf.pow). Integers wrap around; to a negative power they
/// are cut off towards zero.
inline constexpr dsl::op_function<ops::pow> pow{};

}  // namespace xscope
