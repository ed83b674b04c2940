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
/// H(a + b) = H(a) * base^|b| + H(b): a path's hash follows from its pieces'. Letters count in lower case:
/// one hash serves the names in use, which do not tell cases apart, and the variable store, which does.
inline constexpr std::uint64_t hash_base = 0x9E3779B97F4A7C15ULL | 1;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_alnum(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z'); }

/// TensorFlow's rules: what a name in a scope may hold, and with what an operation's name may begin.
constexpr bool may_stand_in_name(char c) {
  return is_alnum(c) || c == '_' || c == '.' || c == '-' || c == '/';
}
constexpr bool may_begin_name(char c) { return is_alnum(c) || c == '.'; }

/// What a character is, looked up: a call for each question would be most of what names cost the compiler.
struct character {
  std::uint64_t value = 0;  // in the hash
  bool is_rare = false;     // a slash, or nothing that a name may hold
};
struct character_table {
  character of[256]{};
};
inline constexpr character_table characters = [] {
  character_table out;
  for (int c = 0; c < 256; ++c) {
    const char as_char = static_cast<char>(c);
    out.of[c] = {static_cast<unsigned char>(lower(as_char)) + 1ULL,
                 as_char == '/' || !may_stand_in_name(as_char)};
  }
  return out;
}();

/// a < b, character by character, as Python sorts ASCII.
constexpr bool comes_before(std::string_view a, std::string_view b) {
#if defined(__clang__)
  // One step of the evaluator instead of four a character.
  const int order = __builtin_memcmp(a.data(), b.data(), a.size() < b.size() ? a.size() : b.size());
  return order < 0 || (order == 0 && a.size() < b.size());
#else
  return a < b;
#endif
}

constexpr std::uint64_t hash_step(std::uint64_t hash, char c) {
  return hash * hash_base + characters.of[static_cast<unsigned char>(c)].value;
}

/// The powers of the base, for all texts but very long ones.
struct power_table {
  static constexpr std::size_t size = 64;
  std::uint64_t of[size]{};
};
inline constexpr power_table powers = [] {
  power_table out;
  std::uint64_t power = 1;
  for (std::uint64_t& p : out.of) {
    p = power;
    power *= hash_base;
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

/// A piece of a name: text with "/" before it. The hash is that of both, and power is base^(size + 1), to
/// append it to another name; so a name at the root is no special case.
struct literal {
  const char* data = "";
  std::size_t size = 0;
  std::uint64_t hash = characters.of['/'].value;
  std::uint64_t power = hash_base;
  bool valid_in_scope = true;
  bool valid_at_root = false;
  bool has_slash = false;
  given_name ends_as = given_name::none;  // its last part
  bool is_plain = false;                  // nothing has to be known of it but the hash: what most pieces are

  constexpr std::string_view view() const { return {data, size}; }
  constexpr bool ends_in_slash() const { return size > 0 && data[size - 1] == '/'; }
  /// Whether it is the same text. Characters are looked at only where the hashes agree.
  constexpr bool is(const literal& other) const {
    if (hash != other.hash || size != other.size) return false;
#if defined(__clang__)
    return __builtin_memcmp(data, other.data, size) ==
           0;  // one step of the evaluator instead of four a character
#else
    return view() == other.view();
#endif
  }
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

constexpr literal describe(const char* data, std::size_t size) {
  std::uint64_t hash = '/' + 1;
  std::uint64_t power = size + 1 < power_table::size ? powers.of[size + 1] : 0;
  bool is_invalid = false;
  bool slash = false;
  for (std::size_t i = 0; i < size; ++i) {
    const character& c = characters.of[static_cast<unsigned char>(data[i])];
    hash = hash * hash_base + c.value;
    if (!c.is_rare) continue;
    if (data[i] == '/') slash = true;
    else is_invalid = true;
  }
  if (power == 0) {
    power = hash_base;
    for (std::size_t i = 0; i < size; ++i) power *= hash_base;
  }
  const bool valid_at_root = !is_invalid && size > 0 && may_begin_name(data[0]);
  // The last characters of the special names: most names have none of them.
  const char last = size < 4 ? '\0' : data[size - 1];
  const bool may_be_special = last == '0' || last == 'r' || last == 'e' || last == 'n' || last == 'd';
  const given_name special = may_be_special ? last_part_of({data, size}) : given_name::none;
  const bool is_plain = valid_at_root && special == given_name::none && !(slash && data[size - 1] == '/');
  return {data, size, hash, power, !is_invalid, valid_at_root, slash, special, is_plain};
}

constexpr literal describe(std::string_view text) { return describe(text.data(), text.size()); }

template <fixed_string Text>
inline constexpr literal literal_of = describe(Text.text, Text.size());

}  // namespace xscope::naming
