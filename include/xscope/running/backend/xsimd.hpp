// SPDX-License-Identifier: BSD-3-Clause
// The only header that includes xsimd: its batches as packs of the generic arithmetic in math/, with what
// xsimd lacks (the first n lanes of a pack in memory, scaling by a power of two). Where a program defines
// XSCOPE_NO_XSIMD, in all of its files, there are no packs, and everything runs with scalars.
#pragma once

#include "../../config.hpp"

#if !defined(XSCOPE_NO_XSIMD)
#if __has_include(<xsimd/xsimd.hpp>)
#include <xsimd/config/xsimd_config.hpp>
#if XSIMD_VERSION_MAJOR < 8
#error "xscope's sessions need xsimd 8 or later; the xsimd on the include path is older"
#include "the compilation ends here: see the error above"
#endif
#else
#error "xscope's sessions need xsimd (Debian: libxsimd-dev); XSCOPE_NO_XSIMD goes without, many times slower"
#include "the compilation ends here: see the error above"
#endif
#endif

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

#include "../../math/intrinsics.hpp"
#include "../../math/primitives.hpp"

#if !defined(XSCOPE_NO_XSIMD)
#include <xsimd/xsimd.hpp>

namespace xscope::math {

template <class T, class A>
inline constexpr bool is_pack<xsimd::batch<T, A>> = true;

template <class T, class A>
struct pack_behind<xsimd::batch<T, A>> {
  using type = xsimd::batch<T, A>;
};
template <class T, class A>
struct pack_behind<xsimd::batch_bool<T, A>> {
  using type = xsimd::batch<T, A>;
};

template <class T>
  requires(xsimd::has_simd_register<T>::value && std::is_floating_point_v<T>)
struct pack_for<T> {
  using type = xsimd::batch<T>;
};

template <class T, class A>
struct pack_traits<xsimd::batch<T, A>> {
  using pack = xsimd::batch<T, A>;
  using lane = T;
  using bits = xsimd::batch<typename pack_traits<T>::bits, A>;
  using mask = xsimd::batch_bool<T, A>;
  static constexpr std::size_t lanes = pack::size;

  /// Whether there is an instruction that rounds to whole numbers.
#if defined(__SSE2__) && !defined(__SSE4_1__)
  static constexpr bool rounds = false;
#else
  static constexpr bool rounds = true;
#endif

  XSCOPE_INLINE static void fence(pack& x) { parts::fence_register(x.data); }

  XSCOPE_INLINE static pack load(const T* from) { return pack::load_unaligned(from); }
  XSCOPE_INLINE static void store(T* to, const pack& x) { x.store_unaligned(to); }

  /// The first n lanes, 0 < n < lanes; the others are 0.
  XSCOPE_INLINE static pack load(const T* from, std::size_t n) {
#if XSCOPE_HAS_AVX512
    if constexpr (sizeof(pack) == 64 && sizeof(T) == 4) return _mm512_maskz_loadu_ps(first16(n), from);
    else if constexpr (sizeof(pack) == 64) return _mm512_maskz_loadu_pd(first8(n), from);
#elif defined(__AVX2__)
    if constexpr (sizeof(pack) == 32 && sizeof(T) == 4) return _mm256_maskload_ps(from, first_words(n));
    else if constexpr (sizeof(pack) == 32) return _mm256_maskload_pd(from, first_words(2 * n));
#endif
    alignas(pack) T part[lanes]{};
    std::memcpy(part, from, n * sizeof(T));
    return pack::load_aligned(part);
  }
  XSCOPE_INLINE static void store(T* to, const pack& x, std::size_t n) {
#if XSCOPE_HAS_AVX512
    if constexpr (sizeof(pack) == 64 && sizeof(T) == 4) return _mm512_mask_storeu_ps(to, first16(n), x);
    else if constexpr (sizeof(pack) == 64) return _mm512_mask_storeu_pd(to, first8(n), x);
#elif defined(__AVX2__)
    if constexpr (sizeof(pack) == 32 && sizeof(T) == 4) return _mm256_maskstore_ps(to, first_words(n), x);
    else if constexpr (sizeof(pack) == 32) return _mm256_maskstore_pd(to, first_words(2 * n), x);
#endif
    alignas(pack) T part[lanes];
    x.store_aligned(part);
    std::memcpy(to, part, n * sizeof(T));
  }

  XSCOPE_INLINE static mask first_lanes(std::size_t n) {
#if XSCOPE_HAS_AVX512
    if constexpr (sizeof(pack) == 64) return static_cast<typename mask::register_type>(first16(n));
#else
    using word = typename pack_traits<T>::bits;
    struct words {
      word list[2 * lanes]{};
    };
    static constexpr words window = [] {
      words out;
      for (std::size_t i = 0; i < lanes; ++i) out.list[i] = ~word{0};
      return out;
    }();
    return std::bit_cast<typename mask::register_type>(bits::load_unaligned(window.list + lanes - n));
#endif
  }
  XSCOPE_INLINE static std::size_t first_true(const mask& x) {
    // One bit beyond the lanes ends the search.
    constexpr unsigned end = 1U << lanes;
#if XSCOPE_HAS_AVX512
    if constexpr (sizeof(pack) == 64) return static_cast<std::size_t>(std::countr_zero(x.data | end));
#elif defined(__AVX__)
    if constexpr (sizeof(pack) == 32) {
      const int bits = sizeof(T) == 4 ? _mm256_movemask_ps(std::bit_cast<__m256>(x.data))
                                      : _mm256_movemask_pd(std::bit_cast<__m256d>(x.data));
      return static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(bits) | end));
    }
#elif defined(__SSE2__)
    if constexpr (sizeof(pack) == 16) {
      const int bits = sizeof(T) == 4 ? _mm_movemask_ps(std::bit_cast<__m128>(x.data))
                                      : _mm_movemask_pd(std::bit_cast<__m128d>(x.data));
      return static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(bits) | end));
    }
#endif
    bool truths[lanes];
    store_mask(truths, x, lanes);
    std::size_t i = 0;
    while (i < lanes && !truths[i]) ++i;
    return i;
  }
  XSCOPE_INLINE static T first_lane(const pack& x) { return x.data[0]; }

  /// Each lane's neighbour at a distance that is a power of two: lane i has what lane i ^ Distance had.
  template <std::size_t Distance>
  XSCOPE_INLINE static pack exchange(const pack& x) {
    constexpr std::size_t bytes = Distance * sizeof(T);
#if XSCOPE_HAS_AVX512
    if constexpr (sizeof(pack) == 64) {
      const __m512i y = std::bit_cast<__m512i>(x);
      if constexpr (bytes == 32) return std::bit_cast<pack>(_mm512_shuffle_i64x2(y, y, 0x4e));
      else if constexpr (bytes == 16) return std::bit_cast<pack>(_mm512_shuffle_i64x2(y, y, 0xb1));
      else if constexpr (bytes == 8) return std::bit_cast<pack>(_mm512_shuffle_epi32(y, _MM_PERM_BADC));
      else return std::bit_cast<pack>(_mm512_shuffle_epi32(y, _MM_PERM_CDAB));
    }
#elif defined(__AVX__)
    if constexpr (sizeof(pack) == 32) {
      const __m256d y = std::bit_cast<__m256d>(x);
      if constexpr (bytes == 16) return std::bit_cast<pack>(_mm256_permute2f128_pd(y, y, 1));
      else if constexpr (bytes == 8) return std::bit_cast<pack>(_mm256_permute_pd(y, 5));
      else return std::bit_cast<pack>(_mm256_permute_ps(std::bit_cast<__m256>(x), 0xb1));
    }
#elif defined(__SSE2__)
    if constexpr (sizeof(pack) == 16) {
      const __m128i y = std::bit_cast<__m128i>(x);
      if constexpr (bytes == 8) return std::bit_cast<pack>(_mm_shuffle_epi32(y, 0x4e));
      else return std::bit_cast<pack>(_mm_shuffle_epi32(y, 0xb1));
    }
#endif
    alignas(pack) T from[lanes];
    alignas(pack) T to[lanes];
    x.store_aligned(from);
    for (std::size_t i = 0; i < lanes; ++i) to[i] = from[i ^ Distance];
    return pack::load_aligned(to);
  }

  /// The even lanes of a and then of b, or the odd ones.
  template <std::size_t Odd>
  XSCOPE_INLINE static pack every_other(const pack& a, const pack& b) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) XSCOPE_INLINE_LAMBDA {
      return pack(__builtin_shufflevector(a.data, b.data, static_cast<int>(2 * I + Odd)...));
    }(std::make_index_sequence<lanes>{});
  }
  /// A lane of a, one of b, and so on, for the lower half of both or the upper one.
  template <std::size_t Upper>
  XSCOPE_INLINE static pack alternating(const pack& a, const pack& b) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) XSCOPE_INLINE_LAMBDA {
      return pack(__builtin_shufflevector(a.data, b.data,
                                          static_cast<int>(Upper * (lanes / 2) + I / 2 + I % 2 * lanes)...));
    }(std::make_index_sequence<lanes>{});
  }

  XSCOPE_INLINE static mask load_mask(const bool* from, std::size_t n) {
#if XSCOPE_HAS_AVX512
    if constexpr (sizeof(pack) == 64) {
      const __m128i bytes = _mm_maskz_loadu_epi8(first16(n), from);
      return static_cast<typename mask::register_type>(_mm_test_epi8_mask(bytes, bytes));
    }
#endif
    alignas(pack) T part[lanes];
    for (std::size_t i = 0; i < lanes; ++i) part[i] = i < n && from[i] ? T(1) : T(0);
    return pack::load_aligned(part) != pack(T(0));
  }
  XSCOPE_INLINE static void store_mask(bool* to, const mask& x, std::size_t n) {
#if XSCOPE_HAS_AVX512
    if constexpr (sizeof(pack) == 64)
      return _mm_mask_storeu_epi8(to, first16(n), _mm_maskz_set1_epi8(static_cast<__mmask16>(x.data), 1));
#endif
    alignas(pack) T part[lanes];
    math::select(x, pack(T(1)), pack(T(0))).store_aligned(part);
    for (std::size_t i = 0; i < n; ++i) to[i] = part[i] != T(0);
  }

#if XSCOPE_HAS_AVX512
  // xsimd 8 has neither for registers of 512 bits.
  XSCOPE_INLINE static pack fma(const pack& a, const pack& b, const pack& c)
    requires(sizeof(pack) == 64)
  {
    if constexpr (sizeof(T) == 4) return _mm512_fmadd_ps(a, b, c);
    else return _mm512_fmadd_pd(a, b, c);
  }
  /// 1 / x, with 14 bits of it right.
  XSCOPE_INLINE static pack reciprocal_estimate(const pack& x)
    requires(sizeof(pack) == 64 && sizeof(T) == 4)
  {
    return _mm512_rcp14_ps(x);
  }
  XSCOPE_INLINE static pack scale(const pack& x, const pack& n)
    requires(sizeof(pack) == 64)
  {
    if constexpr (sizeof(T) == 4) return _mm512_scalef_ps(x, n);
    else return _mm512_scalef_pd(x, n);
  }
  XSCOPE_INLINE static pack scale_unless_less(const pack& y, const pack& bound, const pack& x, const pack& n)
    requires(sizeof(pack) == 64 && sizeof(T) == 4)
  {
    return _mm512_maskz_scalef_ps(_mm512_cmp_ps_mask(y, bound, _CMP_NLT_UQ), x, n);
  }
  XSCOPE_INLINE static pack lookup(const T (&table)[16], const bits& place)
    requires(sizeof(pack) == 64 && sizeof(T) == 4)
  {
    return _mm512_maskz_permutexvar_ps(0xffff, place, _mm512_loadu_ps(table));
  }
  XSCOPE_INLINE static pack lookup(const T (&table)[32], const bits& place)
    requires(sizeof(pack) == 64 && sizeof(T) == 4)
  {
    return _mm512_permutex2var_ps(_mm512_loadu_ps(table), place, _mm512_loadu_ps(table + 16));
  }
#endif

 private:
#if XSCOPE_HAS_AVX512
  XSCOPE_INLINE static __mmask16 first16(std::size_t n) { return static_cast<__mmask16>((1U << n) - 1U); }
  XSCOPE_INLINE static __mmask8 first8(std::size_t n) { return static_cast<__mmask8>((1U << n) - 1U); }
#elif defined(__AVX2__)
  XSCOPE_INLINE static __m256i first_words(std::size_t n) {
    static constexpr std::int32_t window[16] = {-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0};
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(window + 8 - n));
  }
#endif
};

}  // namespace xscope::math

#endif
