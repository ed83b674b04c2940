// SPDX-License-Identifier: BSD-3-Clause
// Elements cut off at two bounds: as in TensorFlow a minimum and a maximum in a name scope, whose name the
// maximum has.
#pragma once

#include "composed.hpp"
#include "maximum.hpp"
#include "minimum.hpp"

namespace xscope {

namespace ops {

struct clip_by_value {
  static constexpr option_set takes{};
  static constexpr bool takes_operands(std::size_t n) { return n == 3; }
  template <class Options, class Scope, class X, class Lo, class Hi>
  static constexpr auto make(Scope, X x, Lo lo, Hi hi) {
    return xscope::maximum(xscope::minimum(x, hi), lo, xscope::name<Scope{}>);
  }
};

}  // namespace ops

/// max(min(x, hi), lo): clip_by_value(x, 0.0_c, 1.0_c), perhaps with a `name` (tf.clip_by_value).
inline constexpr ops::composed_function<ops::clip_by_value, "clip_by_value"> clip_by_value{};

}  // namespace xscope
