// SPDX-License-Identifier: BSD-3-Clause
// A pointer that knows whether it points. GCC's undefined-behaviour sanitizer does not let the address of a
// variable be compared with null in a constant expression, so what may be absent says so by itself.
#pragma once

#include "../config.hpp"

#include <cstddef>

namespace xscope::naming {

template <class T>
struct optional_ref {
  const T* to;
  bool there;

  optional_ref() = default;
  constexpr optional_ref(std::nullptr_t) : to(nullptr), there(false) {}
  constexpr optional_ref(const T* from) : to(from), there(true) {}

  constexpr operator const T*() const { return to; }
  constexpr const T* operator->() const { return to; }
  constexpr const T& operator*() const { return *to; }
  friend constexpr bool operator==(optional_ref a, std::nullptr_t) { return !a.there; }
};

}  // namespace xscope::naming
