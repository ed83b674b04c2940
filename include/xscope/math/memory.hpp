// SPDX-License-Identifier: BSD-3-Clause
// Packs in memory, whole or only their first lanes, at any address.
#pragma once

#include <cstddef>

#include "../config.hpp"
#include "pack.hpp"

namespace xscope::math {

/// All lanes; a scalar is its own only lane.
template <class V>
XSCOPE_INLINE constexpr V load(const lane_t<V>* from) {
  if constexpr (is_pack<V>) return pack_traits<V>::load(from);
  else return *from;
}
/// The first n lanes, 0 < n < lanes; the others are 0.
template <class V>
XSCOPE_INLINE constexpr V load(const lane_t<V>* from, [[maybe_unused]] std::size_t n) {
  if constexpr (is_pack<V>) return pack_traits<V>::load(from, n);
  else return *from;
}
template <class V>
XSCOPE_INLINE constexpr void store(lane_t<V>* to, const V& x) {
  if constexpr (is_pack<V>) pack_traits<V>::store(to, x);
  else *to = x;
}
template <class V>
XSCOPE_INLINE constexpr void store(lane_t<V>* to, const V& x, [[maybe_unused]] std::size_t n) {
  if constexpr (is_pack<V>) pack_traits<V>::store(to, x, n);
  else *to = x;
}

/// Truth values for the lanes of V, a byte each; the first n, 0 < n <= lanes.
template <class V>
XSCOPE_INLINE constexpr mask_t<V> load_mask(const bool* from, [[maybe_unused]] std::size_t n = lanes<V>) {
  if constexpr (is_pack<V>) return pack_traits<V>::load_mask(from, n);
  else return *from;
}
template <class V>
XSCOPE_INLINE constexpr void store_mask(bool* to, const mask_t<V>& x,
                                        [[maybe_unused]] std::size_t n = lanes<V>) {
  if constexpr (is_pack<V>) pack_traits<V>::store_mask(to, x, n);
  else *to = x;
}

}  // namespace xscope::math
