// SPDX-License-Identifier: BSD-3-Clause
// A regular expression as a list of steps: what the parser makes of a text (regex_parser.hpp), and what a
// name is matched by (regex_match.hpp). Syntax and meaning are those of Python's `re`.
#pragma once

#include "../config.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace xscope::naming {

/// What an instruction does; `a`, `b`, `c`, `to` and `is_not` are its members.
enum class regex_step : unsigned char {
  // These take one character.
  character,  // a: its number
  dot,        // all but a newline
  any,
  one_of,  // items[a], b of them; `is_not`: all others
  // These take none.
  run,          // the step behind it, from a to b times
  split,        // goes on, or at `to`
  jump,         // to `to`
  save,         // where it is, in registers[a]
  loop_begin,   // a loop whose rounds are counted in registers[a], and begin at registers[a + 1]
  loop_test,    // goes on, or at `to`: after from b to c rounds
  loop_round,   // a round begins; b: after so many, it must take something
  look_begin,   // what follows is tried a characters back and forgotten; registers[b]: how it was before
  look_end,     // it was there
  look_not,     // the same, but it must not be there: then it goes on at `to`
  look_failed,  // it was there
  atomic_begin,
  atomic_end,  // whatever could have been otherwise since its begin stays as it is; registers[b]
  group,       // what the group a has taken
  if_group,    // goes on where the group a has taken something, otherwise at `to`
  text_begin,
  text_end,
  text_end_or_newline,
  line_begin,
  line_end,
  boundary,  // of a word; `is_not`: none
  done
};

/// How often something is tried first: as often as it goes, as seldom, or as often and never less.
enum class regex_repeat : unsigned char { greedy, lazy, possessive };

/// What \d, \s and \w stand for.
enum class regex_class : unsigned char { none, digit, space, word };

/// One step, with its operands.
struct regex_instruction {
  regex_step what{};
  bool ignores_case = false;
  bool ascii = false;  // no letter of ASCII equals one that is none
  bool is_not = false;
  regex_repeat repeat{};
  int to = 0;  // relative to this one
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;
};
inline constexpr std::uint32_t without_end = 0xffffffff;

/// What a set holds: characters from first to last, or a class.
struct regex_item {
  regex_class is{};
  bool is_not = false;
  char32_t first = 0;
  char32_t last = 0;
};

/// A regular expression that was read; or what is wrong with which piece of it.
struct regex {
  std::string_view text;
  const regex_instruction* code = nullptr;
  const regex_item* items = nullptr;
  std::size_t registers = 0;
  std::string_view piece{};
  std::string_view wrong{};

  constexpr bool ok() const { return wrong.empty(); }
};

}  // namespace xscope::naming
