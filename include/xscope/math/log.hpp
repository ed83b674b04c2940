// SPDX-License-Identifier: BSD-3-Clause
// The natural logarithm of x, and of 1 + x: x = 2^n m with m between the roots of 1/2 and of 2. At most 2 ulp
// off.
#pragma once

#include "primitives.hpp"

namespace xscope::math {

namespace parts {

template <class T>
struct log_constants;
template <>
struct log_constants<float> {
  static constexpr float ln2_high = 0.693359375F;
  static constexpr float ln2_low = -2.12194440054690583e-4F;
  // (log(1 + f) - f + f^2 / 2) / f^3
  static constexpr float c[] = {0.3333337306976318359375F,     -0.250008404254913330078125F,
                                0.19998989999294281005859375F, -0.16621206700801849365234375F,
                                0.14238907396793365478515625F, -0.1321235597133636474609375F,
                                0.1256588995456695556640625F,  -7.28602111339569091796875e-2F};
};
template <>
struct log_constants<double> {
  static constexpr double ln2_high = 6.93147180369123816490e-01;
  static constexpr double ln2_low = 1.90821492927058770002e-10;
  // (2 artanh(s) - 2 s) / s^3 in powers of s^2
  static constexpr double c[] = {0.66666666666666696272613990004174411296844482421875,
                                 0.39999999999899865654739983256149571388959884643555,
                                 0.28571428625918166011032894857635255903005599975586,
                                 0.22222211137758068888459206391416955739259719848633,
                                 0.18182889126128568002549457105487817898392677307129,
                                 0.153317178200636144991144586678880732506513595581055,
                                 0.14616521976532570459283988384413532912731170654297};
};

/// x as 2^exponent times 1 + f.
template <class V>
struct log_parts {
  bits_t<V> exponent;  // with the bias
  V f;
};
template <class V>
XSCOPE_INLINE constexpr log_parts<V> split(const V& x) {
  using format = layout<lane_t<V>>;
  using bits = bits_t<V>;
  constexpr auto root_half = to_bits(lane_t<V>(0.707106781186547524400844362104849039L));
  const bits shifted = to_bits(x) + bits(format::one - root_half);
  const V m = from_bits<V>((shifted & bits(format::fraction)) + bits(root_half));
  return {shifted >> format::mantissa, fence(m - V(lane_t<V>(1)))};
}

/// n ln 2 + log(1 + f)
template <class V>
XSCOPE_INLINE constexpr V join(const V& n, const V& f) {
  using T = lane_t<V>;
  using c = log_constants<T>;
  const V square = f * f;
  if constexpr (sizeof(T) == sizeof(float)) {
    const V rest = fma(n, V(c::ln2_low), square * f * polynomial(f, c::c));
    return fma(n, V(c::ln2_high), fence(fma(square, V(T(-0.5)), rest) + f));
  } else {
    // With s = f / (2 + f) it is 2 artanh(s) = f - f^2 / 2 + s (f^2 / 2 + s^2 (...)).
    const V s = f / (V(T(2)) + f);
    const V z = s * s;
    const V half_square = V(T(0.5)) * square;
    const V rest = fma(s, fma(z, polynomial(z, c::c), half_square), n * V(c::ln2_low));
    return fma(n, V(c::ln2_high), f - fence(half_square - rest));
  }
}

/// The exponent as a number: put behind the digits of a power of two.
template <class V>
XSCOPE_INLINE constexpr V exponent_as_number(const bits_t<V>& exponent, lane_t<V> bias) {
  using format = layout<lane_t<V>>;
  constexpr auto large = typename format::bits(format::bias + format::mantissa) << format::mantissa;
  constexpr auto value = lane_t<V>(typename format::bits(1) << format::mantissa);
  return fence(from_bits<V>(exponent | bits_t<V>(large)) - V(value + bias));
}

}  // namespace parts

/// The natural logarithm.
template <class V>
XSCOPE_INLINE constexpr V log(const V& x) {
  using T = lane_t<V>;
  using format = layout<T>;
  // What has no leading digit is made larger first.
  constexpr auto power = format::mantissa + 1;
  constexpr T larger = T(typename format::bits(1) << power);
  const auto small = x < V(format::least_normal);
  const auto p = parts::split(select(small, x * V(larger), x));
  const V n = parts::exponent_as_number<V>(p.exponent, T(format::bias)) - select(small, V(T(power)), V(T(0)));
  V y = parts::join(n, p.f);
  y = select(is_below_infinity(x), y, x);  // infinity and NaN are their own logarithms
  y = select(x == V(T(0)), V(-format::infinity), y);
  return select(x < V(T(0)), V(format::nan), y);
}

/// The natural logarithm of 1 + x, with all digits near 0.
template <class V>
XSCOPE_INLINE constexpr V log1p(const V& x) {
  using T = lane_t<V>;
  using format = layout<T>;
  const V one(T(1));
  const V u = fence(one + x);
  // What the sum lacks; it matters only where x is not large.
  const V added = fence(u - one);
  const V lacking = fence(one - fence(u - added)) + fence(x - added);
  const auto p = parts::split(u);
  const V down = from_bits<V>(bits_t<V>(2 * format::one) - (p.exponent << format::mantissa));
  const V correction = select(abs(x) < V(1 / std::numeric_limits<T>::epsilon()), lacking * down, V(T(0)));
  V y = parts::join(parts::exponent_as_number<V>(p.exponent, T(format::bias)), fence(p.f + correction));
  y = select(abs(x) < V(std::numeric_limits<T>::epsilon() / 4), x, y);
  y = select(is_below_infinity(x), y, x);
  y = select(x == V(T(-1)), V(-format::infinity), y);
  return select(x < V(T(-1)), V(format::nan), y);
}

}  // namespace xscope::math
