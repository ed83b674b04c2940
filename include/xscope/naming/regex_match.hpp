// SPDX-License-Identifier: BSD-3-Clause
// Whether a name begins as a regular expression says (re.match): it is tried, and where it does not go on,
// the last thing that could be otherwise is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "literal.hpp"
#include "regex.hpp"

namespace xscope::naming {

/// `endless`: there are too many ways to try.
enum class regex_answer : unsigned char { no, yes, endless };

/// Goes through the steps; a stack holds what could be otherwise.
template <class = void>  // so that GCC analyses it only where it is used
class regex_matcher {
 public:
  constexpr regex_matcher(const regex& pattern, std::string_view name)
      : code_(pattern.code),
        items_(pattern.items),
        name_(name),
        registers_(new std::size_t[pattern.registers]) {
    for (std::size_t i = 0; i < pattern.registers; ++i) registers_[i] = nowhere;
  }
  constexpr ~regex_matcher() {
    delete[] registers_;
    delete[] stack_;
  }
  regex_matcher(const regex_matcher&) = delete;
  regex_matcher& operator=(const regex_matcher&) = delete;

  /// To be asked once.
  constexpr regex_answer answer() {
    // Compilers count steps, too; a name takes some hundred of ours.
    constexpr std::size_t most = 5000;
    for (std::size_t steps = 0; steps < most; ++steps) {
      if (code_[pc_].what == regex_step::done) return regex_answer::yes;
      if (!step(code_[pc_]) && !other_way()) return regex_answer::no;
    }
    return regex_answer::endless;
  }

 private:
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

  /// What could be otherwise, or what must be undone on the way there.
  enum class kind : unsigned char { way, undo, shorter, longer };
  struct entry {
    kind is;
    std::size_t pc;     // undo: the register
    std::size_t at;     // undo: its value
    std::size_t limit;  // shorter, longer: the last place that there is
  };

  constexpr void push(const entry& e) {
    if (depth_ == capacity_) {
      const std::size_t more = 2 * capacity_ + 16;
      entry* grown = new entry[more];
      for (std::size_t i = 0; i < depth_; ++i) grown[i] = stack_[i];
      delete[] stack_;
      stack_ = grown;
      capacity_ = more;
    }
    stack_[depth_++] = e;
  }
  constexpr void assign(std::size_t which, std::size_t value) {
    push({kind::undo, which, registers_[which], 0});
    registers_[which] = value;
  }
  constexpr std::size_t target(int to) const {
    return pc_ + static_cast<std::size_t>(static_cast<std::ptrdiff_t>(to));
  }

  /// Goes back to the last thing that can be otherwise; false where there is none.
  constexpr bool other_way() {
    while (depth_ > 0) {
      entry& e = stack_[depth_ - 1];
      switch (e.is) {
      case kind::undo:
        registers_[e.pc] = e.at;
        --depth_;
        continue;
      case kind::way:
        pc_ = e.pc;
        at_ = e.at;
        --depth_;
        return true;
      case kind::shorter:
        pc_ = e.pc;
        at_ = --e.at;
        if (e.at == e.limit) --depth_;
        return true;
      case kind::longer:
        // e.pc is behind the step that takes one character more
        if (e.at == e.limit || !takes(code_[e.pc - 1], e.at)) {
          --depth_;
          continue;
        }
        pc_ = e.pc;
        at_ = ++e.at;
        return true;
      }
    }
    return false;
  }
  /// All that could be otherwise since the stack had that depth is settled; it can be undone still.
  constexpr void settle(std::size_t depth) {
    std::size_t to = depth;
    for (std::size_t i = depth; i < depth_; ++i) {
      if (stack_[i].is == kind::undo) stack_[to++] = stack_[i];
    }
    depth_ = to;
  }

  constexpr bool go_on() {
    ++pc_;
    return true;
  }
  constexpr bool go_on_if(bool holds) { return holds && go_on(); }

  constexpr bool step(const regex_instruction& i) {
    using enum regex_step;
    switch (i.what) {
    case character:
    case dot:
    case any:
    case one_of:
      if (!takes(i, at_)) return false;
      ++at_;
      return go_on();
    case run: return repeat(i);
    case split: push({kind::way, target(i.to), at_, 0}); return go_on();
    case jump: pc_ = target(i.to); return true;
    case save: assign(i.a, at_); return go_on();
    case loop_begin:
      assign(i.a, 0);
      assign(i.a + 1, nowhere);
      return go_on();
    case loop_test: return test_loop(i);
    case loop_round:
      if (registers_[i.a] >= i.b) assign(i.a + 1, at_);
      assign(i.a, registers_[i.a] + 1);
      return go_on();
    case look_begin:
    case look_not: {
      if (at_ < i.a) {
        if (i.what == look_begin) return false;
        pc_ = target(i.to);
        return true;
      }
      const std::size_t depth = depth_;
      if (i.what == look_not) push({kind::way, target(i.to), at_, 0});
      assign(i.b, depth);
      assign(i.b + 1, at_);
      at_ -= i.a;
      return go_on();
    }
    case look_end:
      settle(registers_[i.b]);
      at_ = registers_[i.b + 1];
      return go_on();
    case look_failed: {
      // Back to how it was, without the way that goes on.
      const std::size_t depth = registers_[i.b];
      while (depth_ > depth) {
        const entry& e = stack_[--depth_];
        if (e.is == kind::undo) registers_[e.pc] = e.at;
      }
      return false;
    }
    case atomic_begin: {
      const std::size_t depth = depth_;
      assign(i.b, depth);
      return go_on();
    }
    case atomic_end: settle(registers_[i.b]); return go_on();
    case group: return group_again(i);
    case if_group:
      if (has_group(i.a)) return go_on();
      pc_ = target(i.to);
      return true;
    case text_begin: return go_on_if(at_ == 0);
    case text_end: return go_on_if(at_ == name_.size());
    case text_end_or_newline:
      return go_on_if(at_ == name_.size() || (at_ + 1 == name_.size() && name_[at_] == '\n'));
    case line_begin: return go_on_if(at_ == 0 || name_[at_ - 1] == '\n');
    case line_end: return go_on_if(at_ == name_.size() || name_[at_] == '\n');
    case boundary: {
      const bool before = at_ > 0 && is_word(name_[at_ - 1]);
      const bool after = at_ < name_.size() && is_word(name_[at_]);
      return go_on_if(name_.empty() ? false : (before != after) != i.is_not);
    }
    case done: break;
    }
    return true;
  }

  /// One character's step, as often as it goes or as seldom.
  constexpr bool repeat(const regex_instruction& i) {
    const regex_instruction& one = code_[pc_ + 1];
    const std::size_t rest = name_.size() - at_;
    if (rest < i.a) return false;
    const std::size_t most = at_ + (i.b < rest ? i.b : rest);
    const std::size_t least = at_ + i.a;
    const std::size_t wanted = i.repeat == regex_repeat::lazy ? least : most;
    std::size_t end = at_;
    while (end < wanted && takes(one, end)) ++end;
    if (end < least) return false;
    pc_ += 2;
    if (i.repeat == regex_repeat::greedy && end > least) push({kind::shorter, pc_, end, least});
    if (i.repeat == regex_repeat::lazy && end < most) push({kind::longer, pc_, end, most});
    at_ = end;
    return true;
  }
  constexpr bool test_loop(const regex_instruction& i) {
    const std::size_t rounds = registers_[i.a];
    if (rounds < i.b) return go_on();
    const bool once_more = (i.c == without_end || rounds < i.c) && at_ != registers_[i.a + 1];
    const bool lazy = i.repeat == regex_repeat::lazy;
    if (once_more) push({kind::way, lazy ? pc_ + 1 : target(i.to), at_, 0});
    pc_ = once_more && !lazy ? pc_ + 1 : target(i.to);
    return true;
  }
  constexpr bool has_group(std::size_t k) const {
    const std::size_t begin = registers_[2 * k];
    const std::size_t end = registers_[2 * k + 1];
    return begin != nowhere && end != nowhere && begin <= end;
  }
  constexpr bool group_again(const regex_instruction& i) {
    if (!has_group(i.a)) return false;
    for (std::size_t k = registers_[2 * i.a]; k < registers_[2 * i.a + 1]; ++k, ++at_) {
      if (at_ == name_.size()) return false;
      const bool same = i.ignores_case ? lower(name_[k]) == lower(name_[at_]) : name_[k] == name_[at_];
      if (!same) return false;
    }
    return go_on();
  }

  // ---- single characters ---------------------------------------------------------------------------

  static constexpr bool is_word(char c) { return is_alnum(c) || c == '_'; }
  static constexpr bool is_space(char32_t c, bool ascii) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (!ascii && c >= 0x1c && c <= 0x1f);
  }
  constexpr bool holds(const regex_instruction& i, char32_t c) const {
    for (std::uint32_t k = 0; k < i.b; ++k) {
      const regex_item& item = items_[i.a + k];
      const char narrow = static_cast<char>(c < 0x80 ? c : 0);
      bool found = false;
      switch (item.is) {
      case regex_class::none: found = item.first <= c && c <= item.last; break;
      case regex_class::digit: found = is_digit(narrow); break;
      case regex_class::space: found = is_space(c, i.ascii); break;
      case regex_class::word: found = is_word(narrow); break;
      }
      if (found != item.is_not) return true;
    }
    return false;
  }
  constexpr bool is_one_of(const regex_instruction& i, char32_t c) const {
    return i.what == regex_step::character ? c == i.a : holds(i, c);
  }
  /// Whether a step takes the character there.
  constexpr bool takes(const regex_instruction& i, std::size_t at) const {
    if (at >= name_.size()) return false;
    const char c = name_[at];
    if (i.what == regex_step::any) return true;
    if (i.what == regex_step::dot) return c != '\n';
    bool found = is_one_of(i, static_cast<unsigned char>(c));
    const char small = lower(c);
    if (!found && i.ignores_case && small >= 'a' && small <= 'z') {
      const auto letter = static_cast<unsigned char>(small);
      found = is_one_of(i, letter) || is_one_of(i, static_cast<char32_t>(letter - 'a' + 'A'));
      // These letters are of another alphabet, but of one case with letters of ASCII.
      if (!found && !i.ascii) {
        found = small == 'i'   ? is_one_of(i, 0x130) || is_one_of(i, 0x131)
                : small == 'k' ? is_one_of(i, 0x212a)
                               : small == 's' && is_one_of(i, 0x17f);
      }
    }
    return found != i.is_not;
  }

  const regex_instruction* code_;
  const regex_item* items_;
  std::string_view name_;
  std::size_t* registers_;
  entry* stack_ = nullptr;
  std::size_t depth_ = 0;
  std::size_t capacity_ = 0;
  std::size_t pc_ = 0;
  std::size_t at_ = 0;
};

/// What a regular expression says of a name.
constexpr regex_answer match(const regex& pattern, std::string_view name) {
  return regex_matcher<>(pattern, name).answer();
}

}  // namespace xscope::naming
