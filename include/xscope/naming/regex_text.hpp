// SPDX-License-Identifier: BSD-3-Clause
// A regular expression's text as it is read: characters, escapes that stand for one, and the first mistake.
#pragma once

#include <cstddef>
#include <string_view>

#include "literal.hpp"
#include "regex.hpp"

namespace xscope::naming {

/// What is wrong is told with the piece that is wrong, and ends the reading.
class regex_text {
 protected:
  constexpr explicit regex_text(std::string_view text) : text_(text) {}

  constexpr bool ok() const { return wrong_.empty(); }
  constexpr void fail(std::size_t begin, std::size_t end, std::string_view why) {
    if (!ok()) return;
    piece_ = text_.substr(begin, end - begin);
    wrong_ = why;
    at_ = text_.size();
  }
  constexpr void fail(std::size_t begin, std::string_view why) { fail(begin, at_, why); }
  constexpr bool more() const { return at_ < text_.size(); }
  constexpr char peek() const { return more() ? text_[at_] : '\0'; }
  constexpr bool next_is(char c) const { return more() && text_[at_] == c; }
  constexpr bool take(char c) {
    if (!next_is(c)) return false;
    ++at_;
    return true;
  }
  /// The next character, which may be several bytes of UTF-8.
  constexpr char32_t take_character() {
    const auto byte = [&](std::size_t i) -> unsigned {
      return i < text_.size() ? static_cast<unsigned char>(text_[i]) : 0U;
    };
    const unsigned first = byte(at_);
    const std::size_t size = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    char32_t out = size == 1 ? first : first & (0x7fU >> size);
    for (std::size_t i = 1; i < size; ++i) out = out << 6 | (byte(at_ + i) & 0x3fU);
    at_ += size;
    if (at_ > text_.size()) at_ = text_.size();
    return out;
  }
  static constexpr bool is_octal(char c) { return c >= '0' && c <= '7'; }
  static constexpr bool is_letter(char c) { return is_alnum(c) && !is_digit(c); }
  static constexpr int hex_digit(char c) {
    return is_digit(c) ? c - '0' : lower(c) >= 'a' && lower(c) <= 'f' ? lower(c) - 'a' + 10 : -1;
  }

  // ---- what a backslash is in front of ---------------------------------------------------------------

  static constexpr regex_class class_of(char c) {
    switch (lower(c)) {
    case 'd': return regex_class::digit;
    case 's': return regex_class::space;
    case 'w': return regex_class::word;
    default: return regex_class::none;
    }
  }
  /// What a backslash and a character mean wherever they stand; false where they mean nothing.
  constexpr bool escaped_character(std::size_t begin, char32_t& out) {
    const char c = peek();
    if (c == 'x' || c == 'u' || c == 'U') {
      ++at_;
      out = 0;
      for (int digits = c == 'x' ? 2 : c == 'u' ? 4 : 8; digits > 0; --digits) {
        if (hex_digit(peek()) < 0) {
          fail(begin, "has too few hexadecimal digits");
          return true;
        }
        out = out << 4 | static_cast<char32_t>(hex_digit(text_[at_++]));
      }
      if (out > 0x10ffff) fail(begin, "is no character");
      return true;
    }
    constexpr std::string_view names = "abfnrtv\\";
    constexpr std::string_view meanings = "\a\b\f\n\r\t\v\\";
    const std::size_t k = names.find(c);
    if (c == 'N') {
      at_ += 1;
      fail(begin, "is the name of a character, which only Python knows");
      return true;
    }
    if (k != std::string_view::npos && c != 'b') {
      ++at_;
      out = static_cast<unsigned char>(meanings[k]);
      return true;
    }
    if (is_letter(c)) return false;
    out = take_character();
    return true;
  }
  /// A character as three octal digits at most; `begin` is where it begins.
  constexpr char32_t octal(std::size_t begin) {
    char32_t out = 0;
    for (int digits = 3; digits > 0 && is_octal(peek()); --digits)
      out = out * 8 + static_cast<char32_t>(text_[at_++] - '0');
    if (out > 0377) fail(begin, "is no character: octal numbers go to \\377");
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string_view piece_{};
  std::string_view wrong_{};
};

}  // namespace xscope::naming
