// SPDX-License-Identifier: BSD-3-Clause
// Functions that are the standard library's, lane by lane.
#pragma once

#include "library.hpp"
#include "primitives.hpp"

namespace xscope::math {

template <class V>
XSCOPE_INLINE V sin(const V& x) {
  return lane_by_lane([](auto a) { return library::sin(a); }, x);
}
template <class V>
XSCOPE_INLINE V cos(const V& x) {
  return lane_by_lane([](auto a) { return library::cos(a); }, x);
}
template <class V>
XSCOPE_INLINE V pow(const V& x, const V& y) {
  return lane_by_lane([](auto a, auto b) { return library::pow(a, b); }, x, y);
}

}  // namespace xscope::math
