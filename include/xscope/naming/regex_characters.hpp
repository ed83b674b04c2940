// SPDX-License-Identifier: BSD-3-Clause
// What takes one character, or none but looks where it stands: sets and escapes.
//   [a-z_], \d, \x41, \A
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "literal.hpp"
#include "regex_quantifier.hpp"
#include "regex_writer.hpp"

namespace xscope::naming {

/// Reads pieces that hold no other piece, and appends their steps.
template <class = void>  // so that GCC analyses it only where it is used
class regex_characters : protected regex_quantifier<>, protected regex_writer {
 protected:
  constexpr regex_characters(std::string_view text, regex_instruction* code, regex_item* items)
      : regex_quantifier<>(text), regex_writer(text, code, items) {}

  /// What a piece is, for what may be repeated.
  enum class piece : unsigned char { none, place, repeated, other };
  struct read_piece {
    piece is = piece::none;
    regex_width width{};
  };

  /// Behind a backslash that no number of a group follows.
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
      append_character(octal(begin));
      return one;
    }
    char32_t character = 0;
    if (!escaped_character(begin, character)) {
      ++at_;
      fail(begin, "means nothing");
    }
    append_character(character);
    return one;
  }

  /// Behind an opening bracket.
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
      c = octal(begin);
    } else if (is_digit(peek()) || !escaped_character(begin, c)) {
      ++at_;
      fail(begin, "means nothing in brackets");
    }
    return {regex_class::none, false, c, c};
  }
};

}  // namespace xscope::naming
