// SPDX-License-Identifier: BSD-3-Clause
// The number of something, or none. None is what stands where nothing was written: a compiler takes memory
// and time for each member that an array's elements begin with, and none for zeros.
#pragma once

#include "../config.hpp"

namespace xscope {

/// It converts from and to a T in which -1 is none.
template <class T>
struct optional_number {
  T and_one;

  optional_number() = default;
  constexpr optional_number(T number) : and_one(number + 1) {}
  constexpr operator T() const { return and_one - 1; }
};

}  // namespace xscope
