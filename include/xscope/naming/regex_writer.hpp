// SPDX-License-Identifier: BSD-3-Clause
// A regular expression's steps as they are written. What stands before something that was read already, as a
// loop before its body, is put in between; steps know each other by their distance, so whole pieces can move.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "regex.hpp"

namespace xscope::naming {

/// Appends steps to memory that its caller gives it.
class regex_writer {
 protected:
  /// There is room for four steps for each character of the text, and for one item.
  constexpr regex_writer(std::string_view text, regex_instruction* code, regex_item* items)
      : code_(code), items_(items) {
    // The first registers are those of groups: two for each that there can be, and for all that was matched.
    for (const char c : text) registers_ += c == '(' ? 2U : 0U;
  }

  constexpr regex_instruction& append(regex_step what) {
    regex_instruction& i = code_[size_++];
    i = {};
    i.what = what;
    i.ignores_case = ignores_case_;
    i.ascii = ascii_;
    return i;
  }
  /// Room for so many steps in front of what was appended from there on.
  constexpr void make_room(std::size_t begin, std::size_t count) {
    size_ += count;
    for (std::size_t i = size_; i-- > begin + count;) code_[i] = code_[i - count];
    for (std::size_t i = 0; i < count; ++i) code_[begin + i] = {};
  }
  static constexpr int distance(std::size_t from, std::size_t to) {
    return static_cast<int>(to) - static_cast<int>(from);
  }
  constexpr std::uint32_t two_registers() {
    registers_ += 2;
    return static_cast<std::uint32_t>(registers_ - 2);
  }
  constexpr void append_character(char32_t c) { append(regex_step::character).a = c; }
  constexpr regex_instruction& append_set() {
    regex_instruction& out = append(regex_step::one_of);
    out.a = static_cast<std::uint32_t>(item_count_);
    return out;
  }
  constexpr void add_item(const regex_item& item, regex_instruction& to) {
    items_[item_count_++] = item;
    ++to.b;
  }

  /// Repeats what was appended from `begin` on.
  constexpr void repeat(std::size_t begin, std::uint32_t least, std::uint32_t most, regex_repeat how) {
    if (size_ == begin + 1 && code_[begin].what <= regex_step::one_of) {
      make_room(begin, 1);
      regex_instruction& run = code_[begin];
      run.what = regex_step::run;
      run.a = least;
      run.b = most;
      run.repeat = how;
      return;
    }
    // What a possessive loop has taken it keeps: in each round, and in all.
    const bool keeps = how == regex_repeat::possessive;
    if (keeps) surround_atomic(begin);
    const std::uint32_t registers = two_registers();
    make_room(begin, 3);
    const std::size_t jump = size_;
    append(regex_step::jump).to = distance(jump, begin + 1);
    code_[begin].what = regex_step::loop_begin;
    code_[begin].a = registers;
    regex_instruction& test = code_[begin + 1];
    test.what = regex_step::loop_test;
    test.repeat = how;
    test.a = registers;
    test.b = least;
    test.c = most;
    test.to = distance(begin + 1, size_);
    code_[begin + 2].what = regex_step::loop_round;
    code_[begin + 2].a = registers;
    code_[begin + 2].b = least;
    if (keeps) surround_atomic(begin);
  }
  constexpr void surround_atomic(std::size_t begin) {
    const std::uint32_t registers = two_registers();
    make_room(begin, 1);
    code_[begin].what = regex_step::atomic_begin;
    code_[begin].b = registers;
    append(regex_step::atomic_end).b = registers;
  }

  regex_instruction* code_;
  regex_item* items_;
  std::size_t size_ = 0;
  std::size_t item_count_ = 0;
  std::size_t registers_ = 2;
  bool ignores_case_ = false;  // what is written next
  bool ascii_ = false;
};

}  // namespace xscope::naming
