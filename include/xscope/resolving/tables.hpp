// SPDX-License-Identifier: BSD-3-Clause
// The tables of TensorFlow's graph: names in use, the variable store, the counters of default names, the
// operations. All are open hash tables over the hashes that names carry: no step of the resolver looks at all
// events before it.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "path.hpp"

namespace xscope::resolving {

/// Maps names to a number. Fold: names that differ in case only are the same.
template <std::size_t Capacity, bool Fold>
struct name_table {
  static constexpr std::size_t slots = std::bit_ceil(2 * Capacity + 2);
  path_id at[slots]{};  // path + 1; 0 is free
  int value[slots]{};

  /// Where a name with that hash stands, if no other one does.
  static constexpr std::size_t start(std::uint64_t hash) {
    return (hash * 0x9E3779B97F4A7C15ULL >> 32) & (slots - 1);
  }
  template <class Paths>
  static constexpr bool is(const Paths& all, const path& there, const path& wanted) {
    return there.hash == wanted.hash && same_text<Fold>(all, there, wanted);
  }

  /// The slot where the name is, or the free one where it belongs.
  template <class Paths>
  constexpr std::size_t find(const Paths& all, const path& wanted) const {
    std::size_t i = start(wanted.hash);
    while (at[i] != 0 && !is(all, all[static_cast<std::size_t>(at[i] - 1)], wanted))
      i = (i + 1) & (slots - 1);
    return i;
  }
  constexpr bool has(std::size_t slot) const { return at[slot] != 0; }
  constexpr void put(std::size_t slot, path_id name, int v) {
    at[slot] = name + 1;
    value[slot] = v;
  }
};

/// Which operation has a name. Few programs ask, so operations are entered when one does: those since the
/// last question. `Own(i)`: the name of event i if it is an operation that was made there, or no_path.
template <std::size_t E>
struct operation_table {
  static constexpr std::size_t slots = std::bit_ceil(2 * E + 2);
  int at[slots]{};  // event + 1; 0 is free
  std::size_t entered = 0;

  /// Enters the operations of events before `now`; two of them never have the same name.
  template <class Paths, class Own>
  constexpr void enter(const Paths& all, std::size_t now, Own own) {
    for (; entered < now; ++entered) {
      const path_id name = own(entered);
      if (name < 0) continue;
      std::size_t i = name_table<E, false>::start(all[name].hash);
      while (at[i] != 0) i = (i + 1) & (slots - 1);
      at[i] = static_cast<int>(entered) + 1;
    }
  }
  /// Calls found(event) for each operation of that name until it returns true; whether it did.
  template <bool Fold, class Paths, class Own, class Found>
  constexpr bool any(const Paths& all, const path& name, Own own, Found found) const {
    for (std::size_t i = name_table<E, false>::start(name.hash); at[i] != 0; i = (i + 1) & (slots - 1)) {
      const auto event = static_cast<std::size_t>(at[i] - 1);
      const path& there = all[own(event)];
      if (there.hash == name.hash && same_text<Fold>(all, there, name) && found(event)) return true;
    }
    return false;
  }
};

}  // namespace xscope::resolving
