// SPDX-License-Identifier: BSD-3-Clause
// What a run changes: which updates it runs, in which loop nest each is written, and when each value of a
// variable is gone.
#pragma once

#include <cstddef>

#include "placement.hpp"

namespace xscope::planning {

template <std::size_t Nodes>
struct updates {
  bool any = false;             // whether the program changes anything: else nothing else is said
  bool runs[Nodes + 1]{};       // of an update; also of what runs for others
  int written_at[Nodes + 1]{};  // of an update that runs: the one in whose loop nest it is written
  int changed_at[Nodes + 1]{};  // of a variable's value: the update that replaces it, or Nodes

  /// Whether a variable's value is replaced before that node.
  constexpr bool is_changed_before(int variable, int end) const { return any && changed_at[variable] < end; }
  constexpr bool is_changed(int variable) const { return is_changed_before(variable, count); }

  template <class List, class Targets>
  constexpr updates(const List& in, const Targets& wanted) {
    for (int i = 0; i < count && !any; ++i) any = in.nodes[i].kind == node_kind::update;
    if (!any) return;
    find_what_runs(in, wanted);
    gather(in);
    find_changes(in);
  }

 private:
  static constexpr int count = static_cast<int>(Nodes);

  /// What is asked for, and what that waits for.
  template <class List, class Targets>
  constexpr void find_what_runs(const List& in, const Targets& wanted) {
    for (std::size_t t = 0; t < Targets::count; ++t) {
      if (wanted.nodes[t] >= 0) runs[wanted.nodes[t]] = true;
    }
    for (std::size_t t = 0; t < wanted.effect_count; ++t) runs[wanted.effects[t]] = true;
    for (int i = count; i-- > 0;) {
      const node& each = in.nodes[i];
      if (wanted.with_effects && each.kind == node_kind::update) runs[i] = true;
      if (!runs[i]) continue;
      for (int k = 0; k < each.arg_count; ++k) runs[each.args[k]] = true;
      if (each.after >= 0) runs[each.after] = true;
    }
  }

  /// The updates of one formula are written in one loop nest, that of the last one, if they are alike.
  template <class List>
  constexpr void gather(const List& in) {
    for (int i = count; i-- > 0;) {
      if (in.nodes[i].kind != node_kind::update || !runs[i]) continue;
      written_at[i] = i;
      const int first = in.nodes[i].together;
      if (first < 0 || first == i) continue;
      for (int k = i; k-- > first;) {
        const bool is_beside =
            in.nodes[k].kind == node_kind::update && runs[k] && in.nodes[k].together == first;
        if (is_beside && goes_with(in.nodes[k], in.nodes[i])) written_at[k] = i;
        else if (is_beside) written_at[k] = k;
      }
      i = first;
    }
  }
  static constexpr bool goes_with(const node& a, const node& b) {
    return a.shape == b.shape && a.dtype == b.dtype &&
           (a.dtype == data_type_of<float> || a.dtype == data_type_of<double>);
  }

  template <class List>
  constexpr void find_changes(const List& in) {
    growing<int> next(List::events + 1, count);  // by the event that creates a variable
    for (int i = count; i-- > 0;) {
      const node& each = in.nodes[i];
      changed_at[i] = count;
      if (each.kind == node_kind::variable) changed_at[i] = next[each.event];
      else if (each.kind == node_kind::update && runs[i]) next[each.event] = written_at[i];
    }
  }
};

}  // namespace xscope::planning
