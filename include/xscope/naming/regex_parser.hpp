// SPDX-License-Identifier: BSD-3-Clause
// Reads a regular expression as Python's `re` does (3.11, whose syntax contains that of 3.7), at compile
// time. Here is what contains itself: alternatives, sequences, groups. What does not is in the headers of the
// classes below it: regex_text, regex_quantifier, regex_characters, regex_flags, regex_groups.
//   regex_of<literal>.ok()
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "regex_groups.hpp"

namespace xscope::naming {

/// Reads all of an expression, by recursive descent.
template <class = void>  // so that GCC analyses it only where it is used
class regex_parser : regex_groups<> {
 public:
  constexpr regex_parser(std::string_view text, regex_instruction* code, regex_item* items,
                         regex_group* groups)
      : regex_groups<>(text, code, items, groups) {}

  constexpr regex read() {
    alternatives(true);
    if (ok() && at_ < text_.size()) fail(at_, at_ + 1, "closes no parenthesis");
    check_conditions();
    append(regex_step::done);
    return {text_, code_, items_, registers_, piece_, wrong_};
  }

 private:
  // ---- a|b -----------------------------------------------------------------------------------------

  constexpr regex_width alternatives(bool outermost) {
    regex_width all;
    std::size_t last_jump = nowhere;  // each refers to the one before it, until it is known where they go
    for (bool first = true;; first = false) {
      const std::size_t begin = size_;
      const regex_width w = sequence(outermost && first);
      all = first ? w : either(all, w);
      if (!take('|')) break;
      make_room(begin, 1);
      const std::size_t jump = size_;
      append(regex_step::jump).to = last_jump == nowhere ? 0 : distance(last_jump, jump);
      last_jump = jump;
      code_[begin].what = regex_step::split;
      code_[begin].to = distance(begin, size_);
    }
    while (last_jump != nowhere) {
      const int back = code_[last_jump].to;
      code_[last_jump].to = distance(last_jump, size_);
      last_jump = back == 0 ? nowhere : last_jump - static_cast<std::size_t>(back);
    }
    return all;
  }

  // ---- abc -----------------------------------------------------------------------------------------

  constexpr regex_width sequence(bool may_set_flags) {
    regex_width before;  // all but the last piece
    read_piece last;
    std::size_t begin = size_;
    while (more() && !next_is('|') && !next_is(')')) {
      if ((flags_ & verbose) != 0 && skip_blank()) continue;
      const std::size_t from = at_;
      regex_repeat how{};
      std::uint32_t least = 0;
      std::uint32_t most = 0;
      if (quantifier(least, most)) {
        how = take('?') ? regex_repeat::lazy : take('+') ? regex_repeat::possessive : regex_repeat::greedy;
        if (last.is == piece::none || last.is == piece::place) fail(from, "has nothing to repeat");
        if (last.is == piece::repeated) fail(from, "repeats what is repeated already");
        if (!ok()) return {};
        repeat(begin, least, most, how);
        last = {piece::repeated, times(last.width, least, most)};
        continue;
      }
      const std::size_t here = size_;
      const read_piece next = one_piece(may_set_flags && last.is == piece::none);
      if (!ok()) return {};
      if (next.is == piece::none) continue;
      begin = here;
      before = one_after_another(before, last.width);
      last = next;
    }
    return one_after_another(before, last.width);
  }
  /// With the flag x blanks and comments mean nothing.
  constexpr bool skip_blank() {
    if (take('#')) {
      while (more() && text_[at_++] != '\n') {
      }
      return true;
    }
    if (peek() != ' ' && (peek() < '\t' || peek() > '\r')) return false;
    ++at_;
    return true;
  }

  constexpr read_piece one_piece(bool may_set_flags) {
    const std::size_t begin = at_;
    constexpr regex_width one{1, 1};
    switch (peek()) {
    case '(': ++at_; return group(begin, may_set_flags);
    case '[':
      ++at_;
      set(begin);
      return {piece::other, one};
    case '\\': ++at_; return peek() != '0' && is_digit(peek()) ? number_of_group(begin) : escape(begin);
    case '.':
      ++at_;
      append((flags_ & dot_all) != 0 ? regex_step::any : regex_step::dot);
      return {piece::other, one};
    case '^':
      ++at_;
      append((flags_ & multiline) != 0 ? regex_step::line_begin : regex_step::text_begin);
      return {piece::place, {}};
    case '$':
      ++at_;
      append((flags_ & multiline) != 0 ? regex_step::line_end : regex_step::text_end_or_newline);
      return {piece::place, {}};
    default: append_character(take_character()); return {piece::other, one};
    }
  }

  // ---- ( ) -----------------------------------------------------------------------------------------

  /// Behind an opening parenthesis.
  constexpr read_piece group(std::size_t begin, bool may_set_flags) {
    if (!take('?')) return captured(begin, {});
    const char kind = peek();
    if (!more()) fail(begin, "is cut off");
    else ++at_;
    switch (kind) {
    case ':': return inside(begin, flags_);
    case '#':
      while (more() && !next_is(')')) ++at_;
      if (!take(')')) fail(begin, "is a comment without an end");
      return {};
    case '=':
    case '!': return look(begin, kind == '!', false);
    case '<':
      if (next_is('=') || next_is('!')) return look(begin, text_[at_++] == '!', true);
      at_ += more() ? 1 : 0;
      fail(begin, "is unknown syntax");
      return {};
    case '>': {
      const std::size_t from = size_;
      const read_piece out = inside(begin, flags_);
      surround_atomic(from);
      return out;
    }
    case '(': return conditional(begin);
    case 'P': return named(begin);
    default: {
      unsigned inner = no_flag;
      if (!read_flags(begin, kind, may_set_flags, inner)) return {};
      return inside(begin, inner);
    }
    }
  }
  constexpr bool close(std::size_t begin) {
    if (ok() && !take(')')) fail(begin, text_.size(), "has no closing parenthesis");
    return ok();
  }
  constexpr read_piece inside(std::size_t begin, unsigned flags) {
    const unsigned outside = flags_;
    set_flags(flags);
    const regex_width width = alternatives(false);
    set_flags(outside);
    close(begin);
    return {piece::other, width};
  }
  constexpr read_piece captured(std::size_t begin, std::string_view name) {
    const std::size_t k = group_count_++;
    groups_[k] = {name, false, {}};
    append(regex_step::save).a = static_cast<std::uint32_t>(2 * k);
    const read_piece out = inside(begin, flags_);
    append(regex_step::save).a = static_cast<std::uint32_t>(2 * k + 1);
    groups_[k].closed = true;
    groups_[k].width = out.width;
    return out;
  }

  constexpr read_piece named(std::size_t begin) {
    const bool again = take('=');
    if (!again && !take('<')) {
      at_ += more() ? 1 : 0;
      fail(begin, "is unknown syntax");
      return {};
    }
    const std::string_view wanted = name(begin, again ? ')' : '>');
    if (ok() && !is_name(wanted)) fail(begin, "has no identifier as name");
    if (!ok()) return {};
    const std::size_t there = group_named(wanted);
    if (again && there == 0) fail(begin, "asks for a group that is not there");
    if (!again && there != 0) fail(begin, "is the name of another group already");
    if (!ok()) return {};
    return again ? group_again(begin, there) : captured(begin, wanted);
  }

  /// (?=a), (?!a), (?<=a), (?<!a)
  constexpr read_piece look(std::size_t begin, bool negative, bool back) {
    const std::size_t groups_before = groups_before_look_;
    if (back && groups_before == nowhere) groups_before_look_ = group_count_;
    const std::uint32_t registers = two_registers();
    const std::size_t from = size_;
    append(negative ? regex_step::look_not : regex_step::look_begin);
    const regex_width width = inside(begin, flags_).width;
    append(negative ? regex_step::look_failed : regex_step::look_end).b = registers;
    groups_before_look_ = groups_before;
    if (back && width.least != width.most) fail(begin, "looks back over pieces of different lengths");
    code_[from].a = static_cast<std::uint32_t>(back ? width.least : 0);
    code_[from].b = registers;
    code_[from].to = distance(from, size_);
    return {piece::other, {}};
  }

  /// (?(1)a|b)
  constexpr read_piece conditional(std::size_t begin) {
    const std::size_t k = condition(begin);
    if (!ok()) return {};
    const std::size_t test = size_;
    append(regex_step::if_group).a = static_cast<std::uint32_t>(k);
    regex_width width = sequence(false);
    regex_width other;
    const std::size_t jump = size_;
    append(regex_step::jump);
    code_[test].to = distance(test, size_);
    if (take('|')) {
      other = sequence(false);
      if (next_is('|')) {
        ++at_;
        fail(begin, "has more than two branches");
      }
    }
    code_[jump].to = distance(jump, size_);
    close(begin);
    return {piece::other, either(width, other)};
  }
};

/// A regular expression with room for what it is read into: no text of so many characters needs more.
template <std::size_t Size>
struct regex_storage {
  regex_instruction code[4 * Size + 1]{};
  regex_item items[Size + 1]{};
  regex_group groups[Size + 1]{};
  regex result;

  constexpr explicit regex_storage(std::string_view text)
      : result(regex_parser<>(text, code, items, groups).read()) {}
};

/// The regular expression of a text: anything with a static view().
template <class Text>
struct regex_of {
  static constexpr regex_storage<Text::view().size()> storage{Text::view()};
  static constexpr const regex& value = storage.result;
};

}  // namespace xscope::naming
