// SPDX-License-Identifier: BSD-3-Clause
// The flags of a regular expression: for all of it, or for one group.
//   (?i), (?s:a), (?i-s:a)
#pragma once

#include <cstddef>

#include "regex_characters.hpp"

namespace xscope::naming {

/// Reads flags, and keeps those that hold where the reading is.
template <class = void>  // so that GCC analyses it only where it is used
class regex_flags : protected regex_characters<> {
 protected:
  using regex_characters<>::regex_characters;

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
  static constexpr unsigned no_flag = 0;

  constexpr void set_flags(unsigned flags) {
    flags_ = flags;
    ignores_case_ = (flags & ignore_case) != 0;
    ascii_ = (flags & ascii) != 0;
  }
  /// (?i), (?i:a), (?i-s:a), behind the first character. Whether what is inside of a group follows: `inner`
  /// are its flags.
  constexpr bool read_flags(std::size_t begin, char first, bool may_set, unsigned& inner) {
    if (!ok()) return false;
    if (flag_of(first) == no_flag && first != '-') {
      fail(begin, "is unknown syntax");
      return false;
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
      return false;
    }
    if (!take(':')) {
      at_ += more() ? 1 : 0;
      fail(begin, "has a flag that there is not");
    }
    if (!ok()) return false;
    inner = flags_;
    if ((on & alphabets) != 0) inner &= ~alphabets;
    inner = (inner | on) & ~off;
    return true;
  }

  unsigned flags_ = 0;

 private:
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
};

}  // namespace xscope::naming
