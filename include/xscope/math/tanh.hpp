// SPDX-License-Identifier: BSD-3-Clause
// The hyperbolic tangent: with h = (e^(2x) - 1) / 2 it is h / (h + 1), which is also h - h^2 / (h + 1), where
// fewer roundings count if h is small. At most 2 ulp off.
#pragma once

#include <array>
#include <cstddef>

#include "exp.hpp"

namespace xscope::math {

namespace parts {

/// (e^(2r) - 1 - 2r) / 2r^2: the polynomial of expm1, each coefficient by its power of two.
template <class T>
struct tanh_constants {
  static constexpr std::size_t size = std::size(exp_constants<T>::expm1);
  struct coefficients {
    T list[size];
  };
  static constexpr coefficients c = [] {
    coefficients out{};
    T power = 2;
    for (std::size_t i = 0; i < size; ++i, power *= 2) out.list[i] = exp_constants<T>::expm1[i] * power;
    return out;
  }();
};

/// (e^(2r) - 1) / 2 for r = y - n ln 2 / 2
template <class V>
XSCOPE_INLINE constexpr V half_expm1(const V& y, const V& n) {
  using T = lane_t<V>;
  using c = exp_constants<T>;
  if constexpr (sizeof(T) == sizeof(float)) {
    // One constant for ln 2 is enough: where n is large the tangent hardly changes.
    const V r = fma(n, V(-c::half_ln2), y);
    return fma(r * r, polynomial(r, tanh_constants<T>::c.list), r);
  } else {
    const V first = fma(n, V(-c::ln2_high / 2), y);
    const V r = fma(n, V(-c::ln2_low / 2), first);
    const V lacking = fma(n, V(-c::ln2_low / 2), first - r);
    return r + fma(r * r, polynomial(r, tanh_constants<T>::c.list), lacking);
  }
}

}  // namespace parts

template <class V>
XSCOPE_INLINE constexpr V tanh(const V& x) {
  using T = lane_t<V>;
  using c = parts::exp_constants<T>;
  const V y = min(V(c::tanh_most), abs(x));
  const auto n = parts::nearest_power<layout<T>::bias>(y, 2 * c::log2_e);
  const V half = parts::half_expm1(y, n.number);
  const V power = power_of_two(n.shifted);
  const V h = fma(power, half, fma(power, V(T(0.5)), V(T(-0.5))));
  const V ratio = quotient(h, h + V(T(1)));
  const V positive = select(h < V(T(1) / 3), fma(-h, ratio, h), ratio);
  return with_sign_of(positive, x);
}

}  // namespace xscope::math
