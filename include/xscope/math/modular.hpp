// SPDX-License-Identifier: BSD-3-Clause
// The type that sums and products of integers are computed in: an unsigned one, which wraps around where
// signed ones must not overflow (and where uint16 would become int).
#pragma once

#include <concepts>
#include <type_traits>

#include "../config.hpp"

namespace xscope::math {

template <class T>
struct unsigned_of {
  using type = T;
};
template <std::integral T>
  requires(!std::same_as<T, bool>)
struct unsigned_of<T> {
  using type = std::make_unsigned_t<T>;
};

/// The number as it is, or for integers the unsigned one that is equal to it modulo its range.
template <class T>
constexpr auto modular(T x) {
  using same_size = typename unsigned_of<T>::type;
  if constexpr (std::unsigned_integral<same_size> && sizeof(T) < sizeof(unsigned))
    return static_cast<unsigned>(x);
  else return static_cast<same_size>(x);
}

}  // namespace xscope::math
