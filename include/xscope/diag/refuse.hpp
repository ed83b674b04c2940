// SPDX-License-Identifier: BSD-3-Clause
// How a refusal reaches the user: as the name of a type that is never defined, because that is what
// both compilers print in the first line of an error, at the user's own line and only once.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "../naming/fixed_string.hpp"

namespace xscope {

/// Declared only: an error that says `refused<"...">` is ours, and the text says what to do.
template <fixed_string... Sentence>
struct refused;

namespace diag {

#if defined(__clang__)
// Clang shortens text in template arguments to 32 characters, so it gets the sentence in pieces.
inline constexpr std::size_t line_width = 32;
#else
inline constexpr std::size_t line_width = 1000;
#endif

struct breaks {
  std::array<std::size_t, 64> at{};
  std::size_t count = 0;
};

constexpr breaks wrap(std::string_view text, std::size_t width) {
  breaks out;
  std::size_t begin = 0;
  while (begin < text.size() && out.count + 1 < out.at.size()) {
    std::size_t end = begin + width;
    if (end >= text.size()) {
      end = text.size();
    } else {
      std::size_t space = end;
      while (space > begin && text[space - 1] != ' ') --space;
      if (space > begin) end = space;
    }
    out.at[++out.count] = end;
    begin = end;
  }
  return out;
}

template <const auto& Text, std::size_t Begin, std::size_t Size>
constexpr fixed_string<Size + 1> piece() {
  fixed_string<Size + 1> out;
  for (std::size_t i = 0; i < Size; ++i) out.text[i] = Text.view()[Begin + i];
  out.text[Size] = '\0';  // Clang takes an array whose zero was never written for no text, and prints numbers
  return out;
}

/// refused<...> for a text with static storage (anything with view()).
template <const auto& Text>
struct refusal {
  static constexpr breaks lines = wrap(Text.view(), line_width);
  template <std::size_t... I>
  static auto build(std::index_sequence<I...>)
      -> refused<piece<Text, lines.at[I], lines.at[I + 1] - lines.at[I]>()...>;
  /// What a refused function returns is spelled decltype(make()): GCC would print the text of `type` twice.
  static auto make() -> decltype(build(std::make_index_sequence<lines.count>{}));
  using type = decltype(make());
};

template <fixed_string Sentence>
inline constexpr auto fixed_sentence = Sentence;

/// The same for a sentence without evidence: what a call with these types gives that cannot be. Where they
/// are parameters, the sentence is not worked out before it is told.
template <fixed_string Sentence, class... X>
struct refused_with : refusal<fixed_sentence<Sentence>> {};

}  // namespace diag
}  // namespace xscope
