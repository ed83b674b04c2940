// SPDX-License-Identifier: BSD-3-Clause
// Regular expressions as TensorFlow applies them to names: matched from the beginning, not to the end. What
// stands in scope filters: characters, `.`, classes, `*`, `+`, `?`, `|` at the top, `^`, `$` and escapes.
#pragma once

#include "../config.hpp"

#include <cstddef>
#include <string_view>

namespace xscope::graphs {

struct pattern {
  std::string_view text;

  /// Whether a name begins as the pattern says.
  constexpr bool matches(std::string_view name) const {
    std::size_t begin = 0;
    for (std::size_t i = 0;; ++i) {
      if (i < text.size() && text[i] == '\\') {
        ++i;
        continue;
      }
      if (i >= text.size() || text[i] == '|') {
        if (match(begin, i < text.size() ? i : text.size(), name, 0)) return true;
        if (i >= text.size()) return false;
        begin = i + 1;
      }
    }
  }

 private:
  /// Where the single-character piece at p ends.
  constexpr std::size_t end_of(std::size_t p, std::size_t last) const {
    if (text[p] == '\\' && p + 1 < last) return p + 2;
    if (text[p] != '[') return p + 1;
    std::size_t q = p + 1;
    if (q < last && text[q] == '^') ++q;
    if (q < last && text[q] == ']') ++q;
    while (q < last && text[q] != ']') ++q;
    return q + 1;
  }
  static constexpr bool in_class(char kind, char c) {
    const bool digit = c >= '0' && c <= '9';
    const bool word = digit || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return kind == 'd' ? digit : kind == 'w' ? word : kind == 'D' ? !digit : kind == 'W' ? !word : kind == c;
  }
  constexpr bool takes(std::size_t p, std::size_t end, char c) const {
    if (text[p] == '.') return c != '\n';
    if (text[p] == '\\') return in_class(text[p + 1], c);
    if (text[p] != '[') return text[p] == c;
    std::size_t q = p + 1;
    const bool negative = text[q] == '^';
    if (negative) ++q;
    bool found = false;
    for (; q < end - 1; ++q) {
      if (q + 2 < end - 1 && text[q + 1] == '-') {
        found = found || (text[q] <= c && c <= text[q + 2]);
        q += 2;
      } else {
        found = found || text[q] == c;
      }
    }
    return found != negative;
  }
  // As deep as the pattern is long.
  constexpr bool match(std::size_t p, std::size_t last, std::string_view name, std::size_t at) const {
    if (p == last) return true;
    if (text[p] == '^') return at == 0 && match(p + 1, last, name, at);
    if (text[p] == '$' && p + 1 == last) return at == name.size();
    const std::size_t end = end_of(p, last);
    const char times = end < last ? text[end] : '\0';
    if (times != '*' && times != '+' && times != '?') {
      return at < name.size() && takes(p, end, name[at]) && match(end, last, name, at + 1);
    }
    std::size_t most = 0;
    while (at + most < name.size() && (times != '?' || most < 1) && takes(p, end, name[at + most])) ++most;
    for (std::size_t n = most + 1; n-- > (times == '+' ? 1U : 0U);) {
      if (match(end + 1, last, name, at + n)) return true;
    }
    return false;
  }
};

}  // namespace xscope::graphs
