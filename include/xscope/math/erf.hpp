// SPDX-License-Identifier: BSD-3-Clause
// The error function, and what it lacks to 1.
#pragma once

#include "exp.hpp"

namespace xscope::math {

namespace parts {

template <class T>
struct erf_constants;
template <>
struct erf_constants<float> {
  static constexpr float small = 0.9F;
  // erf(x) / x - 1 in powers of x^2 for |x| < 0.9
  static constexpr float near[] = {0.12837915122509002685546875F,     -0.37612521648406982421875F,
                                   0.11282153427600860595703125F,     -2.677976898849010467529296875e-2F,
                                   5.013505928218364715576171875e-3F, -6.099006277509033679962158203125e-4F};
  // -log(erfc(x)) / x for 0.9 < x < 3.95; beyond, erf(x) is 1
  static constexpr float most = 3.95F;
  static constexpr float far[] = {1.128516674041748046875F,           0.63571107387542724609375F,
                                  0.105270661413669586181640625F,     -2.28951908648014068603515625e-2F,
                                  3.2164645381271839141845703125e-3F, -2.14154832065105438232421875e-4F};
  // (1 + 2x) e^(x^2) erfc(x) in powers of q = (x - center) / (x + center)
  static constexpr float erfc_most = 10.1F;  // beyond, erfc(x) is 0
  static constexpr float center = 2.0F;
  static constexpr float scaled[] = {1.27697839F,     -0.092763082F,    -0.166031096F,  0.16403584F,
                                     -0.0542119585F,  -0.0079427217F,   0.00868915966F, 0.00104314458F,
                                     -0.00139570695F, -0.000183654437F, 0.000160803582F};
};
template <>
struct erf_constants<double> {
  static constexpr double small = 1.0;
  static constexpr double near[] = {0.12837916709551258631627490558457793667912483215332,
                                    -0.37612638903183875926927726141002494841814041137695,
                                    0.112837916709587829378058643214899348095059394836426,
                                    -2.6866170645631931579444540147960651665925979614258e-2,
                                    5.2239776292463679929767295107012614607810974121094e-3,
                                    -8.5483271994193986247079219964462026837381882762909e-4,
                                    1.2055338164247337054933717492843925356282852590084e-4,
                                    -1.49257482609756060148173753554523557340871775522828e-5,
                                    1.64632487666117321277881990065905526421374815981835e-6,
                                    -1.63723887930143348093891229877439030815367004834116e-7,
                                    1.47984787988928237034613792861073577888930685730884e-8,
                                    -1.18770504124637264505670819448798769535358132998226e-9,
                                    6.7636730526513255817862777069637314790104265505021885e-11};
  static constexpr double erfc_most = 27.5;
  static constexpr double center = 3.5;
  static constexpr double scaled[] = {
      1.24234924487115439,      -0.140009180137619704,    -0.0105555963322216696,  0.0975190951532870599,
      -0.115089598160030754,    0.0879831538240367816,    -0.0488233258308840188,  0.0190993309532711647,
      -0.00421501987977418636,  -0.000302267953433323851, 0.000564384266870510206, -0.000121512120919801039,
      -0.000042781739959539931, 0.0000242603009849180723, 2.32733095377900624e-6,  -3.81401258449085407e-6,
      -4.3092373982986097e-8,   6.0148238499524918e-7,    -8.61157157126149785e-9, -9.64004253146047846e-8,
      6.65189438305649764e-10,  1.36244427787766949e-8,   6.04039009799845159e-11, -1.16566878893517353e-9};
};

/// erfc(a) for a >= 0, or NaN.
template <class V>
XSCOPE_INLINE constexpr V upper_tail(const V& positive) {
  using T = lane_t<V>;
  using c = erf_constants<T>;
  const V one(T(1));
  const V a = min(V(c::erfc_most), positive);
  const V q = (a - V(c::center)) / (a + V(c::center));
  // The square's rounding error is as large as an ulp of the exponential.
  const V square = a * a;
  const V lacking = product_error(a, a, square);
  const V factor = polynomial(q, c::scaled) / fma(a, V(T(2)), one);
  return exp_below(-square) * fma(-lacking, factor, factor);
}

/// 1 - erf(a) where that is added to something near 1.
template <class V>
XSCOPE_INLINE constexpr V tail_of_erf(const V& a) {
  using c = erf_constants<lane_t<V>>;
  if constexpr (requires { c::far; }) {
    const V b = min(V(c::most), a);
    return exp_in_range(-(b * polynomial(b, c::far)));
  } else {
    return upper_tail(a);
  }
}

}  // namespace parts

/// 1 - erf(x), with all digits where that is small.
template <class V>
XSCOPE_INLINE constexpr V erfc(const V& x) {
  const V tail = parts::upper_tail(abs(x));
  return select(x < V(lane_t<V>(0)), V(lane_t<V>(2)) - tail, tail);
}

/// The error function: at most 4 ulp off (double: 2).
template <class V>
XSCOPE_INLINE constexpr V erf(const V& x) {
  using T = lane_t<V>;
  using c = parts::erf_constants<T>;
  const V a = abs(x);
  const V near = fma(a, polynomial(a * a, c::near), a);
  const V far = V(T(1)) - parts::tail_of_erf(a);
  return with_sign_of(select(a < V(c::small), near, far), x);
}

}  // namespace xscope::math
