// SPDX-License-Identifier: BSD-3-Clause
// Reads a regular expression as Python's `re` does (3.11, whose syntax contains that of 3.7), at compile
// time.
//   regex_of<literal>.ok()
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "literal.hpp"
#include "regex_text.hpp"
#include "regex_writer.hpp"

namespace xscope::naming {

/// How many characters something takes: at least, at most.
struct regex_width {
  std::uint64_t least = 0;
  std::uint64_t most = 0;
};
struct regex_group {
  std::string_view name{};
  bool closed = false;
  regex_width width{};
};

template <class = void>  // so that GCC analyses it only where it is used
class regex_parser : regex_text, regex_writer {
 public:
  constexpr regex_parser(std::string_view text, regex_instruction* code, regex_item* items,
                         regex_group* groups)
      : regex_text(text), regex_writer(text, code, items), groups_(groups) {}

  constexpr regex read() {
    alternatives(true);
    if (ok() && at_ < text_.size()) fail(at_, at_ + 1, "closes no parenthesis");
    if (ok() && last_condition_ >= group_count_)
      fail(condition_begin_, condition_end_, "asks for a group that there is not");
    append(regex_step::done);
    return {text_, code_, items_, registers_, piece_, wrong_};
  }

 private:
  enum flag : unsigned {
    ignore_case = 1,
    multiline = 2,
    dot_all = 4,
    verbose = 8,
    ascii = 16,
    unicode = 32,
    locale = 64
  };
  static constexpr unsigned alphabets = ascii | unicode | locale;
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  static constexpr unsigned no_flag = 0;

  // ---- a|b -----------------------------------------------------------------------------------------

  constexpr regex_width alternatives(bool outermost) {
    regex_width all;
    std::size_t last_jump = nowhere;  // each refers to the one before it, until it is known where they go
    for (bool first = true;; first = false) {
      const std::size_t begin = size_;
      const regex_width w = sequence(outermost && first);
      if (first) all = w;
      if (w.least < all.least) all.least = w.least;
      if (w.most > all.most) all.most = w.most;
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

  /// What a piece is, for what may be repeated.
  enum class piece : unsigned char { none, place, repeated, other };
  struct read_piece {
    piece is = piece::none;
    regex_width width{};
  };

  static constexpr std::uint64_t widest = 0xffffffff;
  static constexpr std::uint64_t capped(std::uint64_t w) { return w < widest ? w : widest; }

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
        last = {piece::repeated,
                {capped(last.width.least * least),
                 most == without_end && last.width.most > 0 ? widest : capped(last.width.most * most)}};
        continue;
      }
      const std::size_t here = size_;
      const read_piece next = one_piece(may_set_flags && last.is == piece::none);
      if (!ok()) return {};
      if (next.is == piece::none) continue;
      begin = here;
      before = {capped(before.least + last.width.least), capped(before.most + last.width.most)};
      last = next;
    }
    return {capped(before.least + last.width.least), capped(before.most + last.width.most)};
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
    case '\\': ++at_; return escape(begin);
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

  // ---- a*, a{1,2} ----------------------------------------------------------------------------------

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

  // ---- \d ------------------------------------------------------------------------------------------

  constexpr read_piece escape(std::size_t begin) {
    constexpr read_piece one{piece::other, {1, 1}};
    constexpr read_piece place{piece::place, {}};
    if (!more()) {
      fail(begin, "escapes nothing");
      return {};
    }
    const char c = peek();
    if (class_of(c) != regex_class::none) {
      ++at_;
      add_item({class_of(c), c != lower(c), 0, 0}, append_set());
      return one;
    }
    if (c == 'A' || c == 'Z' || c == 'b' || c == 'B') {
      ++at_;
      append(c == 'A'   ? regex_step::text_begin
             : c == 'Z' ? regex_step::text_end
                        : regex_step::boundary)
          .is_not = c == 'B';
      return place;
    }
    if (c == '0') {
      append_character(octal(3));
      return one;
    }
    if (is_digit(c)) return number_of_group(begin);
    char32_t character = 0;
    if (!escaped_character(begin, character)) {
      ++at_;
      fail(begin, "means nothing");
    }
    append_character(character);
    return one;
  }
  /// \1 to \99 is a group, three octal digits are a character.
  constexpr read_piece number_of_group(std::size_t begin) {
    if (is_octal(text_[at_]) && at_ + 2 < text_.size() && is_octal(text_[at_ + 1]) &&
        is_octal(text_[at_ + 2])) {
      const char32_t character = octal(3);
      if (character > 0377) fail(begin, "is no character: octal numbers go to \\377");
      append_character(character);
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

  // ---- [a-z] ---------------------------------------------------------------------------------------

  constexpr void set(std::size_t begin) {
    regex_instruction& out = append_set();
    out.is_not = take('^');
    for (bool first = true;; first = false) {
      if (!more()) return fail(begin, "has no closing bracket");
      if (!first && take(']')) return;
      const std::size_t from = at_;
      const regex_item low = set_item(begin);
      if (!ok()) return;
      // A minus that the closing bracket follows is a character.
      const bool range = next_is('-') && !(at_ + 1 < text_.size() && text_[at_ + 1] == ']');
      if (!range) {
        add_item(low, out);
        continue;
      }
      ++at_;
      if (!more()) return fail(begin, "has no closing bracket");
      const regex_item high = set_item(begin);
      if (!ok()) return;
      if (low.is != regex_class::none || high.is != regex_class::none || high.first < low.first)
        return fail(from, "is no range");
      add_item({regex_class::none, false, low.first, high.first}, out);
    }
  }
  constexpr regex_item set_item(std::size_t begin_of_set) {
    const std::size_t begin = at_;
    char32_t c = 0;
    if (!take('\\')) {
      c = take_character();
    } else if (!more()) {
      fail(begin_of_set, "has no closing bracket");
    } else if (class_of(peek()) != regex_class::none) {
      const char name = text_[at_++];
      return {class_of(name), name != lower(name), 0, 0};
    } else if (take('b')) {
      c = '\b';
    } else if (is_octal(peek())) {
      c = octal(3);
      if (c > 0377) fail(begin, "is no character: octal numbers go to \\377");
    } else if (is_digit(peek()) || !escaped_character(begin, c)) {
      ++at_;
      fail(begin, "means nothing in brackets");
    }
    return {regex_class::none, false, c, c};
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
    default: return flags(begin, kind, may_set_flags);
    }
  }
  constexpr bool close(std::size_t begin) {
    if (ok() && !take(')')) fail(begin, text_.size(), "has no closing parenthesis");
    return ok();
  }
  constexpr void set_flags(unsigned flags) {
    flags_ = flags;
    ignores_case_ = (flags & ignore_case) != 0;
    ascii_ = (flags & ascii) != 0;
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
    if (other.least < width.least) width.least = other.least;
    if (other.most > width.most) width.most = other.most;
    return {piece::other, width};
  }

  static constexpr unsigned flag_of(char c) {
    switch (c) {
    case 'i': return ignore_case;
    case 'm': return multiline;
    case 's': return dot_all;
    case 'x': return verbose;
    case 'a': return ascii;
    case 'u': return unicode;
    case 'L': return locale;
    default: return no_flag;
    }
  }
  /// Flags up to a character that is none.
  constexpr unsigned take_flags() {
    unsigned out = 0;
    for (; flag_of(peek()) != no_flag; ++at_) out |= flag_of(peek());
    return out;
  }
  /// (?i), (?i:a), (?i-s:a); behind the first character
  constexpr read_piece flags(std::size_t begin, char first, bool may_set) {
    if (!ok()) return {};
    if (flag_of(first) == no_flag && first != '-') {
      fail(begin, "is unknown syntax");
      return {};
    }
    --at_;
    const unsigned on = take_flags();
    const bool two_alphabets = (on & ascii) != 0 && (on & unicode) != 0;
    if ((on & locale) != 0) fail(begin, "has the flag L, which is for bytes");
    else if (two_alphabets) fail(begin, "has both of the flags a and u");
    const bool for_all = next_is(')');
    const bool takes_away = !for_all && take('-');
    const unsigned off = takes_away ? take_flags() : no_flag;
    if (takes_away && off == no_flag) fail(begin, "has no flag behind the minus");
    if ((off & alphabets) != 0) fail(begin, "cannot take away the flags a, u and L");
    if ((on & off) != 0) fail(begin, "both gives and takes away a flag");
    if (for_all) {
      ++at_;
      if (!may_set) fail(begin, "sets flags for all, but does not stand at the beginning");
      set_flags(flags_ | on);
      if ((flags_ & alphabets) == (ascii | unicode)) fail(begin, "sets the flag a beside u");
      return {};
    }
    if (!take(':')) {
      at_ += more() ? 1 : 0;
      fail(begin, "has a flag that there is not");
    }
    if (!ok()) return {};
    unsigned inner = flags_;
    if ((on & alphabets) != 0) inner &= ~alphabets;
    return inside(begin, (inner | on) & ~off);
  }

  regex_group* groups_;
  std::size_t group_count_ = 1;               // the first is all that was matched
  std::size_t groups_before_look_ = nowhere;  // in a look back
  std::size_t last_condition_ = 0;
  std::size_t condition_begin_ = 0;
  std::size_t condition_end_ = 0;
  unsigned flags_ = 0;
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
