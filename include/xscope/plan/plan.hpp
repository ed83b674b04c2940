// SPDX-License-Identifier: BSD-3-Clause
// The plan of a run: which nodes are needed, which are fused into which, in which order the rest runs, and
// where every temporary lies. All of it is constexpr and can be asserted.
#pragma once

#include <cstddef>
#include <vector>

#include "../gradient/nodes.hpp"
#include "fused.hpp"

namespace xscope::planning {

using ops::form;
using ops::node;
using ops::node_kind;

/// Every buffer begins at a multiple of this many bytes.
inline constexpr std::size_t alignment = 64;

constexpr std::size_t aligned(std::size_t bytes) { return (bytes + alignment - 1) / alignment * alignment; }

/// What is known of a node in a plan.
struct placement {
  bool needed = false;
  bool fused = false;      // computed within the chain that uses it
  bool stored = false;     // has a buffer of its own: in the workspace, a constant among the constants
  int home = -1;           // the node whose buffer holds its value
  int last_use = -1;       // the last node that reads its buffer
  std::size_t offset = 0;  // of a stored node, in bytes
};

template <std::size_t Nodes>
struct plan {
  placement at[Nodes + 1]{};
  int steps[Nodes + 1]{};  // the nodes that run, in order
  std::size_t step_count = 0;
  std::size_t workspace_bytes = 0;
};

/// One number in every element: it is part of the code, and needs no memory.
constexpr bool is_uniform(const node& n) { return n.kind == node_kind::constant && n.data_size == 1; }

constexpr bool is_elementwise(const node& n) {
  return n.kind == node_kind::update || (n.kind == node_kind::apply && n.op->how == form::elementwise);
}

template <std::size_t Nodes, std::size_t Events>
struct planner {
  const gradients::node_list<Nodes, Events>& program;
  plan<Nodes> out{};
  std::vector<int> uses;

  constexpr explicit planner(const gradients::node_list<Nodes, Events>& from)
      : program(from), uses(Nodes, 0) {}

  constexpr const node& at(int i) const { return program.nodes[i]; }
  constexpr placement& place(int i) { return out.at[i]; }

  template <class Targets>
  constexpr void run(const Targets& wanted) {
    const int* targets = wanted.nodes;
    const std::size_t target_count = Targets::count;
    mark(wanted);
    fuse();
    keep_old_values();
    settle(targets, target_count);
    order(targets, target_count);
    lay_out();
  }

 private:
  /// What the targets and the updates need, and how often each node is read.
  template <class Targets>
  constexpr void mark(const Targets& wanted) {
    for (std::size_t i = 0; i < Targets::count; ++i) {
      place(wanted.nodes[i]).needed = true;
      uses[static_cast<std::size_t>(wanted.nodes[i])] += 2;  // a target is kept: it is never part of a chain
    }
    for (int i = static_cast<int>(Nodes); i-- > 0;) {
      if (at(i).kind == node_kind::update && wanted.runs(at(i).step)) place(i).needed = true;
      if (!place(i).needed) continue;
      for (int k = 0; k < at(i).arg_count; ++k) {
        // An update writes its variable, it does not read it.
        if (at(i).kind == node_kind::update && k == 0) continue;
        place(at(i).args[k]).needed = true;
        ++uses[static_cast<std::size_t>(at(i).args[k])];
      }
    }
  }

  /// Whether a variable that node i reads itself is changed before node `end`.
  constexpr bool is_overtaken(int i, int end) const {
    for (int u = i + 1; u < end; ++u) {
      if (at(u).kind != node_kind::update || !out.at[u].needed) continue;
      for (const int a : at(i).operands()) {
        if (at(a).kind == node_kind::variable && at(a).event == at(u).event) return true;
      }
    }
    return false;
  }

  /// Joins an elementwise node to the one elementwise node that uses it, if both have the same shape.
  constexpr void fuse() {
    std::vector<int> root(Nodes, -1);
    std::vector<int> instructions(Nodes, 1);
    std::vector<int> operands(Nodes, 0);
    for (int i = 0; i < static_cast<int>(Nodes); ++i) {
      if (!place(i).needed || !is_elementwise(at(i))) continue;
      operands[static_cast<std::size_t>(i)] = at(i).kind == node_kind::update ? 1 : at(i).arg_count;
    }
    for (int i = static_cast<int>(Nodes); i-- > 0;) {
      if (!place(i).needed || !is_elementwise(at(i))) continue;
      const std::size_t r = static_cast<std::size_t>(
          root[static_cast<std::size_t>(i)] < 0 ? i : root[static_cast<std::size_t>(i)]);
      for (int k = at(i).kind == node_kind::update ? 1 : 0; k < at(i).arg_count; ++k) {
        const int a = at(i).args[k];
        const node& n = at(a);
        if (n.kind != node_kind::apply || n.op->how != form::elementwise) continue;
        if (uses[static_cast<std::size_t>(a)] != 1 || !(n.shape == at(i).shape)) continue;
        if (instructions[r] >= most_instructions || operands[r] - 1 + n.arg_count > most_operands) continue;
        if (is_overtaken(a, static_cast<int>(r))) continue;
        place(a).fused = true;
        root[static_cast<std::size_t>(a)] = static_cast<int>(r);
        ++instructions[r];
        operands[r] += n.arg_count - 1;
      }
    }
  }

  /// A variable whose value from before a step is read behind it (by a later step's gradient) is copied in
  /// time.
  constexpr void keep_old_values() {
    std::vector<int> changed(Nodes, 0);
    for (int i = 0; i < static_cast<int>(Nodes); ++i) {
      if (!place(i).needed) continue;
      if (at(i).kind == node_kind::update) {
        changed[static_cast<std::size_t>(at(i).args[0])] = 1;
      } else {
        for (const int a : at(i).operands())
          place(a).stored = place(a).stored || changed[static_cast<std::size_t>(a)] != 0;
      }
    }
  }

  constexpr bool is_changed(std::size_t variable_event) const {
    for (int u = 0; u < static_cast<int>(Nodes); ++u) {
      if (at(u).kind == node_kind::update && out.at[u].needed && at(u).event == variable_event) return true;
    }
    return false;
  }

  /// Decides who has a buffer, and who looks into another's.
  constexpr void settle(const int* targets, std::size_t target_count) {
    for (int i = 0; i < static_cast<int>(Nodes); ++i) {
      placement& p = place(i);
      const node& n = at(i);
      if (!p.needed || p.fused) continue;
      p.home = i;
      if (n.kind == node_kind::apply) {
        const int source = n.arg_count > 0 ? n.args[0] : -1;
        if (n.op->how == form::view && can_look_into(source)) p.home = place(source).home;
        else p.stored = true;
      } else if (n.kind == node_kind::constant) {
        p.stored = !is_uniform(n) || is_read_as_memory(i);
      }
    }
    // What is handed out must outlast the feeds.
    for (std::size_t t = 0; t < target_count; ++t) {
      placement& p = place(targets[t]);
      if (at(p.home).kind == node_kind::placeholder ||
          (p.home != targets[t] && at(p.home).kind == node_kind::variable)) {
        p.home = targets[t];
        p.stored = true;
      } else if (at(targets[t]).kind == node_kind::constant) {
        p.stored = true;
      }
    }
  }
  /// A view may stand for its operand unless that is a number in the code, or a variable that changes.
  constexpr bool can_look_into(int source) const {
    const node& home = at(out.at[source].home);
    if (is_uniform(home)) return false;
    return home.kind != node_kind::variable || !is_changed(home.event);
  }
  /// Uniform constants have memory only where a kernel or a view reads them.
  constexpr bool is_read_as_memory(int constant) const {
    for (int i = 0; i < static_cast<int>(Nodes); ++i) {
      if (!out.at[i].needed || is_elementwise(at(i))) continue;
      for (const int a : at(i).operands()) {
        if (a == constant) return true;
      }
    }
    return false;
  }

  constexpr void order(const int* targets, std::size_t target_count) {
    for (int i = 0; i < static_cast<int>(Nodes); ++i) {
      placement& p = place(i);
      if (!p.needed || p.fused) continue;
      if (at(i).kind == node_kind::update || (p.stored && at(i).kind != node_kind::constant))
        out.steps[out.step_count++] = i;
      note_reads(i, i);
    }
    for (std::size_t t = 0; t < target_count; ++t) keep(targets[t], static_cast<int>(Nodes));
  }
  constexpr void keep(int i, int until) {
    placement& p = place(place(i).home);
    if (p.last_use < until) p.last_use = until;
  }
  /// All buffers that the step at `reader` reads, through the chain that is fused into it.
  constexpr void note_reads(int i, int reader) {
    for (int k = at(i).kind == node_kind::update ? 1 : 0; k < at(i).arg_count; ++k) {
      const int a = at(i).args[k];
      if (place(a).fused) note_reads(a, reader);
      else if (place(a).home >= 0) keep(a, reader);
    }
  }

  /// Gives every stored node the lowest place that is free while it lives.
  constexpr void lay_out() {
    std::vector<int> live;
    for (std::size_t s = 0; s < out.step_count; ++s) {
      const int i = out.steps[s];
      std::size_t kept = 0;
      for (const int other : live) {
        if (place(other).last_use >= i) live[kept++] = other;
      }
      live.resize(kept);
      if (place(i).stored) put(i, live);
    }
  }
  constexpr std::size_t bytes(int i) const { return aligned(at(i).shape.elements() * at(i).dtype.size()); }
  constexpr void put(int i, std::vector<int>& live) {
    std::size_t offset = 0;
    // `live` is sorted by offset: the first gap that is wide enough.
    std::size_t slot = 0;
    for (; slot < live.size(); ++slot) {
      const placement& other = place(live[slot]);
      if (other.offset >= offset + bytes(i)) break;
      offset = other.offset + bytes(live[slot]);
    }
    place(i).offset = offset;
    live.insert(live.begin() + static_cast<std::ptrdiff_t>(slot), i);
    if (offset + bytes(i) > out.workspace_bytes) out.workspace_bytes = offset + bytes(i);
  }
};

/// The nodes that a fetch asks for.
template <std::size_t N>
struct targets {
  int nodes[N + 1]{};
  static constexpr std::size_t count = N;
  bool with_effects = false;   // all training steps run
  std::size_t steps[N + 1]{};  // or these, by their events
  std::size_t step_count = 0;
  constexpr bool trains() const { return with_effects || step_count > 0; }
  constexpr bool runs(std::size_t step) const {
    bool named = with_effects;
    for (std::size_t i = 0; i < step_count; ++i) named = named || steps[i] == step;
    return named;
  }
  friend constexpr bool operator==(const targets&, const targets&) = default;
};

template <class Program, auto Targets>
inline constexpr auto plan_of = [] {
  constexpr std::size_t n = std::remove_cvref_t<decltype(gradients::nodes_of<Program>)>::size;
  constexpr std::size_t e = std::remove_cvref_t<decltype(graphs::events_of<Program>)>::size;
  planner<n, e> p(gradients::nodes_of<Program>);
  p.run(Targets);
  return p.out;
}();

/// The chain that ends in a node: its instructions in order, and the nodes whose buffers it reads.
template <std::size_t Nodes>
struct chain {
  fused_spec spec{};
  int operands[most_operands]{};
};

template <std::size_t Nodes, std::size_t Events>
struct chain_builder {
  const gradients::node_list<Nodes, Events>& program;
  const plan<Nodes>& planned;
  chain<Nodes> out{};
  extents shapes[most_operands]{};

  constexpr chain<Nodes> run(int root) {
    const node& n = program.nodes[root];
    out.spec.result = n.dtype;
    emit(root);
    make_loops(out.spec, n.shape, shapes);
    return out;
  }

 private:
  constexpr int operand(int i) {
    const node& n = program.nodes[i];
    for (int k = 0; k < out.spec.operands; ++k) {
      if (out.operands[k] == i) return k;
    }
    out.operands[out.spec.operands] = i;
    out.spec.dtypes[out.spec.operands] = n.dtype;
    shapes[out.spec.operands] = n.shape;
    return out.spec.operands++;
  }
  constexpr argument take(int i) {
    const node& n = program.nodes[i];
    if (planned.at[i].fused) return {argument_kind::instruction, emit(i)};
    if (is_uniform(n)) return {argument_kind::constant, 0, n.number.real, n.number.integer, n.dtype};
    return {argument_kind::operand, operand(i)};
  }
  constexpr int emit(int i) {
    const node& n = program.nodes[i];
    instruction step;
    step.dtype = n.dtype;
    step.copies = !is_elementwise(n) || n.kind == node_kind::update;
    if (n.kind == node_kind::update) {
      step.args[step.count++] = take(n.args[1]);
    } else if (n.kind != node_kind::apply || n.op->how == form::view) {
      // A copy: what is handed out although nothing computes it.
      step.args[step.count++] =
          n.kind == node_kind::apply ? take(n.args[0]) : argument{argument_kind::operand, operand(i)};
      if (n.kind == node_kind::apply) shapes[0] = n.shape;
    } else {
      step.op = n.op;
      for (const int a : n.operands()) step.args[step.count++] = take(a);
    }
    out.spec.list[out.spec.instructions] = step;
    return out.spec.instructions++;
  }
};

template <class Program, auto Targets, int Root>
inline constexpr auto chain_of = [] {
  constexpr std::size_t n = std::remove_cvref_t<decltype(gradients::nodes_of<Program>)>::size;
  constexpr std::size_t e = std::remove_cvref_t<decltype(graphs::events_of<Program>)>::size;
  chain_builder<n, e> b{gradients::nodes_of<Program>, plan_of<Program, Targets>};
  return b.run(Root);
}();

}  // namespace xscope::planning
