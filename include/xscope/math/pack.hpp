// SPDX-License-Identifier: BSD-3-Clause
// What generic arithmetic knows of its type V: a scalar here, a pack of scalars (a SIMD register) where a
// backend specializes these templates.
#pragma once

#include "../config.hpp"

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace xscope::math {

namespace parts {

template <std::size_t Bytes>
struct unsigned_of_size {
  using type = void;
};
template <>
struct unsigned_of_size<4> {
  using type = std::uint32_t;
};
template <>
struct unsigned_of_size<8> {
  using type = std::uint64_t;
};

}  // namespace parts

/// The type of one lane, the unsigned integers of the same size and number, and what comparisons give.
template <class V>
struct pack_traits {
  using lane = V;
  using bits = typename parts::unsigned_of_size<sizeof(V)>::type;
  using mask = bool;
  static constexpr std::size_t lanes = 1;
};

template <class V>
using lane_t = typename pack_traits<V>::lane;
template <class V>
using bits_t = typename pack_traits<V>::bits;
template <class V>
using mask_t = typename pack_traits<V>::mask;
template <class V>
inline constexpr std::size_t lanes = pack_traits<V>::lanes;

template <class V>
inline constexpr bool is_pack = false;

/// The pack that a pack or a mask belongs to; void for a scalar.
template <class V>
struct pack_behind {
  using type = void;
};

/// The pack for elements of a type: the element itself where there is none.
template <class T>
struct pack_for {
  using type = T;
};
template <class T>
using pack_of = typename pack_for<T>::type;

}  // namespace xscope::math
