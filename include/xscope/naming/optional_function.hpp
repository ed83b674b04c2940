// SPDX-License-Identifier: BSD-3-Clause
// A function that may be missing, and says so by itself, as an optional_ref does of an object: GCC's
// undefined-behaviour sanitizer, and -fno-delete-null-pointer-checks, do not let its address be compared with
// null in a constant expression.
#pragma once

#include "../config.hpp"

#include <concepts>
#include <cstddef>

namespace xscope::naming {

/// A function of that signature, or none.
template <class Signature>
struct optional_function;

template <class R, class... A>
struct optional_function<R(A...)> {
  R (*to)(A...) = nullptr;
  bool there = false;

  constexpr optional_function() = default;
  constexpr optional_function(std::nullptr_t) {}
  /// A function's name, or a lambda without captures.
  template <std::convertible_to<R (*)(A...)> F>
  constexpr optional_function(F from) : to(from), there(true) {}

  constexpr R operator()(A... arguments) const { return to(static_cast<A&&>(arguments)...); }
  friend constexpr bool operator==(optional_function a, std::nullptr_t) { return !a.there; }
};

}  // namespace xscope::naming
