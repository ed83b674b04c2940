// SPDX-License-Identifier: BSD-3-Clause
// Where every value lies: whose buffer it is in, how long that lives, and its place in the workspace.
#pragma once

#include <cstddef>

#include "placement.hpp"

namespace xscope::planning {

template <std::size_t Nodes, class List, class Targets>
struct memory_planner {
  const List& program;
  const Targets& wanted;
  plan<Nodes>& out;

  int read_whole[Nodes + 1]{};  // whether somebody reads a node's buffer as memory
  int changes[Nodes + 1]{};     // whether a variable's value is replaced in this run
  bool is_target[Nodes + 1]{};
  int dying[Nodes + 1]{};  // of a loop nest: a buffer that it reads element by element, and one, or 0
  int read_otherwise[Nodes + 1]{};  // of a buffer: the last loop nest that reads it in another way, and one
  int live[Nodes + 1]{};            // homes in the workspace, sorted by offset
  int live_count = 0;

  constexpr void run() {
    for (std::size_t t = 0; t < Targets::count; ++t) is_target[wanted.nodes[t]] = true;
    keep_old_values();
    settle();
    hand_out();
    join_parts();
    order();
    lay_out();
  }

 private:
  static constexpr int count = static_cast<int>(Nodes);
  constexpr const node& at(int i) const { return program.nodes[i]; }
  constexpr placement& place(int i) { return out.at[i]; }
  constexpr std::size_t bytes(int i) const { return at(i).shape.elements() * at(i).dtype.size(); }
  /// The node at which the loop nest of a node runs.
  constexpr int runs_at(int i) const {
    while (out.at[i].root != i) i = out.at[i].root;
    return i;
  }
  static constexpr int first_read(const node& n) { return n.kind == node_kind::update ? 1 : 0; }

  /// A variable whose value from before a step is read behind it (by a later step's gradient) is copied in
  /// time.
  constexpr void keep_old_values() {
    for (int i = 0; i < count; ++i) {
      if (!place(i).needed) continue;
      const node& n = at(i);
      for (int k = first_read(n); k < n.arg_count; ++k) {
        const int a = n.args[k];
        // Of a block, only the operations on single elements take numbers out of the code.
        if (!is_elementwise(n)) read_whole[a] = 1;
        if (changes[a] != 0) place(a).stored = true;
      }
      if (n.kind == node_kind::update) changes[n.args[0]] = 1;
    }
  }

  /// Decides who has a buffer, and who looks into another's.
  constexpr void settle() {
    for (int i = 0; i < count; ++i) {
      placement& p = place(i);
      const node& n = at(i);
      if (!p.needed || p.fused) continue;
      p.home = i;
      if (n.kind == node_kind::apply) {
        const std::ptrdiff_t first = window(i);
        if (first >= 0 && can_look_into(n.args[0])) {
          const placement& source = place(n.args[0]);
          p.home = source.home;
          p.shift = source.shift + static_cast<std::size_t>(first) * n.dtype.size();
        } else {
          p.stored = p.steps = true;
        }
      } else if (n.kind == node_kind::constant) {
        p.stored = !is_uniform(n) || read_whole[i] != 0;
      } else if (n.kind == node_kind::update || p.stored) {
        p.steps = true;
      }
    }
  }
  /// Where a node's value begins in its operand's, or -1.
  constexpr std::ptrdiff_t window(int i) const {
    const node& n = at(i);
    if (is_view(n)) return 0;
    return !n.op->window.there ? -1 : n.op->window(spec_of(program, i));
  }
  /// A view may stand for its operand unless that is a number in the code, or a variable that changes.
  constexpr bool can_look_into(int source) const {
    const node& home = at(out.at[source].home);
    if (is_uniform(home)) return false;
    return home.kind != node_kind::variable || changes[out.at[source].home] == 0;
  }

  /// What is handed out must outlast the feeds.
  constexpr void hand_out() {
    for (std::size_t t = 0; t < Targets::count; ++t) {
      const int i = wanted.nodes[t];
      placement& p = place(i);
      const node_kind home = at(p.home).kind;
      if (home == node_kind::placeholder || (p.home != i && home == node_kind::variable)) {
        p.home = i;
        p.shift = 0;
        p.stored = p.steps = true;
        p.why = reason::handed_out;
      } else if (at(i).kind == node_kind::constant) {
        p.stored = true;
      }
    }
  }

  /// What is joined is written where it will lie, if all operands can be: nothing is left to be done then.
  constexpr void join_parts() {
    for (int i = count; i-- > 0;) {
      const node& n = at(i);
      if (!place(i).steps || !is_kernel(n) || !n.op->part.there) continue;
      const ops::kernel_spec spec = spec_of(program, i);
      bool all = n.arg_count > 0;
      for (int k = 0; all && k < n.arg_count; ++k) {
        const int home = place(n.args[k]).home;
        all = n.op->part(spec, static_cast<std::size_t>(k)) >= 0 && may_be_written_in(home, i) &&
              bytes(n.args[k]) == bytes(home);
        for (int j = 0; all && j < k; ++j) all = place(n.args[j]).home != home;
      }
      if (!all) continue;
      place(i).steps = false;
      for (int k = 0; k < n.arg_count; ++k) {
        placement& part = place(place(n.args[k]).home);
        part.home = i;
        part.shift = static_cast<std::size_t>(n.op->part(spec, static_cast<std::size_t>(k))) * n.dtype.size();
      }
    }
    // Homes may lie in homes.
    for (int i = 0; i < count; ++i) {
      placement& p = place(i);
      if (p.home < 0) continue;
      while (place(p.home).home != p.home) {
        p.shift += place(p.home).shift;
        p.home = place(p.home).home;
      }
    }
  }
  constexpr bool may_be_written_in(int home, int) const {
    const placement& p = out.at[home];
    return at(home).kind == node_kind::apply && p.steps && p.home == home && !is_target[home];
  }

  /// The steps in order, and how long each buffer is read.
  constexpr void order() {
    for (int i = 0; i < count; ++i) {
      placement& p = place(i);
      if (!p.needed) continue;
      if (p.steps) out.steps[out.step_count++] = i;
      const node& n = at(i);
      const int now = runs_at(i);
      for (int k = first_read(n); k < n.arg_count; ++k) {
        const int a = n.args[k];
        if (place(a).fused || place(a).home < 0) continue;
        const int home = place(a).home;
        keep(home, now);
        if (is_elementwise(n) && !p.in_block && place(a).shift == 0 && bytes(home) == bytes(now) &&
            at(a).shape.elements() == at(now).shape.elements()) {
          if (dying[now] == 0) dying[now] = home + 1;
        } else {
          read_otherwise[home] = now + 1;
        }
      }
    }
    for (std::size_t t = 0; t < Targets::count; ++t) keep(place(wanted.nodes[t]).home, count);
  }
  constexpr void keep(int home, int until) {
    if (place(home).last_use < until) place(home).last_use = until;
  }

  /// Gives every buffer the lowest place that is free while it lives. A chain writes over an operand that
  /// nobody reads again.
  constexpr void lay_out() {
    for (std::size_t s = 0; s < out.step_count; ++s) {
      const int step = out.steps[s];
      if (at(step).kind == node_kind::update) continue;
      const int home = place(step).home;
      if (is_placed(home)) continue;
      const int over = home == step && is_elementwise(at(step)) ? dying[step] - 1 : -1;
      if (over >= 0 && at(over).kind == node_kind::apply && place(over).last_use == step &&
          read_otherwise[over] != step + 1) {
        take_over(home, over);
      } else {
        put(home, step);
      }
    }
  }
  constexpr bool is_placed(int home) const {
    for (int k = 0; k < live_count; ++k) {
      if (live[k] == home) return true;
    }
    return false;
  }
  constexpr void take_over(int home, int over) {
    place(home).offset = place(over).offset;
    place(home).in_place_of = over;
    for (int k = 0; k < live_count; ++k) {
      if (live[k] == over) live[k] = home;
    }
  }
  constexpr void put(int home, int now) {
    const std::size_t size = aligned(bytes(home));
    std::size_t offset = 0;
    bool found = false;
    int kept = 0;
    int slot = 0;
    // In one pass: what is dead goes, and the first gap that is wide enough is found.
    for (int k = 0; k < live_count; ++k) {
      const placement& other = out.at[live[k]];
      if (other.last_use < now) continue;
      if (!found) {
        if (other.offset >= offset + size) {
          found = true;
        } else {
          offset = other.offset + aligned(bytes(live[k]));
          slot = kept + 1;
        }
      }
      live[kept++] = live[k];
    }
    for (int k = kept; k > slot; --k) live[k] = live[k - 1];
    live[slot] = home;
    live_count = kept + 1;
    place(home).offset = offset;
    if (offset + size > out.workspace_bytes) out.workspace_bytes = offset + size;
  }
};

}  // namespace xscope::planning
