// SPDX-License-Identifier: BSD-3-Clause
// log(1 + e^x) without overflow: max(x, 0) + log(1 + e^-|x|).
#pragma once

#include "exp.hpp"
#include "log.hpp"

namespace xscope::math {

template <class V>
XSCOPE_INLINE constexpr V softplus(const V& x) {
  return max(V(lane_t<V>(0)), x) + math::log1p(parts::exp_below(-abs(x)));
}

}  // namespace xscope::math
