// SPDX-License-Identifier: BSD-3-Clause
// A piece of a name with all that name resolution asks of it: computed once for each distinct text,
// so that resolving a program never looks at single characters.
//   literal_of<"kernel">.hash
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fixed_string.hpp"

namespace xscope::naming {

/// The multiplier of the polynomial hash H(s) = sum s[i] * base^(n-1-i), modulo 2^64. With it,
/// H(a + b) = H(a) * base^|b| + H(b): a path's hash follows from its pieces'.
inline constexpr std::uint64_t hash_base = 0x9E3779B97F4A7C15ULL | 1;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_alnum(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z'); }

/// TensorFlow's rules: what a name in a scope may hold, and with what an operation's name may begin.
constexpr bool may_stand_in_name(char c) {
  return is_alnum(c) || c == '_' || c == '.' || c == '-' || c == '/';
}
constexpr bool may_begin_name(char c) { return is_alnum(c) || c == '.'; }

constexpr std::uint64_t hash_step(std::uint64_t hash, char c) {
  return hash * hash_base + static_cast<unsigned char>(c) + 1;
}

/// Text, its hashes (as written, and in lower case), and base^size to append it to another name.
struct literal {
  const char* data = "";
  std::size_t size = 0;
  std::uint64_t hash = 0;
  std::uint64_t lower_hash = 0;
  std::uint64_t power = 1;
  bool valid_in_scope = true;
  bool valid_at_root = false;
  bool has_slash = false;

  constexpr std::string_view view() const { return {data, size}; }
  constexpr bool ends_in_slash() const { return size > 0 && data[size - 1] == '/'; }
};

constexpr literal describe(std::string_view text) {
  literal out{.data = text.data(), .size = text.size()};
  for (const char c : text) {
    out.hash = hash_step(out.hash, c);
    out.lower_hash = hash_step(out.lower_hash, lower(c));
    out.power *= hash_base;
    out.valid_in_scope = out.valid_in_scope && may_stand_in_name(c);
    out.has_slash = out.has_slash || c == '/';
  }
  out.valid_at_root = out.valid_in_scope && !text.empty() && may_begin_name(text[0]);
  return out;
}

template <fixed_string Text>
inline constexpr literal literal_of = describe(Text.view());

}  // namespace xscope::naming
