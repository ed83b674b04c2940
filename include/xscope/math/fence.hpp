// SPDX-License-Identifier: BSD-3-Clause
// Where the order of operations matters: what a sum lacks, and numbers that are rounded by adding a large
// one.
//   const V sum = fence(a + b);
//   const V lacking = b - fence(sum - a);
#pragma once

#include <type_traits>

#include "../config.hpp"
#include "pack.hpp"

namespace xscope::math {

namespace parts {

/// Keeps the compiler from computing across a number in a register. Only a compiler that may reorder sums
/// (-ffast-math, -Ofast, -fassociative-math) takes note; to others it is nothing.
template <class Register>
XSCOPE_INLINE void fence_register([[maybe_unused]] Register& x) {
#if defined(__clang__) && defined(__SSE2__)
  x = __arithmetic_fence(x);
#elif defined(__FAST_MATH__) || defined(__ASSOCIATIVE_MATH__)
  // Not volatile: what nobody uses is not computed.
#if defined(__SSE2__)
  __asm__("" : "+v"(x));
#elif defined(__aarch64__)
  __asm__("" : "+w"(x));
#else
  __asm__("" : "+m"(x));
#endif
#endif
}

}  // namespace parts

/// The number as it was computed up to here: what is done with it is not reordered with what led to it.
template <class V>
XSCOPE_INLINE constexpr V fence(const V& x) {
  if (std::is_constant_evaluated()) return x;
  V same = x;
  if constexpr (is_pack<V>) pack_traits<V>::fence(same);
  else if constexpr (std::is_floating_point_v<V>) parts::fence_register(same);
  return same;
}

}  // namespace xscope::math
