// SPDX-License-Identifier: BSD-3-Clause
// A register of numbers as the compilers' own vectors, whose lanes can be picked and spread.
#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <type_traits>
#include <utility>

#include "../config.hpp"

#if defined(__AVX512VL__) && !defined(__clang__)
#include "../math/intrinsics.hpp"
#endif

namespace xscope::kernels {

/// N numbers in one register.
template <class T, std::size_t N>
struct packed {
  using type [[gnu::vector_size(N * sizeof(T))]] = T;
};
template <class T, std::size_t N>
using packed_t = typename packed<T, N>::type;

/// Lanes of a, and behind them those of b.
template <class To, class V, std::size_t... I>
XSCOPE_INLINE To picked(V a, V b, std::index_sequence<I...>) {
  return __builtin_shufflevector(a, b, static_cast<int>(I)...);
}
/// Lane K in every lane.
template <std::size_t K, class To, class V, std::size_t... I>
XSCOPE_INLINE To spread_lane(V v, std::index_sequence<I...>) {
  return __builtin_shufflevector(v, v, static_cast<int>(K + 0 * I)...);
}

/// The first `Used` lanes from memory, converted where the memory holds half precision; zeros behind.
template <class V, std::size_t Used, class T, class S>
XSCOPE_INLINE V load_lanes(const S* from) {
  V v{};
  if constexpr (std::is_same_v<S, T>) {
    std::memcpy(&v, from, Used * sizeof(T));
  } else {
    for (std::size_t i = 0; i < Used; ++i) v[i] = static_cast<T>(from[i]);
  }
  return v;
}
template <std::size_t Used, class T, class V, class S>
XSCOPE_INLINE void store_lanes(S* to, V v) {
  if constexpr (std::is_same_v<S, T>) {
    std::memcpy(to, &v, Used * sizeof(T));
  } else {
    for (std::size_t i = 0; i < Used; ++i) to[i] = static_cast<S>(v[i]);
  }
}

/// Lane by lane a < b ? a : b, and a > b ? a : b: of NaN and a number the second. GCC 12 makes of that a
/// comparison and a masked move where there are masks, which take as long as two products.
template <class V>
XSCOPE_INLINE V lesser_of(V a, V b) {
#if defined(__AVX512VL__) && !defined(__clang__)
  constexpr __mmask16 all = 0xffff;  // GCC 12 warns of the others' undefined registers
  constexpr bool whole = std::is_same_v<decltype(a[0] + 0), int>;
  if constexpr (whole && sizeof(V) == 64)
    return std::bit_cast<V>(
        _mm512_maskz_min_epi32(all, std::bit_cast<__m512i>(a), std::bit_cast<__m512i>(b)));
  else if constexpr (whole && sizeof(V) == 32)
    return std::bit_cast<V>(_mm256_min_epi32(std::bit_cast<__m256i>(a), std::bit_cast<__m256i>(b)));
  else if constexpr (whole)
    return std::bit_cast<V>(_mm_min_epi32(std::bit_cast<__m128i>(a), std::bit_cast<__m128i>(b)));
  else if constexpr (sizeof(V) == 64)
    return std::bit_cast<V>(_mm512_maskz_min_ps(all, std::bit_cast<__m512>(a), std::bit_cast<__m512>(b)));
  else if constexpr (sizeof(V) == 32)
    return std::bit_cast<V>(_mm256_min_ps(std::bit_cast<__m256>(a), std::bit_cast<__m256>(b)));
  else return std::bit_cast<V>(_mm_min_ps(std::bit_cast<__m128>(a), std::bit_cast<__m128>(b)));
#else
  return a < b ? a : b;
#endif
}
template <class V>
XSCOPE_INLINE V greater_of(V a, V b) {
#if defined(__AVX512VL__) && !defined(__clang__)
  constexpr __mmask16 all = 0xffff;
  if constexpr (sizeof(V) == 64)
    return std::bit_cast<V>(_mm512_maskz_max_ps(all, std::bit_cast<__m512>(a), std::bit_cast<__m512>(b)));
  else if constexpr (sizeof(V) == 32)
    return std::bit_cast<V>(_mm256_max_ps(std::bit_cast<__m256>(a), std::bit_cast<__m256>(b)));
  else return std::bit_cast<V>(_mm_max_ps(std::bit_cast<__m128>(a), std::bit_cast<__m128>(b)));
#else
  return a > b ? a : b;
#endif
}

}  // namespace xscope::kernels
