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

/// What a character is, looked up: a call for each question would be most of what names cost the compiler.
struct character {
  unsigned char lower = 0;
  bool in_names = false;
};
struct character_table {
  character of[256]{};
};
inline constexpr character_table characters = [] {
  character_table out;
  for (int c = 0; c < 256; ++c) {
    const char as_char = static_cast<char>(c);
    out.of[c] = {static_cast<unsigned char>(lower(as_char)), may_stand_in_name(as_char)};
  }
  return out;
}();

/// Names that others than the user give: those of slices, and of the operations that TensorFlow makes beside
/// a variable.
enum class given_name : unsigned char {
  none,
  part_0,
  initializer,
  initial_value,
  assign,
  read,
  resource_read,
  is_initialized
};

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
  given_name ends_as = given_name::none;  // its last part

  constexpr std::string_view view() const { return {data, size}; }
  constexpr bool ends_in_slash() const { return size > 0 && data[size - 1] == '/'; }
};

struct special_name {
  std::string_view text;
  given_name is;
};
inline constexpr special_name special_names[] = {{"part_0", given_name::part_0},
                                                 {"Initializer", given_name::initializer},
                                                 {"initial_value", given_name::initial_value},
                                                 {"Assign", given_name::assign},
                                                 {"read", given_name::read},
                                                 {"Read", given_name::resource_read},
                                                 {"IsInitialized", given_name::is_initialized}};

constexpr given_name last_part_of(std::string_view text) {
  for (const special_name& name : special_names) {
    if (!text.ends_with(name.text)) continue;
    const std::size_t before = text.size() - name.text.size();
    if (before == 0 || text[before - 1] == '/') return name.is;
  }
  return given_name::none;
}

constexpr literal describe(std::string_view text) {
  const char* const data = text.data();
  const std::size_t size = text.size();
  std::uint64_t hash = 0;
  std::uint64_t lower_hash = 0;
  std::uint64_t power = 1;
  bool valid = true;
  bool slash = false;
  for (std::size_t i = 0; i < size; ++i) {
    const auto c = static_cast<unsigned char>(data[i]);
    const character& facts = characters.of[c];
    hash = hash * hash_base + c + 1;
    lower_hash = lower_hash * hash_base + facts.lower + 1;
    power *= hash_base;
    if (!facts.in_names) valid = false;
    if (c == '/') slash = true;
  }
  // The last characters of the special names: most names have none of them.
  const char last = size < 4 ? '\0' : data[size - 1];
  const bool may_be_special = last == '0' || last == 'r' || last == 'e' || last == 'n' || last == 'd';
  return {data,
          size,
          hash,
          lower_hash,
          power,
          valid,
          valid && size > 0 && may_begin_name(data[0]),
          slash,
          may_be_special ? last_part_of(text) : given_name::none};
}

template <fixed_string Text>
inline constexpr literal literal_of = describe(Text.view());

}  // namespace xscope::naming
