// SPDX-License-Identifier: BSD-3-Clause
// The counters by which TensorFlow makes default names of variable scopes unique: layer, layer_1, ...
//
// Opening a scope counts its name; leaving one that was opened by name sets all counters below it to zero;
// leaving one that was opened again by object puts all counters back to what they were; a thread has counters
// of its own. Only whether a counter is zero matters, so a counter is the time when it was last counted, a
// reset is a time too, and putting back is a journal: no step looks at all counters. Which number was the
// last one found for a name is kept with its counter, so that the next one is not looked for from the
// beginning.
#pragma once

#include <cstddef>

#include "tables.hpp"

namespace xscope::resolving {

/// A state of the counters to go back to; of a scope that was opened by name, its counter.
struct name_counts {
  std::size_t journal;
  int began;
  std::size_t counter = 0;
};

template <std::size_t E>
struct default_names {
  bool on = false;  // whether any scope of the program takes a default name: others need no counting

  /// Between mark and roll_back changes are written down; the pairs nest.
  constexpr name_counts mark() {
    ++marks;
    return {journal_size, began};
  }
  constexpr void roll_back(const name_counts& to) {
    --marks;
    began = to.began;
    while (journal_size > to.journal) {
      const change& c = journal[--journal_size];
      counters[c.slot] = c.was;
    }
  }
  constexpr void begin_thread() { began = ++time; }

  /// Counts a name; gives the place of its counter.
  template <class Paths>
  constexpr std::size_t count(const Paths& all, path_id name) {
    const std::size_t slot = names.find(all, all[static_cast<std::size_t>(name)]);
    if (!names.has(slot)) names.at[slot] = name + 1;
    changing(slot).counted = ++time;
    return slot;
  }
  constexpr void reset_below(std::size_t slot) { changing(slot).reset = ++time; }

  /// The first of name, name_1, name_2, ... in a scope that is not counted.
  template <class Paths>
  constexpr path unique(const Paths& all, path_id scope, const literal* name) {
    const path& parent = all[static_cast<std::size_t>(scope)];
    const path wanted = join_path(parent, scope, name);
    const std::size_t slot = names.find(all, wanted);
    if (!names.has(slot) || counters[slot].counted <= began) return wanted;
    // The numbered names stand where this one stands: what resets one resets all.
    const int cleared = last_reset(all, wanted);
    if (counters[slot].counted <= cleared) return wanted;
    unsigned k = counters[slot].asked > cleared ? counters[slot].number + 1 : 1;
    path numbered = make_path(parent, scope, name, 0, static_cast<unsigned>(name->size), k);
    while (is_counted(all, numbered, cleared))
      numbered = make_path(parent, scope, name, 0, static_cast<unsigned>(name->size), ++k);
    counter& c = changing(slot);
    c.asked = ++time;
    c.number = k;
    return numbered;
  }

 private:
  struct counter {
    int counted = 0;      // when, 0 for never
    int reset = 0;        // when all counters below the name were
    int asked = 0;        // when a number was last looked for, and all smaller ones were counted
    unsigned number = 0;  // which one was found: it was counted, too, at once
  };
  struct change {
    std::size_t slot;
    counter was;
  };

  name_table<E, false> names{};
  counter counters[name_table<E, false>::slots]{};
  change journal[2 * E + 1]{};
  std::size_t journal_size = 0;
  std::size_t marks = 0;
  int time = 0;
  int began = 0;  // when the thread began: what was counted before is not seen

  constexpr counter& changing(std::size_t slot) {
    if (marks > 0) journal[journal_size++] = {slot, counters[slot]};
    return counters[slot];
  }

  template <class Paths>
  constexpr bool is_counted(const Paths& all, const path& name, int cleared) const {
    const std::size_t slot = names.find(all, name);
    return names.has(slot) && counters[slot].counted > cleared;
  }
  /// When a scope above the name was left last, or the thread began: what was counted before is zero.
  template <class Paths>
  constexpr int last_reset(const Paths& all, const path& name) const {
    int last = began;
    for (const path* p = &name; p->parent >= 0; p = &all[static_cast<std::size_t>(p->parent)]) {
      const path& parent = all[static_cast<std::size_t>(p->parent)];
      // Slashes within a piece end prefixes too: scope "a" resets what scope "a/b" counted.
      for (unsigned i = p->begin; p->piece->has_slash && i < p->end(); ++i) {
        if (p->piece->data[i] == '/')
          last = later(all, make_path(parent, p->parent, p->piece, p->begin, i, 0), last);
      }
      if (p->parent != root) last = later(all, parent, last);
    }
    return last;
  }
  template <class Paths>
  constexpr int later(const Paths& all, const path& prefix, int than) const {
    const std::size_t slot = names.find(all, prefix);
    return names.has(slot) && counters[slot].reset > than ? counters[slot].reset : than;
  }
};

}  // namespace xscope::resolving
