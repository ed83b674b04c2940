// SPDX-License-Identifier: BSD-3-Clause
// A tensor scaled so that its norm is at most a limit: as in TensorFlow several operations in a name scope,
// whose name the last one has.
#pragma once

#include "composed.hpp"
#include "divide.hpp"
#include "greater.hpp"
#include "identity.hpp"
#include "maximum.hpp"
#include "multiply.hpp"
#include "reduce_sum.hpp"
#include "sqrt.hpp"
#include "where.hpp"

namespace xscope {

namespace ops {

struct clip_by_norm {
  static constexpr option_set takes{};
  static constexpr bool takes_operands(std::size_t n) { return n == 2; }
  template <class Options, class Scope, class X, class C>
  static constexpr auto make(Scope, X x, C c) {
    return let(xscope::reduce_sum(xscope::multiply(x, x)), [=](auto sum_) {
      // The root has no slope at zero: of a sum that is zero none is taken.
      return let(xscope::greater(sum_, value<0.0F>), [=](auto positive_) {
        return let(xscope::where(positive_, xscope::sqrt(xscope::where(positive_, sum_, value<1.0F>)), sum_),
                   [=](auto norm_) {
                     return xscope::identity(
                         xscope::divide(xscope::multiply(x, c), xscope::maximum(norm_, c)),
                         xscope::name<Scope{}>);
                   });
      });
    });
  }
};

}  // namespace ops

/// x * c / max(norm of x, c): clip_by_norm(x, 5.0_c), perhaps with a `name` (tf.clip_by_norm).
inline constexpr ops::composed_function<ops::clip_by_norm, "clip_by_norm"> clip_by_norm{};

}  // namespace xscope
