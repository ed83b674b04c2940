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

/// N packs, which are the numbers of one row after another, as N columns, and columns as rows. N is a power
/// of two: numbers at even places are half of the columns, and so on.
template <std::size_t N, std::size_t Step = 1, class V>
XSCOPE_INLINE void rows_to_columns(V* columns, const V* rows) {
  if constexpr (N == 1) {
    columns[0] = rows[0];
  } else {
    V even[N / 2];
    V odd[N / 2];
    XSCOPE_UNROLL
    for (std::size_t i = 0; i < N / 2; ++i) {
      even[i] = pack_traits<V>::template every_other<0>(rows[2 * i], rows[2 * i + 1]);
      odd[i] = pack_traits<V>::template every_other<1>(rows[2 * i], rows[2 * i + 1]);
    }
    rows_to_columns<N / 2, 2 * Step>(columns, even);
    rows_to_columns<N / 2, 2 * Step>(columns + Step, odd);
  }
}
template <std::size_t N, std::size_t Step = 1, class V>
XSCOPE_INLINE void columns_to_rows(V* rows, const V* columns) {
  if constexpr (N == 1) {
    rows[0] = columns[0];
  } else {
    V even[N / 2];
    V odd[N / 2];
    columns_to_rows<N / 2, 2 * Step>(even, columns);
    columns_to_rows<N / 2, 2 * Step>(odd, columns + Step);
    XSCOPE_UNROLL
    for (std::size_t i = 0; i < N / 2; ++i) {
      rows[2 * i] = pack_traits<V>::template alternating<0>(even[i], odd[i]);
      rows[2 * i + 1] = pack_traits<V>::template alternating<1>(even[i], odd[i]);
    }
  }
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
