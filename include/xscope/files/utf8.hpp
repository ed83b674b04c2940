// SPDX-License-Identifier: BSD-3-Clause
// UTF-8, which texts in files are.
#pragma once

#include "../config.hpp"

#include <cstddef>
#include <string_view>

namespace xscope::files {

/// Whether a text is UTF-8: each character in as few bytes as it takes, and no halves of surrogate pairs.
constexpr bool is_utf8(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned first = byte(i);
    const std::size_t size = first < 0x80   ? 1
                             : first < 0xc2 ? 0
                             : first < 0xe0 ? 2
                             : first < 0xf0 ? 3
                             : first < 0xf5 ? 4
                                            : 0;
    if (size == 0 || size > text.size() - i) return false;
    // The second byte of some has fewer values: others would be longer than they must be, or mean no
    // character.
    const unsigned least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    const unsigned most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    for (std::size_t k = 1; k < size; ++k) {
      const unsigned next = byte(i + k);
      if (next < (k == 1 ? least : 0x80U) || next > (k == 1 ? most : 0xbfU)) return false;
    }
    i += size;
  }
  return true;
}

}  // namespace xscope::files
