// SPDX-License-Identifier: BSD-3-Clause
// The groups of a regular expression, and what asks for them: by number, by name, as a condition.
//   (?P<a>x), (?P=a), \1, (?(1)
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "literal.hpp"
#include "regex_flags.hpp"

namespace xscope::naming {

/// A group's name, which may be none, and what is known of it when its parenthesis has been closed.
struct regex_group {
  std::string_view name{};
  bool closed = false;
  regex_width width{};
};

/// Keeps the table of groups, and reads what refers to them.
template <class = void>  // so that GCC analyses it only where it is used
class regex_groups : protected regex_flags<> {
 protected:
  constexpr regex_groups(std::string_view text, regex_instruction* code, regex_item* items,
                         regex_group* groups)
      : regex_flags<>(text, code, items), groups_(groups) {}

  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

  // ---- names ---------------------------------------------------------------------------------------

  /// A name up to `end`, which is taken.
  constexpr std::string_view name(std::size_t begin, char end) {
    const std::size_t from = at_;
    while (more() && !next_is(end)) ++at_;
    const std::string_view out = text_.substr(from, at_ - from);
    if (!take(end)) fail(begin, "is cut off");
    else if (out.empty()) fail(begin, "has no name");
    return out;
  }
  constexpr bool is_name(std::string_view text) const {
    if (text.empty() || is_digit(text[0])) return false;
    for (const char c : text) {
      if (!is_alnum(c) && c != '_' && static_cast<unsigned char>(c) < 0x80) return false;
    }
    return true;
  }
  constexpr std::size_t group_named(std::string_view text) const {
    for (std::size_t k = 1; k < group_count_; ++k) {
      if (groups_[k].name == text) return k;
    }
    return 0;
  }

  // ---- what asks for a group -----------------------------------------------------------------------

  /// \1 to \99 is a group, three octal digits are a character.
  constexpr read_piece number_of_group(std::size_t begin) {
    if (is_octal(text_[at_]) && at_ + 2 < text_.size() && is_octal(text_[at_ + 1]) &&
        is_octal(text_[at_ + 2])) {
      append_character(octal(begin));
      return {piece::other, {1, 1}};
    }
    std::size_t group = 0;
    for (int digits = 0; digits < 2 && is_digit(peek()); ++digits)
      group = group * 10 + static_cast<std::size_t>(text_[at_++] - '0');
    return group_again(begin, group);
  }
  constexpr read_piece group_again(std::size_t begin, std::size_t group) {
    if (group >= group_count_) fail(begin, "asks for a group that is not there yet");
    else if (!groups_[group].closed) fail(begin, "asks for a group that is not closed yet");
    else if (group >= groups_before_look_) fail(begin, "asks for a group of the same look back");
    if (!ok()) return {};
    append(regex_step::group).a = static_cast<std::uint32_t>(group);
    return {piece::other, groups_[group].width};
  }

  /// The group that (?(1)a|b) asks for, behind its opening parentheses.
  constexpr std::size_t condition(std::size_t begin) {
    const std::string_view wanted = name(begin, ')');
    std::size_t k = group_named(wanted);
    if (ok() && !is_name(wanted)) {
      constexpr std::size_t most = 1'000'000;
      for (const char c : wanted) {
        if (!is_digit(c)) fail(begin, "has neither a name nor a number");
        else if (k < most) k = 10 * k + static_cast<std::size_t>(c - '0');
      }
      if (k > last_condition_) {
        last_condition_ = k;
        condition_begin_ = begin;
        condition_end_ = at_;
      }
    }
    if (ok() && k == 0) fail(begin, "asks for a group that is not there");
    if (ok() && k < group_count_ && groups_before_look_ != nowhere && !groups_[k].closed)
      fail(begin, "asks for a group that is not closed yet");
    if (ok() && groups_before_look_ != nowhere && k >= groups_before_look_)
      fail(begin, "asks for a group of the same look back");
    return k;
  }
  /// A condition may ask for a group that follows; whether there is one is known in the end.
  constexpr void check_conditions() {
    if (ok() && last_condition_ >= group_count_)
      fail(condition_begin_, condition_end_, "asks for a group that there is not");
  }

  regex_group* groups_;
  std::size_t group_count_ = 1;               // the first is all that was matched
  std::size_t groups_before_look_ = nowhere;  // in a look back

 private:
  std::size_t last_condition_ = 0;
  std::size_t condition_begin_ = 0;
  std::size_t condition_end_ = 0;
};

}  // namespace xscope::naming
