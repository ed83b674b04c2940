// SPDX-License-Identifier: BSD-3-Clause
// The counters by which TensorFlow makes default names of variable scopes unique: layer, layer_1, ...
//
// Opening a scope counts its name; leaving one that was opened by name sets all counters below it to zero;
// leaving one that was opened again by object puts all counters back to what they were; a thread has counters
// of its own. Only whether a counter is zero matters, so a counter is the time when it was last counted, a
// reset is a time too, and putting back is a journal: no step looks at all counters.
#pragma once

#include <cstddef>

#include "tables.hpp"

namespace xscope::resolving {

/// A state of the counters to go back to.
struct name_counts {
  std::size_t journal;
  int began;
};

template <std::size_t E>
struct default_names {
  bool on = false;  // whether any scope of the program takes a default name: others need no counting

  constexpr name_counts mark() const { return {journal_size, began}; }
  constexpr void roll_back(const name_counts& to) {
    began = to.began;
    while (journal_size > to.journal) {
      const change& c = journal[--journal_size];
      counted.value[c.slot] = c.counted_at;
      reset_at[c.slot] = c.reset_at;
    }
  }
  constexpr void begin_thread() { began = ++time; }

  template <class Paths>
  constexpr void count(const Paths& all, path_id name) {
    const std::size_t slot = noted(all, name);
    counted.value[slot] = ++time;
  }
  template <class Paths>
  constexpr void reset_below(const Paths& all, path_id name) {
    const std::size_t slot = noted(all, name);
    reset_at[slot] = ++time;
  }

  /// The first of name, name_1, name_2, ... in a scope that is not counted.
  template <class Paths>
  constexpr path unique(const Paths& all, path_id scope, const literal* name) const {
    const path& parent = all[static_cast<std::size_t>(scope)];
    path wanted = join_path(parent, scope, name);
    for (unsigned k = 1; is_counted(all, wanted); ++k) {
      wanted = make_path(parent, scope, name, 0, static_cast<unsigned>(name->size), k);
    }
    return wanted;
  }

 private:
  struct change {
    std::size_t slot;
    int counted_at;
    int reset_at;
  };

  name_table<E, false> counted{};  // value: when counted, 0 for never
  int reset_at[name_table<E, false>::slots]{};
  change journal[2 * E + 1]{};
  std::size_t journal_size = 0;
  int time = 0;
  int began = 0;  // when the thread began: what was counted before is not seen

  /// The counter of a name, its state written down.
  template <class Paths>
  constexpr std::size_t noted(const Paths& all, path_id name) {
    const std::size_t slot = counted.find(all, all[static_cast<std::size_t>(name)]);
    if (!counted.has(slot)) counted.put(slot, name, 0);
    journal[journal_size++] = {slot, counted.value[slot], reset_at[slot]};
    return slot;
  }

  /// Whether the name was counted, and no scope above it was left since.
  template <class Paths>
  constexpr bool is_counted(const Paths& all, const path& name) const {
    const std::size_t slot = counted.find(all, name);
    if (!counted.has(slot) || counted.value[slot] <= began) return false;
    const int when = counted.value[slot];
    for (const path* p = &name; p->parent >= 0; p = &all[static_cast<std::size_t>(p->parent)]) {
      const path& parent = all[static_cast<std::size_t>(p->parent)];
      // Slashes within a piece end prefixes too: scope "a" resets what scope "a/b" counted.
      for (unsigned i = p->begin; p->piece->has_slash && i < p->end(); ++i) {
        if (p->piece->data[i] != '/') continue;
        if (is_reset(all, make_path(parent, p->parent, p->piece, p->begin, i, 0), when)) return false;
      }
      if (p->parent != root && is_reset(all, parent, when)) return false;
    }
    return true;
  }
  template <class Paths>
  constexpr bool is_reset(const Paths& all, const path& prefix, int when) const {
    const std::size_t slot = counted.find(all, prefix);
    return counted.has(slot) && reset_at[slot] > when;
  }
};

}  // namespace xscope::resolving
