// SPDX-License-Identifier: BSD-3-Clause
// tanh and sigmoid as quotients whose parts are used before they are divided: who waits for one step's state
// waits for as few steps as can be.
#pragma once

#include <bit>
#include <cstddef>
#include <type_traits>

#include "../math/library.hpp"
#include "packed.hpp"

namespace xscope::kernels {

/// factor * above / below.
template <class V>
struct quotient {
  V factor;
  V above;
  V below;
};

// The best quotient of polynomials in x^2 (of degrees 6 and 3) for tanh(x) / x up to 9.01, where tanh rounds
// to 1: before rounding it is off by 1e-8 of the value at most.
inline constexpr double tanh_above[] = {1.0,
                                        0.13083582701367466,
                                        0.0031034779054210353,
                                        1.1149272810751557e-05,
                                        -2.0204555507954798e-08,
                                        5.2678403431672993e-11,
                                        -8.4623044348209632e-14};
inline constexpr double tanh_below[] = {1.0, 0.4641690973207494, 0.024493276223237416,
                                        0.00025454469189868396};
inline constexpr double tanh_end = 9.01;

/// tanh(x), or tanh(x / 2), which is 2 sigmoid(x) - 1, in as few steps one after another as can be. `below`
/// is there first, so that who divides takes its reciprocal at once; meanwhile the factor is multiplied by
/// whatever the result is to be multiplied by, and that by `above`.
template <bool Half, class T, class V>
XSCOPE_INLINE quotient<V> tanh_quotient(V x) {
  if constexpr (std::is_same_v<T, float>) {
    constexpr double s = Half ? 0.25 : 1.0;  // of x^2
    constexpr auto above = [](int i, double power) { return static_cast<float>(tanh_above[i] * power); };
    constexpr auto below = [](int i, double power) { return static_cast<float>(tanh_below[i] * power); };
    constexpr float end = static_cast<float>(Half ? 2 * tanh_end : tanh_end);
    const V last = end - V{};
    // Squares are ordered as the integers that they look like, whose minimum takes one cycle.
    using bits = packed_t<int, sizeof(V) / sizeof(int)>;
    const V t = std::bit_cast<V>(lesser_of(std::bit_cast<bits>(end * end - V{}), std::bit_cast<bits>(x * x)));
    const V bound = greater_of(-last, lesser_of(last, x));
    const V t2 = t * t;
    const V t4 = t2 * t2;
    const V denominator = (below(0, 1) + below(1, s) * t) + t2 * (below(2, s * s) + below(3, s * s * s) * t);
    constexpr double first = Half ? 0.5 : 1.0;
    constexpr double s4 = s * s * s * s;
    const V low = (above(0, first) + above(1, first * s) * t) +
                  t2 * (above(2, first * s * s) + above(3, first * s * s * s) * t);
    const V high = (above(4, first * s4) + above(5, first * s4 * s) * t) + t2 * above(6, first * s4 * s * s);
    return {bound, low + t4 * high, denominator};
  } else {
    V y = x;
    for (std::size_t i = 0; i < sizeof(V) / sizeof(T); ++i)
      y[i] = math::library::tanh(Half ? x[i] / 2 : x[i]);
    return {y, T(1) - V{}, T(1) - V{}};
  }
}

}  // namespace xscope::kernels
