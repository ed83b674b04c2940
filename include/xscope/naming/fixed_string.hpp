// SPDX-License-Identifier: BSD-3-Clause
// Text as a template argument: fixed_string<4>{"foo"}.
// Its only member is an array of exactly the text's size (and the closing zero), because that is the
// one form that GCC and Clang print as text in their errors.
#pragma once

#include "../config.hpp"

#include <cstddef>
#include <string_view>

namespace xscope {

template <std::size_t N>
struct fixed_string {
  char text[N]{};  // with the closing zero

  constexpr fixed_string() = default;
  constexpr fixed_string(const char (&from)[N]) {
#if defined(__clang__)
    __builtin_memcpy(text, from, N);  // one step of the evaluator instead of one a character
#else
    for (std::size_t i = 0; i < N; ++i) text[i] = from[i];
#endif
  }

  /// A text that is a value of its own (text<"v">) is a name where it is handed to a layer.
  template <class Text>
    requires requires { Text::literal; }
  constexpr fixed_string(Text) : fixed_string(Text::literal) {}

  static constexpr std::size_t size() { return N - 1; }
  constexpr std::string_view view() const { return {text, N - 1}; }
  constexpr operator std::string_view() const { return view(); }
  friend constexpr bool operator==(const fixed_string&, const fixed_string&) = default;
};

template <class Text>
  requires requires { Text::literal; }
fixed_string(Text) -> fixed_string<Text::literal.size() + 1>;

}  // namespace xscope
