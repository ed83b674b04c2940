// SPDX-License-Identifier: BSD-3-Clause
// What elementary functions are made of, for scalars and packs. Of a pack it is that pack's own function of
// the same name, found by its namespace; both give the same bits.
#pragma once

#include <bit>
#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>

#include "../config.hpp"
#include "fence.hpp"
#include "library.hpp"
#include "memory.hpp"
#include "pack.hpp"

namespace xscope::math {

/// Whether fma rounds once. Where the processor has no such instruction it is a product and a sum.
#if defined(__FMA__) || defined(__AVX512F__) || defined(__ARM_FEATURE_FMA)
inline constexpr bool fma_rounds_once = true;
#else
inline constexpr bool fma_rounds_once = false;
#endif

/// The numbers of a table that all lanes of a pack look up with one instruction; 0 where there is none.
/// Scalars look up as well then, for the same bits.
#if XSCOPE_HAS_AVX512
template <class T>
inline constexpr std::size_t table_size = std::is_same_v<T, float> ? 32 : 0;
#else
template <class T>
inline constexpr std::size_t table_size = 0;
#endif

namespace scalars {

template <class T>
XSCOPE_INLINE constexpr T select(bool condition, T a, T b) {
  return condition ? a : b;
}
/// The second where one of both is NaN, or both are zeros: as the instruction does it.
template <class T>
XSCOPE_INLINE constexpr T min(T a, T b) {
  return a < b ? a : b;
}
template <class T>
XSCOPE_INLINE constexpr T max(T a, T b) {
  return a > b ? a : b;
}
template <class T>
XSCOPE_INLINE constexpr T fma(T a, T b, T c) {
  // Not of half precision, which the standard library does not know.
  if constexpr (fma_rounds_once && std::is_floating_point_v<T>) {
    if (!std::is_constant_evaluated()) return library::fma(a, b, c);
  }
  return static_cast<T>(a * b + c);
}
template <class T>
XSCOPE_INLINE constexpr T abs(T x) {
  constexpr bits_t<T> sign = bits_t<T>(1) << (8 * sizeof(T) - 1);
  return std::bit_cast<T>(std::bit_cast<bits_t<T>>(x) & ~sign);
}
template <class T>
XSCOPE_INLINE constexpr T sqrt(T x) {
  return library::sqrt(x);
}
template <class T>
XSCOPE_INLINE T nearbyint(T x) {
  return library::nearbyint(x);
}
template <class T>
XSCOPE_INLINE T floor(T x) {
  return library::floor(x);
}
template <class T>
XSCOPE_INLINE T ceil(T x) {
  return library::ceil(x);
}

}  // namespace scalars

// Objects, so that within this namespace no call finds a pack's own function directly: xsimd 8 has no fma for
// registers of 512 bits.

/// select(condition, a, b): a where the condition holds, else b.
inline constexpr struct {
  template <class C, class V>
  XSCOPE_INLINE constexpr V operator()(const C& condition, const V& a, const V& b) const {
    // Between truth values no instruction selects.
    if constexpr (std::is_same_v<C, V>) {
      return static_cast<V>((condition && a) || (!condition && b));
    } else {
      using scalars::select;
      return select(condition, a, b);
    }
  }
} select{};
/// a * b + c
inline constexpr struct {
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& a, const V& b, const V& c) const {
    if constexpr (requires { pack_traits<V>::fma(a, b, c); }) {
      return pack_traits<V>::fma(a, b, c);
    } else {
      using scalars::fma;
      return fma(a, b, c);
    }
  }
} fma{};
/// min(a, b) and max(a, b) are b where one of both is NaN, or both are zeros.
inline constexpr struct {
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& a, const V& b) const {
    using scalars::min;
    return min(a, b);
  }
} min{};
inline constexpr struct {
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& a, const V& b) const {
    using scalars::max;
    return max(a, b);
  }
} max{};
inline constexpr struct {
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& x) const {
    using scalars::abs;
    return abs(x);
  }
} abs{};
inline constexpr struct {
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& x) const {
    using scalars::sqrt;
    return sqrt(x);
  }
} sqrt{};

/// A number's bits, and the number of bits.
template <class V>
XSCOPE_INLINE constexpr bits_t<V> to_bits(const V& x) {
  return std::bit_cast<bits_t<V>>(x);
}
template <class V>
XSCOPE_INLINE constexpr V from_bits(const bits_t<V>& bits) {
  return std::bit_cast<V>(bits);
}

/// How the floating-point numbers of a type are laid out.
template <class T>
struct layout {
  using bits = bits_t<T>;
  static constexpr int mantissa = std::numeric_limits<T>::digits - 1;
  static constexpr int bias = std::numeric_limits<T>::max_exponent - 1;
  static constexpr bits sign = bits(1) << (8 * sizeof(T) - 1);
  static constexpr bits one = bits(bias) << mantissa;
  static constexpr bits fraction = (bits(1) << mantissa) - 1;
  // By their bits: of the standard library's Clang warns with -ffast-math.
  static constexpr T infinity = std::bit_cast<T>(~bits(0) >> 1 & ~fraction);
  static constexpr T nan = std::bit_cast<T>(~bits(0) >> 1 & ~(fraction >> 1));
  static constexpr T least_normal = std::numeric_limits<T>::min();
  /// 1.5 * 2^mantissa: what is added to it is rounded to a whole number, which stands in the lowest bits.
  static constexpr T rounding = T(bits(3) << (mantissa - 1));
};

/// A number that is not negative, with the sign of another.
template <class V>
XSCOPE_INLINE constexpr V with_sign_of(const V& x, const V& sign) {
  using bits = bits_t<V>;
  return from_bits<V>(to_bits(x) | (to_bits(sign) & bits(layout<lane_t<V>>::sign)));
}

namespace parts {

/// Where there is no instruction for it, and while the compiler computes.
template <class V>
XSCOPE_INLINE constexpr V to_whole(const V& x) {
  using T = lane_t<V>;
  const V large(1 / std::numeric_limits<T>::epsilon());
  const V y = abs(x);
  return with_sign_of(select(y < large, fence(fence(y + large) - large), y), x);
}
template <class V>
XSCOPE_INLINE constexpr V to_whole_below(const V& x) {
  const V near = to_whole(x);
  return select(near > x, near - V(lane_t<V>(1)), near);
}
template <class V>
constexpr bool rounds_by_instruction() {
  if constexpr (is_pack<V>) return pack_traits<V>::rounds;
  else return !std::is_constant_evaluated();
}

}  // namespace parts

// With -ffinite-math-only compilers take comparisons that only NaN and infinity fail for true, but do not
// look into bits.
namespace parts {

/// Whether the bits of |x| are not above those of a bound, as a comparison of 1 or 0 with 0.
template <class V>
XSCOPE_INLINE constexpr mask_t<V> has_bits_up_to(const V& x, bits_t<lane_t<V>> bound) {
  using format = layout<lane_t<V>>;
  using bits = bits_t<V>;
  const bits above = (bits(bound) - (to_bits(x) & bits(~format::sign))) >> (8 * sizeof(lane_t<V>) - 1);
  return from_bits<V>((above - bits(1)) & bits(format::one)) != V(lane_t<V>(0));
}

}  // namespace parts

/// Whether x is a number, perhaps an infinite one.
template <class V>
XSCOPE_INLINE constexpr mask_t<V> is_number(const V& x) {
#if __FINITE_MATH_ONLY__
  if constexpr (std::is_floating_point_v<lane_t<V>>)
    return parts::has_bits_up_to(x, std::bit_cast<bits_t<lane_t<V>>>(layout<lane_t<V>>::infinity));
#endif
  return x == x;
}
/// (xsimd 8 takes no NaN for unequal to itself in registers of 512 bits.)
template <class V>
XSCOPE_INLINE constexpr mask_t<V> is_nan(const V& x) {
  return !is_number(x);
}
/// Whether x is a number, and no infinite one.
template <class V>
XSCOPE_INLINE constexpr mask_t<V> is_finite(const V& x) {
#if __FINITE_MATH_ONLY__
  if constexpr (std::is_floating_point_v<lane_t<V>>)
    return parts::has_bits_up_to(x, std::bit_cast<bits_t<lane_t<V>>>(layout<lane_t<V>>::infinity) - 1);
#endif
  return x - x == V(lane_t<V>(0));  // what is not finite is NaN taken from itself
}
/// Whether x is finite or negative: what is not is its own logarithm.
template <class V>
XSCOPE_INLINE constexpr mask_t<V> is_below_infinity(const V& x) {
#if __FINITE_MATH_ONLY__
  return is_finite(x) || x < V(lane_t<V>(0));
#else
  return x < V(layout<lane_t<V>>::infinity);
#endif
}

/// 0 - x, but -0 of 0.
template <class V>
XSCOPE_INLINE constexpr V negative(const V& x) {
  return V(lane_t<V>(-0.0)) - x;
}

/// nearbyint(x) is the nearest whole number, the even one of two; floor(x) and ceil(x) are those below and
/// above. The sign of zero stays.
inline constexpr struct {
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& x) const {
    using scalars::nearbyint;
    if (parts::rounds_by_instruction<V>()) return nearbyint(x);
    return parts::to_whole(x);
  }
} nearbyint{};
inline constexpr struct {
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& x) const {
    using scalars::floor;
    if (parts::rounds_by_instruction<V>()) return floor(x);
    return parts::to_whole_below(x);
  }
} floor{};
inline constexpr struct {
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& x) const {
    using scalars::ceil;
    if (parts::rounds_by_instruction<V>()) return ceil(x);
    return negative(parts::to_whole_below(negative(x)));
  }
} ceil{};

/// What a product that was rounded to p lacks.
template <class V>
XSCOPE_INLINE constexpr V product_error(const V& a, const V& b, const V& p) {
  if constexpr (fma_rounds_once) {
    return fma(a, b, -p);
  } else {
    // Dekker: halves whose products are exact.
    using format = layout<lane_t<V>>;
    using bits = bits_t<V>;
    constexpr typename format::bits upper = ~((typename format::bits(1) << ((format::mantissa + 2) / 2)) - 1);
    const V a_high = from_bits<V>(to_bits(a) & bits(upper));
    const V b_high = from_bits<V>(to_bits(b) & bits(upper));
    const V a_low = fence(a - a_high);
    const V b_low = fence(b - b_high);
    const V high = fence(fence(a_high * b_high) - p);
    return fence(high + (fence(a_high * b_low) + fence(a_low * b_high))) + a_low * b_low;
  }
}

/// 2 to the power of n, of which `shifted` has n + bias in its lowest bits.
template <class V>
XSCOPE_INLINE constexpr V power_of_two(const V& shifted) {
  return from_bits<V>(to_bits(shifted) << layout<lane_t<V>>::mantissa);
}

/// n / d for 1 <= d <= 2^126. Where dividing takes long and an estimate is at hand, Newton's method does it,
/// which may give the neighbour of the nearest number.
template <class V>
XSCOPE_INLINE constexpr V quotient(const V& n, const V& d) {
  if constexpr (requires { pack_traits<V>::reciprocal_estimate(d); }) {
    const V estimate = pack_traits<V>::reciprocal_estimate(d);
    const V reciprocal = fma(estimate, fma(-d, estimate, V(lane_t<V>(1))), estimate);
    const V near = n * reciprocal;
    return fma(fma(-d, near, n), reciprocal, near);
  } else {
    return n / d;
  }
}

/// The element of a table, 16 or 32 numbers, at the place that the last bits of a number say.
template <class V, std::size_t N>
XSCOPE_INLINE constexpr V lookup(const lane_t<V> (&table)[N], const bits_t<V>& place) {
  if constexpr (is_pack<V>) return pack_traits<V>::lookup(table, place);
  else return table[place % N];
}

/// x * 2^n for the greatest whole number that is not above n, rounded once even if it overflows or loses
/// digits; `sum` has that number + 2 * bias in its lowest bits.
template <class V>
XSCOPE_INLINE constexpr V scale(const V& x, [[maybe_unused]] const V& n,
                                [[maybe_unused]] const bits_t<V>& sum) {
  if constexpr (requires { pack_traits<V>::scale(x, n); }) {
    return pack_traits<V>::scale(x, n);
  } else {
    // In two steps, so that each power is a normal number.
    constexpr int mantissa = layout<lane_t<V>>::mantissa;
    const bits_t<V> half = sum >> 1;
    const bits_t<V> other = sum - half;
    return x * from_bits<V>(half << mantissa) * from_bits<V>(other << mantissa);
  }
}

/// The same unless another number is less than a bound: then 0, which takes no time to underflow.
template <class V>
XSCOPE_INLINE constexpr V scale_unless_less(const V& y, lane_t<V> bound, const V& x, const V& n,
                                            const bits_t<V>& sum) {
  if constexpr (requires { pack_traits<V>::scale_unless_less(y, y, x, n); })
    return pack_traits<V>::scale_unless_less(y, V(bound), x, n);
  else return select(y < V(bound), V(lane_t<V>(0)), scale(x, n, sum));
}

/// c0 + c1 x + c2 x^2 + ...
template <std::size_t I = 0, class V, class T, std::size_t N>
XSCOPE_INLINE constexpr V polynomial(const V& x, const T (&c)[N]) {
  if constexpr (I + 1 == N) return V(c[I]);
  else return fma(polynomial<I + 1>(x, c), x, V(c[I]));
}

/// A function of scalars, lane by lane.
template <class F, class V, class... Vs>
XSCOPE_INLINE constexpr V lane_by_lane(F f, const V& x, const Vs&... more) {
  if constexpr (!is_pack<V>) {
    return f(x, more...);
  } else {
    return [&]<class... All>(const All&... packs) XSCOPE_INLINE_LAMBDA {
      constexpr std::size_t n = lanes<V>;
      lane_t<V> in[sizeof...(All)][n];
      lane_t<V> out[n];
      std::size_t k = 0;
      (math::store(in[k++], packs), ...);
      for (std::size_t i = 0; i < n; ++i) {
        out[i] = [&]<std::size_t... K>(std::index_sequence<K...>) {
          return f(in[K][i]...);
        }(std::index_sequence_for<All...>{});
      }
      return math::load<V>(out);
    }(x, more...);
  }
}

}  // namespace xscope::math
