// SPDX-License-Identifier: BSD-3-Clause
// The tables of TensorFlow's graph: names in use, the variable store, the counters of default names. All
// are open hash tables over the hashes that names carry.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "path.hpp"

namespace xscope::resolving {

/// Maps names to a number. Fold: names that differ in case only are the same.
template <std::size_t Capacity, bool Fold>
struct name_table {
  static constexpr std::size_t slots = std::bit_ceil(2 * Capacity + 2);
  std::array<path_id, slots> at{};  // path + 1; 0 is free
  std::array<int, slots> value{};

  static constexpr std::uint64_t hash_of(const path& p) { return Fold ? p.lower_hash : p.hash; }

  /// The slot where the name is, or the free one where it belongs.
  template <class Paths>
  constexpr std::size_t find(const Paths& all, const path& wanted) const {
    std::size_t i = (hash_of(wanted) ^ (hash_of(wanted) >> 32)) & (slots - 1);
    while (at[i] != 0) {
      const path& there = all[static_cast<std::size_t>(at[i] - 1)];
      if (hash_of(there) == hash_of(wanted) && same_text<Fold>(all, there, wanted)) break;
      i = (i + 1) & (slots - 1);
    }
    return i;
  }
  constexpr bool has(std::size_t slot) const { return at[slot] != 0; }
  constexpr void put(std::size_t slot, path_id name, int v) {
    at[slot] = name + 1;
    value[slot] = v;
  }
};

}  // namespace xscope::resolving
