// SPDX-License-Identifier: BSD-3-Clause
// e to the power of x, and that less one. x = n ln 2 + r with |r| <= ln 2 / 2; e^r is a polynomial, and 2^n
// is put into the exponent. At most 2 ulp off.
#pragma once

#include <cstddef>

#include "primitives.hpp"

namespace xscope::math {

namespace parts {

/// `expm1`: (e^r - 1 - r) / r^2 for |r| <= ln 2 / 2, lowest power first, as near as these digits allow in
/// relative terms (Sollya's fpminimax).
template <class T>
struct exp_constants;
template <>
struct exp_constants<float> {
  static constexpr float most = 104.0F;    // beyond, the result is infinite
  static constexpr float least = -104.0F;  // below, it is 0
  static constexpr float log2_e = 1.44269504088896340736F;
  // ln 2 in two pieces: n times the first is exact.
  static constexpr float ln2_high = 0.693359375F;
  static constexpr float ln2_low = -2.12194440054690583e-4F;
  static constexpr float half_ln2 = 0.34657359027997264F;
  static constexpr float expm1[] = {0.4999999701976776123046875F, 0.16666543483734130859375F,
                                    4.16675023734569549560546875e-2F, 8.366533555090427398681640625e-3F,
                                    1.386453048326075077056884765625e-3F};
  static constexpr float expm1_least = -18.0F;  // below, it is -1
  static constexpr float expm1_most = 89.0F;    // beyond, it is infinite
  static constexpr float tanh_most = 9.1F;      // beyond, it is 1
};
template <>
struct exp_constants<double> {
  static constexpr double most = 746.0;
  static constexpr double least = -746.0;
  static constexpr double log2_e = 1.4426950408889634073599246810019;
  static constexpr double ln2_high = 6.93147180369123816490e-01;
  static constexpr double ln2_low = 1.90821492927058770002e-10;
  static constexpr double half_ln2 = 0.34657359027997265470861606072909;
  static constexpr double expm1[] = {0.50000000000000055511151231257827021181583404541016,
                                     0.16666666666666593576984217212177194422110915184020996,
                                     4.1666666666573710930965290799576905556023120880127e-2,
                                     8.3333333333862405489789182411186629906296730041504e-3,
                                     1.3888888932344497454535181546475541836116462945938e-3,
                                     1.98412697271588148520415906261860072845093294825745e-4,
                                     2.48015044849675286874925161928473471562028862535954e-5,
                                     2.7557399536413002050282226168542720756704511586577e-6,
                                     2.7626313260922139905314686043891203581779336673208e-7,
                                     2.5056503047227547227246164524006033502701029647142e-8};
  static constexpr double expm1_least = -40.0;
  static constexpr double expm1_most = 710.0;
  static constexpr double tanh_most = 19.1;
};

/// x * log2(e) rounded to a whole number: as a number, and in the lowest bits of another with an offset.
template <class V>
struct whole_part {
  V shifted;
  V number;
};
template <int Offset, class V>
XSCOPE_INLINE constexpr whole_part<V> nearest_power(const V& x, lane_t<V> log2_base) {
  constexpr lane_t<V> zero = layout<lane_t<V>>::rounding + static_cast<lane_t<V>>(Offset);
  const V shifted = fence(fma(x, V(log2_base), V(zero)));
  return {shifted, fence(shifted - V(zero))};
}

/// x - n ln 2
template <class V>
XSCOPE_INLINE constexpr V reduced(const V& x, const V& n) {
  using c = exp_constants<lane_t<V>>;
  return fma(n, V(-c::ln2_low), fence(fma(n, V(-c::ln2_high), x)));
}

/// e^r - 1 for |r| <= ln 2 / 2
template <class V>
XSCOPE_INLINE constexpr V expm1_of_remainder(const V& r) {
  return fma(r * r, polynomial(r, exp_constants<lane_t<V>>::expm1), r);
}

/// e^x for such x that neither it nor 1 / it overflows.
template <class V>
XSCOPE_INLINE constexpr V exp_in_range(const V& x) {
  using T = lane_t<V>;
  const auto n = nearest_power<layout<T>::bias>(x, exp_constants<T>::log2_e);
  return (V(T(1)) + expm1_of_remainder(reduced(x, n.number))) * power_of_two(n.shifted);
}

/// 2^(k / 16), and what these lack. What is left of x is so small that a polynomial of degree 3 does.
struct exp_table {
  static constexpr int digits = 4;
  static constexpr float powers[1 << digits] = {0x1p0F,        0x1.0b5586p0F, 0x1.172b84p0F, 0x1.2387a6p0F,
                                                0x1.306fep0F,  0x1.3dea64p0F, 0x1.4bfdaep0F, 0x1.5ab07ep0F,
                                                0x1.6a09e6p0F, 0x1.7a1148p0F, 0x1.8ace54p0F, 0x1.9c4918p0F,
                                                0x1.ae89fap0F, 0x1.c199bep0F, 0x1.d5818ep0F, 0x1.ea4afap0F};
  static constexpr float lacking[1 << digits] = {0,
                                                 0x1.9f3122p-25F,
                                                 -0x1.c15742p-27F,
                                                 0x1.ceac48p-25F,
                                                 0x1.4636e2p-25F,
                                                 0x1.824684p-25F,
                                                 -0x1.593abcp-25F,
                                                 -0x1.5bd5ecp-27F,
                                                 0x1.9fcef4p-26F,
                                                 -0x1.829fdp-25F,
                                                 0x1.15506ep-27F,
                                                 0x1.51f848p-27F,
                                                 -0x1.a94b14p-26F,
                                                 -0x1.3d56b2p-27F,
                                                 -0x1.822dbcp-27F,
                                                 0x1.52486cp-27F};
  static constexpr float square = 0x1.000222p-1F;
  static constexpr float cube = 0x1.555764p-3F;
};

/// e^x as `exp_below` has it, where a pack looks up all of its lanes at once: n is a multiple of 1/16.
template <class V>
XSCOPE_INLINE constexpr V exp_below_by_table(const V& x, V* lacking) {
  using c = exp_constants<float>;
  using format = layout<float>;
  using table = exp_table;
  constexpr float zero = format::rounding / (1 << table::digits) + 2 * format::bias;
  const V shifted = fence(fma(x, V(c::log2_e), V(zero)));
  const V n = fence(shifted - V(zero));
  const V r = reduced(x, n);
  const V power = lookup<V>(table::powers, to_bits(shifted));
  const V less_one = fma(r * r, fma(r, V(table::cube), V(table::square)), r);
  const bits_t<V> whole = to_bits(shifted) >> table::digits;
  if (lacking != nullptr) {
    const V rest = fma(power, less_one, lookup<V>(table::lacking, to_bits(shifted)));
    const V e = fence(power + rest);
    *lacking = scale_unless_less(x, c::least, rest - fence(e - power), n, whole);
    return scale_unless_less(x, c::least, e, n, whole);
  }
  return scale_unless_less(x, c::least, fma(power, less_one, power), n, whole);
}

/// e^x for what is not above `exp_constants::most`, or NaN; and what it lacks, where that is asked for.
template <class V>
XSCOPE_INLINE constexpr V exp_below(const V& x, V* lacking = nullptr) {
  using T = lane_t<V>;
  if constexpr (table_size<T> != 0) return exp_below_by_table(x, lacking);
  const V one(T(1));
  // Processors take a hundred times as long for a result that underflows, as padding and masked logits do.
  const auto vanishes = x < V(exp_constants<T>::least);
  const V y = select(vanishes, V(T(0)), x);
  const auto n = nearest_power<2 * layout<T>::bias>(y, exp_constants<T>::log2_e);
  const V less_one = expm1_of_remainder(reduced(y, n.number));
  const V e = fence(one + less_one);
  if (lacking != nullptr) *lacking = scale(less_one - fence(e - one), n.number, to_bits(n.shifted));
  return select(vanishes, V(T(0)), scale(e, n.number, to_bits(n.shifted)));
}

}  // namespace parts

/// e to the power of x.
template <class V>
XSCOPE_INLINE constexpr V exp(const V& x) {
  // NaN comes through both: it is their second operand.
  return parts::exp_below(min(V(parts::exp_constants<lane_t<V>>::most), x));
}

/// e to the power of x, less one, with all digits near 0.
template <class V>
XSCOPE_INLINE constexpr V expm1(const V& x) {
  using T = lane_t<V>;
  using c = parts::exp_constants<T>;
  const V y = max(V(c::expm1_least), min(V(c::expm1_most), x));
  // Half of the result, which overflows only where the result does.
  const auto n = parts::nearest_power<layout<T>::bias - 1>(y, c::log2_e);
  const V power = power_of_two(n.shifted);
  // Near 1/2 and -1/2 it is a difference, to which the rounding of the remainder would matter.
  const V first = fence(fma(n.number, V(-c::ln2_high), y));
  const V r = fence(fma(n.number, V(-c::ln2_low), first));
  const V lacking = fma(n.number, V(-c::ln2_low), fence(first - r));
  const V rest = r + fma(r * r, polynomial(r, c::expm1), lacking);
  const V half = fma(power, rest, fence(power - V(T(0.5))));
  return select(abs(x) < V(std::numeric_limits<T>::epsilon() / 4), x, half + half);
}

}  // namespace xscope::math
