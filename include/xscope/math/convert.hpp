// SPDX-License-Identifier: BSD-3-Clause
// A number as one of another type, for every number: what C++ leaves undefined has one value here, whatever
// the compiler, the processor and the length of the loop.
//   convert<std::uint8_t>(-1.5F) == 0    convert<int>(1e10) == INT_MIN
#pragma once

#include <limits>
#include <type_traits>

#include "../config.hpp"

namespace xscope::math {

/// Reals become integers towards zero. What int32 and int64 do not reach, NaN too, becomes their least
/// number, as on TensorFlow's CPUs; other integers are saturated, and NaN is 0. (What is selected is what is
/// cast, so that no branch keeps the compiler from using packs.)
template <class To, class From>
XSCOPE_INLINE constexpr To convert(const From& x) {
  if constexpr (std::is_same_v<To, bool> || !std::is_integral_v<To> || std::is_integral_v<From>) {
    return static_cast<To>(x);
  } else {
    using real = std::conditional_t<std::is_floating_point_v<From>, From, float>;  // half goes as float
    using limits = std::numeric_limits<To>;
    const real y = static_cast<real>(x);
    // A power of two, which reals have.
    constexpr real end = static_cast<real>(limits::max() / 2 + 1) * 2;
    if constexpr (std::is_signed_v<To> && sizeof(To) >= sizeof(int)) {
      return static_cast<To>(y >= -end && y < end ? y : -end);
    } else {
      constexpr real below = static_cast<real>(limits::lowest()) - 1;
      const To inside = static_cast<To>(y > below && y < end ? y : real(0));
      return y >= end ? limits::max() : y <= below ? limits::lowest() : inside;
    }
  }
}

}  // namespace xscope::math
