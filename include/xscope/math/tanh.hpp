// SPDX-License-Identifier: BSD-3-Clause
// The hyperbolic tangent: with h = (e^(2x) - 1) / 2 it is h / (h + 1), which is also h - h^2 / (h + 1), where
// fewer roundings count if h is small. Where a pack looks up all of its lanes at once, it is a polynomial
// whose coefficients each lane looks up, which takes half as many instructions. At most 2 ulp off.
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
    const V first = fence(fma(n, V(-c::ln2_high / 2), y));
    const V r = fence(fma(n, V(-c::ln2_low / 2), first));
    const V lacking = fma(n, V(-c::ln2_low / 2), fence(first - r));
    return r + fma(r * r, polynomial(r, tanh_constants<T>::c.list), lacking);
  }
}

/// tanh(x) = c0 + x (c1 + d (c2 + d (c3 + d c4))) with d = x - 1.375 for x >= 0, where a polynomial in x
/// alone would lose digits. With z = x / width + 1.125, the powers of two from 1 to 16 are divided into eight
/// intervals each for z, whose number stands in three bits of the mantissa and the last two of the exponent.
/// The table begins at z = 2; 1 <= z < 2 comes last, where the first interval of all is that of 16 <= z < 18.
/// (Sollya's fpminimax, and a search among the neighbours of its coefficients.)
struct tanh_table {
  static constexpr float width = 0.5215F;
  static constexpr float start = 1.125F;
  static constexpr float centre = 1.375F;
  static constexpr float most = 8.8F;  // beyond, it is 1
  static constexpr float coefficients[5][32] = {
      {-0x1.d4b338p-14F, -0x1.038a0cp-8F,
       -0x1.e6a1bep-7F,  -0x1.1fcbf8p-5F,
       -0x1.05c4cp-4F,   -0x1.8ccef6p-4F,
       -0x1.06798ep-3F,  -0x1.3403d6p-3F,
       -0x1.414162p-3F,  -0x1.c61634p-4F,
       -0x1.31598ep-7F,  0x1.00a8cep-3F,
       0x1.14e4a6p-2F,   0x1.a3b4c2p-2F,
       0x1.11a6fep-1F,   0x1.47d106p-1F,
       0x1.857bb2p-1F,   0x1.bd0d28p-1F,
       0x1.dcf7c4p-1F,   0x1.ee4e32p-1F,
       0x1.f7508ap-1F,   0x1.fbd81ap-1F,
       0x1.fe0d1p-1F,    0x1.ff1ae8p-1F,
       0x1.ffb76p-1F,    0,
       0x1.eb7bb8p-21F,  0x1.95551ap-17F,
       0x1.db8ab6p-15F,  0x1.49832cp-13F,
       0x1.37f7a2p-12F,  0x1.9011b4p-12F},
      {0x1.506d76p-1F,  0x1.4d7dc8p-1F, 0x1.4eaebcp-1F, 0x1.550fd4p-1F, 0x1.5f7692p-1F,  0x1.6bb108p-1F,
       0x1.775692p-1F,  0x1.7f9e42p-1F, 0x1.820692p-1F, 0x1.70f22ep-1F, 0x1.4b8b7ap-1F,  0x1.1aaa38p-1F,
       0x1.ce119ap-2F,  0x1.6d2998p-2F, 0x1.18e17cp-2F, 0x1.a6ba2ap-3F, 0x1.0dfb72p-3F,  0x1.16fc6p-4F,
       0x1.1423cap-5F,  0x1.081ec8p-6F, 0x1.ebc96cp-8F, 0x1.bf141cp-9F, 0x1.8f1c5ep-10F, 0x1.5d6b66p-11F,
       0x1.9e28aep-13F, 0x1.a76502p-2F, 0x1.06200ep-1F, 0x1.27f7d4p-1F, 0x1.3e31p-1F,    0x1.4b01cp-1F,
       0x1.50e542p-1F,  0x1.5258f6p-1F},
      {-0x1.b19562p-3F,  -0x1.00f7f6p-2F,  -0x1.25575ep-2F,  -0x1.402d68p-2F,  -0x1.557b8ap-2F,
       -0x1.68a33ap-2F,  -0x1.79b55ap-2F,  -0x1.85c0a4p-2F,  -0x1.8941a2p-2F,  -0x1.715b26p-2F,
       -0x1.3feacep-2F,  -0x1.03d55ap-2F,  -0x1.923f56p-3F,  -0x1.2c5502p-3F,  -0x1.b45e12p-4F,
       -0x1.3663fp-4F,   -0x1.6dac7cp-5F,  -0x1.550eecp-6F,  -0x1.32ff76p-7F,  -0x1.0ce954p-8F,
       -0x1.cd7f1ep-10F, -0x1.84d814p-11F, -0x1.435fd4p-12F, -0x1.08db88p-13F, -0x1.1e5bd2p-15F,
       -0x1.a40db8p-1F,  -0x1.2f4934p-1F,  -0x1.b6a224p-2F,  -0x1.406c7cp-2F,  -0x1.ee16ep-3F,
       -0x1.a505c6p-3F,  -0x1.916bfcp-3F},
      {0x1.fc860ep-3F,  0x1.8d2b66p-3F,  0x1.24a648p-3F,  0x1.d19842p-4F,  0x1.b40c62p-4F,  0x1.ce38c2p-4F,
       0x1.facb8p-4F,   0x1.0edcap-3F,   0x1.13e822p-3F,  0x1.efd7p-4F,    0x1.8d7a52p-4F,  0x1.277a7cp-4F,
       0x1.a23778p-5F,  0x1.1e4edcp-5F,  0x1.7f14fcp-6F,  0x1.f83f46p-7F,  0x1.0ac88p-7F,   0x1.b53408p-9F,
       0x1.5e9532p-10F, 0x1.14b61p-11F,  0x1.b0080cp-13F, 0x1.4dcbe8p-14F, 0x1.004fc8p-15F, 0x1.85d59p-17F,
       0x1.7cc362p-19F, -0x1.0cf0c2p-2F, -0x1.623dap-4F,  0x1.94bb6ap-5F,  0x1.376524p-3F,  0x1.c3c28ap-3F,
       0x1.07834p-2F,   0x1.125334p-2F},
      {0x1.4a1af4p-3F,   0x1.0ac0fap-3F,   0x1.6eec22p-4F,   0x1.9b5c7cp-5F,   0x1.2eab3cp-6F,
       -0x1.e1b464p-9F,  -0x1.194eb4p-6F,  -0x1.82ebd6p-6F,  -0x1.9aa5d4p-6F,  -0x1.4fc43ap-6F,
       -0x1.d86db2p-7F,  -0x1.346c28p-7F,  -0x1.82e992p-8F,  -0x1.da64d4p-9F,  -0x1.1ef26ap-9F,
       -0x1.586c2ap-10F, -0x1.41b0dp-11F,  -0x1.c7b742p-13F, -0x1.41bdaep-14F, -0x1.c59d02p-16F,
       -0x1.3ff1f6p-17F, -0x1.c2d96ep-19F, -0x1.3e3644p-20F, -0x1.bfaedcp-22F, -0x1.890f12p-24F,
       0x1.1b96f4p-6F,   0x1.00d086p-4F,   0x1.9afc26p-4F,   0x1.0c3becp-3F,   0x1.39a056p-3F,
       0x1.54254ep-3F,   0x1.5c6fb4p-3F},
  };
};

template <class V>
XSCOPE_INLINE constexpr V tanh_by_table(const V& x) {
  using c = tanh_table;
  const V y = min(V(c::most), abs(x));
  const V z = fma(y, V(1 / c::width), V(c::start));
  const bits_t<V> interval = to_bits(z) >> (layout<float>::mantissa - 3);
  const V d = y - V(c::centre);
  V slope = lookup<V>(c::coefficients[4], interval);
  slope = fma(slope, d, lookup<V>(c::coefficients[3], interval));
  slope = fma(slope, d, lookup<V>(c::coefficients[2], interval));
  slope = fma(slope, d, lookup<V>(c::coefficients[1], interval));
  return with_sign_of(fma(slope, y, lookup<V>(c::coefficients[0], interval)), x);
}

/// By a quotient.
template <class V>
XSCOPE_INLINE constexpr V tanh_by_exp(const V& x) {
  using T = lane_t<V>;
  using c = exp_constants<T>;
  const V y = min(V(c::tanh_most), abs(x));
  const auto n = nearest_power<layout<T>::bias>(y, 2 * c::log2_e);
  const V half = half_expm1(y, n.number);
  const V power = power_of_two(n.shifted);
  const V h = fma(power, half, fence(fma(power, V(T(0.5)), V(T(-0.5)))));
  const V ratio = quotient(h, h + V(T(1)));
  const V positive = select(h < V(T(1) / 3), fma(-h, ratio, h), ratio);
  return with_sign_of(positive, x);
}

}  // namespace parts

template <class V>
XSCOPE_INLINE constexpr V tanh(const V& x) {
  if constexpr (table_size<lane_t<V>> == 32) return parts::tanh_by_table(x);
  else return parts::tanh_by_exp(x);
}

}  // namespace xscope::math
