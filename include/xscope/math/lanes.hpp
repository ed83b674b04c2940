// SPDX-License-Identifier: BSD-3-Clause
// Across the lanes of a pack: what all of them give together, and which are the first.
#pragma once

#include <cstddef>

#include "primitives.hpp"

namespace xscope::math {

/// The mask of the first n lanes, 0 < n < lanes.
template <class V>
XSCOPE_INLINE mask_t<V> first_lanes([[maybe_unused]] std::size_t n) {
  if constexpr (is_pack<V>) return pack_traits<V>::first_lanes(n);
  else return true;
}

/// x in the first n lanes, 0 < n < lanes, and another number behind them.
template <class V>
XSCOPE_INLINE V fill_behind(const V& x, std::size_t n, lane_t<V> number) {
  return select(first_lanes<V>(n), x, V(number));
}

/// The first lane that a mask holds for; as many as there are lanes, if it holds for none.
template <class V>
XSCOPE_INLINE std::size_t first_true(const mask_t<V>& mask) {
  if constexpr (is_pack<V>) return pack_traits<V>::first_true(mask);
  else return mask ? 0 : 1;
}

template <class V>
XSCOPE_INLINE lane_t<V> first_lane(const V& x) {
  if constexpr (is_pack<V>) return pack_traits<V>::first_lane(x);
  else return x;
}

/// All lanes together by a function of two, in a balanced tree: the result stands in every lane.
template <std::size_t Distance = 0, class V, class F>
XSCOPE_INLINE V fold_lanes(const V& x, F f) {
  if constexpr (lanes<V> == 1) {
    return x;
  } else {
    constexpr std::size_t distance = Distance == 0 ? lanes<V> / 2 : Distance;
    const V y = f(x, pack_traits<V>::template exchange<distance>(x));
    if constexpr (distance == 1) return y;
    else return fold_lanes<distance / 2>(y, f);
  }
}

}  // namespace xscope::math
