// SPDX-License-Identifier: BSD-3-Clause
// A tensor scaled so that its norm, divided by the number of its elements, is at most a limit.
#pragma once

#include "../dsl/handle.hpp"
#include "composed.hpp"
#include "divide.hpp"
#include "identity.hpp"
#include "minimum.hpp"
#include "multiply.hpp"
#include "reduce_sum.hpp"
#include "rsqrt.hpp"
#include "zeros_like.hpp"

namespace xscope {

namespace ops {

struct clip_by_average_norm {
  static constexpr option_set takes{};
  static constexpr bool takes_operands(std::size_t n) { return n == 2; }
  template <class Options, class Scope, class X, class C>
  static constexpr auto make(Scope, X x, C c) {
    return let(
        xscope::rsqrt(xscope::reduce_sum(xscope::multiply(x, x))), elements(x),
        [=](auto inverse_, auto elements_) {
          return xscope::identity(
              xscope::multiply(xscope::multiply(x, c), xscope::minimum(xscope::multiply(inverse_, elements_),
                                                                       xscope::divide(value<1.0F>, c))),
              xscope::name<Scope{}>);
        });
  }

 private:
  /// How many there are. The gradients of a list are of different sizes, so each is counted.
  template <class X>
  static constexpr auto elements(X x) {
    return xscope::reduce_sum(xscope::add(xscope::zeros_like(x), value<1.0F>));
  }
};

}  // namespace ops

/// x * c * min(n / norm of x, 1 / c), where n is the number of elements (tf.clip_by_average_norm).
inline constexpr ops::composed_function<ops::clip_by_average_norm, "clip_by_average_norm">
    clip_by_average_norm{};

}  // namespace xscope
