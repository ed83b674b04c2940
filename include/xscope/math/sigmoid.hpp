// SPDX-License-Identifier: BSD-3-Clause
// The logistic function, 1 / (1 + e^-x). With e = e^-|x| and q = e / (1 + e) it is 1 - q or, below 0, q,
// which is also e - e q, where fewer roundings count if e is small. At most 2 ulp off, down to the least
// numbers.
#pragma once

#include "exp.hpp"

namespace xscope::math {

namespace parts {

/// Where powers are looked up, as w or e w with w = 1 / (1 + e), whose denominator keeps what it lacks.
template <class V>
XSCOPE_INLINE constexpr V sigmoid_by_table(const V& x) {
  using T = lane_t<V>;
  const V one(T(1));
  V lacking(T(0));
  const V e = exp_below(from_bits<V>(to_bits(x) | bits_t<V>(layout<T>::sign)), &lacking);
  const V sum = fence(one + e);
  const V lost = fence(sum - one) - e;  // what the sum has too much
  const V near = one / sum;             // there is enough else to do while it divides
  const V w = fma(near, fma(lost, near, fma(V(T(-1)) - e, near, one)), near);
  return select(x < V(T(0)), e * w, w);
}

}  // namespace parts

template <class V>
XSCOPE_INLINE constexpr V sigmoid(const V& x) {
  using T = lane_t<V>;
  if constexpr (table_size<T> != 0) return parts::sigmoid_by_table(x);
  const V one(T(1));
  V lacking(T(0));
  const V e = parts::exp_below(-abs(x), &lacking);
  const V q = quotient(e, one + e);
  const auto negative = x < V(T(0));
  const V first = select(negative, e, one);
  const V y = first + fma(-first, q, select(negative, lacking, V(T(0))));
  return select(negative && e > V(T(0.5)), q, y);
}

}  // namespace xscope::math
