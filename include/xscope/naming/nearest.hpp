// SPDX-License-Identifier: BSD-3-Clause
// How far two names are apart, to offer the nearest ones where a name is wrong.
#pragma once

#include "../config.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace xscope::naming {

constexpr std::size_t least(std::size_t a, std::size_t b) { return a < b ? a : b; }

/// Levenshtein's edit distance; texts are cut at 63 characters.
constexpr std::size_t distance(std::string_view a, std::string_view b) {
  a = a.substr(0, 63);
  b = b.substr(0, 63);
  std::array<std::size_t, 64> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = least(replaced, least(row[j], row[j - 1]) + 1);
    }
  }
  return row[b.size()];
}

}  // namespace xscope::naming
