// SPDX-License-Identifier: BSD-3-Clause
// How often a piece of a regular expression is repeated, and how many characters that takes.
//   "{2,3}" gives 2 and 3, "*" 0 and without_end
#pragma once

#include <cstddef>
#include <cstdint>

#include "literal.hpp"
#include "regex_text.hpp"

namespace xscope::naming {

/// How many characters something takes: at least, at most.
struct regex_width {
  std::uint64_t least = 0;
  std::uint64_t most = 0;
};

/// Reads how often a piece is repeated.
template <class = void>  // so that GCC analyses it only where it is used
class regex_quantifier : protected regex_text {
 protected:
  using regex_text::regex_text;

  /// Reads *, +, ? or {1,2}; false where none of these stands, and nothing is taken then.
  constexpr bool quantifier(std::uint32_t& least, std::uint32_t& most) {
    most = without_end;
    if (take('*')) return true;
    least = 1;
    if (take('+')) return true;
    least = 0;
    if (next_is('?')) {
      ++at_;
      most = 1;
      return true;
    }
    if (!next_is('{')) return false;
    // Braces with anything else inside are characters.
    const std::size_t begin = at_++;
    if (next_is('}')) {
      at_ = begin;
      return false;
    }
    bool has_least = false;
    bool has_most = false;
    const std::uint64_t low = number(has_least);
    std::uint64_t high = low;
    if (take(',')) high = number(has_most);
    else has_most = has_least;
    if (!take('}')) {
      at_ = begin;
      return false;
    }
    if (low >= without_end || high >= without_end) fail(begin, "has a number that is too large");
    if (has_most && high < low) fail(begin, "has a larger number before a smaller one");
    least = has_least ? static_cast<std::uint32_t>(low) : 0;
    most = has_most ? static_cast<std::uint32_t>(high) : without_end;
    return true;
  }
  constexpr std::uint64_t number(bool& there) {
    std::uint64_t out = 0;
    for (; is_digit(peek()); ++at_) {
      out = capped(out * 10 + static_cast<std::uint64_t>(peek() - '0'));
      there = true;
    }
    return out;
  }

  // ---- widths: numbers from `widest` on are one, so that products of them do not overflow ------------

  static constexpr std::uint64_t widest = 0xffffffff;
  static constexpr std::uint64_t capped(std::uint64_t w) { return w < widest ? w : widest; }
  static constexpr regex_width one_after_another(regex_width a, regex_width b) {
    return {capped(a.least + b.least), capped(a.most + b.most)};
  }
  static constexpr regex_width either(regex_width a, regex_width b) {
    return {a.least < b.least ? a.least : b.least, a.most > b.most ? a.most : b.most};
  }
  static constexpr regex_width times(regex_width w, std::uint32_t least, std::uint32_t most) {
    const bool endless = most == without_end && w.most > 0;
    return {capped(w.least * least), endless ? widest : capped(w.most * most)};
  }
};

}  // namespace xscope::naming
