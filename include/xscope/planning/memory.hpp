// SPDX-License-Identifier: BSD-3-Clause
// Where every value lies: whose buffer it is in, how long that lives, and its place in the workspace.
#pragma once

#include <cstddef>

#include "updates.hpp"

namespace xscope::planning {

constexpr std::size_t bytes_of(const node& n) { return n.shape.elements() * n.dtype.size(); }
/// The nodes that a node reads, of an update without the variable itself, begin here.
constexpr int first_read(const node& n) { return n.kind == node_kind::update ? 1 : 0; }

template <std::size_t Nodes, class List, class Targets>
struct home_finder {
  const List& program;
  const Targets& wanted;
  const updates<Nodes>& changes;
  plan<Nodes>& out;

  int read_whole[Nodes + 1]{};  // whether somebody reads a node's buffer as memory
  bool is_target[Nodes + 1]{};

  constexpr void run() {
    for (std::size_t t = 0; t < Targets::count; ++t) {
      if (wanted.nodes[t] >= 0) is_target[wanted.nodes[t]] = true;
    }
    keep_old_values();
    settle();
    hand_out();
    join_parts();
  }

 private:
  static constexpr int count = static_cast<int>(Nodes);
  constexpr const node& at(int i) const { return program.nodes[i]; }
  constexpr placement& place(int i) { return out.at[i]; }
  constexpr std::size_t bytes(int i) const { return bytes_of(at(i)); }
  /// A variable whose value from before a step is read behind it (by a later step's gradient) is copied in
  /// time.
  constexpr void keep_old_values() {
    for (int i = 0; i < count; ++i) {
      if (!place(i).needed) continue;
      const node& n = at(i);
      if (n.kind == node_kind::group) continue;
      for (int k = first_read(n); k < n.arg_count; ++k) {
        const int a = n.args[k];
        // Of a block, only the operations on single elements take numbers out of the code.
        if (!is_elementwise(n)) read_whole[a] = 1;
        if (changes.is_changed_before(a, i)) place(a).stored = true;
      }
    }
  }

  /// Decides who has a buffer, and who looks into another's.
  constexpr void settle() {
    for (int i = 0; i < count; ++i) {
      placement& p = place(i);
      const node& n = at(i);
      if (!p.needed || p.fused || n.kind == node_kind::group) continue;
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
    return home.kind != node_kind::variable || !changes.is_changed(out.at[source].home);
  }

  /// What is handed out must outlast the feeds.
  constexpr void hand_out() {
    for (std::size_t t = 0; t < Targets::count; ++t) {
      const int i = wanted.nodes[t];
      if (i < 0) continue;
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
    // Homes may lie in homes: those of parts behind them, those of views before. Each finds its own at its
    // end.
    for (int i = count; i-- > 0;) {
      if (place(i).home > i) move_into(place(i));
    }
    for (int i = 0; i < count; ++i) {
      if (place(i).home >= 0) move_into(place(i));
    }
  }
  constexpr void move_into(placement& p) {
    while (place(p.home).home != p.home) {
      p.shift += place(p.home).shift;
      p.home = place(p.home).home;
    }
  }
  constexpr bool may_be_written_in(int home, int) const {
    const placement& p = out.at[home];
    return at(home).kind == node_kind::apply && p.steps && p.home == home && !is_target[home];
  }
};

/// The steps of a run in order, and how its buffers are read.
template <std::size_t Nodes>
struct reading {
  int steps[Nodes + 1]{};
  std::size_t step_count = 0;
  int last_use[Nodes + 1]{};  // of a buffer: the last loop nest that reads it, or -1
  int dying[Nodes + 1]{};     // of a loop nest: a buffer that it reads element by element, and one, or 0
  int read_otherwise[Nodes + 1]{};  // of a buffer: the last loop nest that reads it in another way, and one
};

template <std::size_t Nodes, class List, class Targets>
constexpr reading<Nodes> order(const List& program, const Targets& wanted, const plan<Nodes>& planned) {
  reading<Nodes> out;
  const auto keep = [&](int home, int until) {
    if (out.last_use[home] < until) out.last_use[home] = until;
  };
  for (int i = 0; i < static_cast<int>(Nodes); ++i) out.last_use[i] = -1;
  for (int i = 0; i < static_cast<int>(Nodes); ++i) {
    const placement& p = planned.at[i];
    if (!p.needed || program.nodes[i].kind == node_kind::group) continue;
    if (p.steps) out.steps[out.step_count++] = i;
    const node& n = program.nodes[i];
    int now = p.root;  // the node at which its loop nest runs
    while (planned.at[now].root != now) now = planned.at[now].root;
    const node& end = program.nodes[now];
    const bool by_element = is_elementwise(n) && !p.in_block;
    for (int k = first_read(n); k < n.arg_count; ++k) {
      const int a = n.args[k];
      const placement& arg = planned.at[a];
      if (arg.fused || arg.home < 0) continue;
      keep(arg.home, now);
      if (by_element && arg.shift == 0 && bytes_of(program.nodes[arg.home]) == bytes_of(end) &&
          program.nodes[a].shape.elements() == end.shape.elements()) {
        if (out.dying[now] == 0) out.dying[now] = arg.home + 1;
      } else {
        out.read_otherwise[arg.home] = now + 1;
      }
    }
  }
  for (std::size_t t = 0; t < Targets::count; ++t) {
    if (wanted.nodes[t] >= 0) keep(planned.at[wanted.nodes[t]].home, static_cast<int>(Nodes));
  }
  return out;
}

/// The workspace while the steps go by: which of its bytes are free, as gaps sorted by where they begin.
template <std::size_t Nodes>
struct free_list {
  static constexpr std::size_t endless = static_cast<std::size_t>(-1);
  std::size_t begin[Nodes + 2]{};
  std::size_t end[Nodes + 2]{endless};
  std::size_t count = 1;

  /// The lowest place that is wide enough.
  constexpr std::size_t take(std::size_t size) {
    if (size == 0) return 0;
    std::size_t k = 0;
    while (end[k] - begin[k] < size) ++k;
    const std::size_t found = begin[k];
    begin[k] += size;
    if (begin[k] == end[k]) {
      --count;
      for (; k < count; ++k) {
        begin[k] = begin[k + 1];
        end[k] = end[k + 1];
      }
    }
    return found;
  }
  constexpr void give_back(std::size_t from, std::size_t size) {
    if (size == 0) return;
    std::size_t low = 0;  // how many gaps begin before it
    for (std::size_t high = count; low < high;) {
      const std::size_t middle = (low + high) / 2;
      if (begin[middle] < from) low = middle + 1;
      else high = middle;
    }
    const bool joins_next = begin[low] == from + size;  // the last gap has no end, so there is a next one
    if (low > 0 && end[low - 1] == from) {
      end[low - 1] = joins_next ? end[low] : from + size;
      if (!joins_next) return;
      --count;
      for (std::size_t k = low; k < count; ++k) {
        begin[k] = begin[k + 1];
        end[k] = end[k + 1];
      }
    } else if (joins_next) {
      begin[low] = from;
    } else {
      for (std::size_t k = count++; k > low; --k) {
        begin[k] = begin[k - 1];
        end[k] = end[k - 1];
      }
      begin[low] = from;
      end[low] = from + size;
    }
  }
};

template <std::size_t Nodes, class List>
struct memory_planner {
  const List& program;
  const reading<Nodes>& read;
  plan<Nodes>& out;

  bool placed[Nodes + 1]{};  // of a home
  bool is_overwritten[Nodes + 1]{};
  int read_last[Nodes + 2]{};  // for each node a buffer that is last read there, and one, or 0; and of each
  int and_then[Nodes + 1]{};   // buffer the next one that is
  int freed = 0;               // what is last read before this node is free
  free_list<Nodes> room{};

  /// Gives every buffer the lowest place that is free while it lives. A chain writes over an operand that
  /// nobody reads again.
  constexpr void run() {
    out.step_count = read.step_count;
    for (std::size_t i = 0; i < Nodes; ++i) out.at[i].last_use = read.last_use[i];
    for (std::size_t s = 0; s < out.step_count; ++s) {
      const int step = out.steps[s] = read.steps[s];
      if (at(step).kind == node_kind::update) continue;
      const int home = place(step).home;
      if (placed[home]) continue;
      const int over = home == step && is_elementwise(at(step)) ? read.dying[step] - 1 : -1;
      if (over >= 0 && at(over).kind == node_kind::apply && place(over).last_use == step &&
          read.read_otherwise[over] != step + 1) {
        take_over(home, over, step);
      } else {
        put(home, step);
      }
    }
  }

 private:
  constexpr const node& at(int i) const { return program.nodes[i]; }
  constexpr placement& place(int i) { return out.at[i]; }
  constexpr std::size_t bytes(int i) const { return bytes_of(program.nodes[i]); }

  constexpr void take_over(int home, int over, int now) {
    place(home).offset = place(over).offset;
    place(home).in_place_of = over;
    is_overwritten[over] = true;
    live(home, now);
  }
  constexpr void put(int home, int now) {
    for (; freed < now; ++freed) {
      for (int dead = read_last[freed]; dead != 0; dead = and_then[dead - 1]) {
        // What was written over lives on in another's name.
        if (!is_overwritten[dead - 1]) room.give_back(place(dead - 1).offset, aligned(bytes(dead - 1)));
      }
    }
    const std::size_t size = aligned(bytes(home));
    place(home).offset = room.take(size);
    if (place(home).offset + size > out.workspace_bytes) out.workspace_bytes = place(home).offset + size;
    live(home, now);
  }
  /// From now on, until it has been read for the last time.
  constexpr void live(int home, int now) {
    const int last = place(home).last_use < now ? now : place(home).last_use;
    placed[home] = true;
    and_then[home] = read_last[last];
    read_last[last] = home + 1;
  }
};

}  // namespace xscope::planning
