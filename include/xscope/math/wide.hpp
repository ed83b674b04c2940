// SPDX-License-Identifier: BSD-3-Clause
// The type that a real function is computed in: half precision has neither functions nor limits of its own
// in the standard library before C++23, so it goes by way of float.
#pragma once

#include <concepts>
#include <limits>
#include <type_traits>

#include "../naming/dtype.hpp"
#include "primitives.hpp"

namespace xscope::math {

template <class T>
struct wider {
  using type = T;
};
#if XSCOPE_HAS_HALF
template <>
struct wider<half> {
  using type = float;
};
#endif

template <class T>
using wide_t = typename wider<T>::type;

template <class T>
constexpr wide_t<T> wide(T x) {
  return static_cast<wide_t<T>>(x);
}

/// What a sum or a product of numbers is computed in: half precision in float.
template <class T>
using sum_t = wide_t<T>;
/// The packs of such sums: numbers of another type are read one by one.
template <class Sum, class T>
using sum_pack = std::conditional_t<std::is_same_v<Sum, T>, pack_of<T>, Sum>;

template <class T>
inline constexpr T not_a_number = static_cast<T>(layout<wide_t<T>>::nan);

/// What every other value is greater than, or equal to.
template <class T>
inline constexpr T least = [] {
  if constexpr (std::is_integral_v<T>) return std::numeric_limits<T>::lowest();
  else return static_cast<T>(-layout<wide_t<T>>::infinity);
}();

/// What every other value is less than, or equal to.
template <class T>
inline constexpr T most = [] {
  if constexpr (std::is_integral_v<T>) return std::numeric_limits<T>::max();
  else return static_cast<T>(layout<wide_t<T>>::infinity);
}();

}  // namespace xscope::math
