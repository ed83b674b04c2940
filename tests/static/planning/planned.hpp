// SPDX-License-Identifier: BSD-3-Clause
// A program's plan by the names of its tensors, and a check of the whole plan that shares no code with the
// planner.
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <xscope/graph.hpp>
#include <xscope/planning/plan.hpp>

namespace probe {

namespace planning = xscope::planning;
using xscope::ops::form;
using xscope::ops::node;
using xscope::ops::node_kind;

/// What a run of the whole program is for: its results, and all that it changes.
template <class Program>
constexpr auto whole() {
  using graph = xscope::graphs::graph_t<Program>;
  planning::targets<graph::result_count()> out;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    ((out.nodes[I] = planning::nodes_of<Program>.of_event[graph::template result<I>().id()]), ...);
  }(std::make_index_sequence<graph::result_count()>{});
  out.with_effects = true;
  return out;
}

/// What a fetch of one tensor by its name is for.
template <class Program, xscope::fixed_string Name>
constexpr auto only_the() {
  planning::targets<1> out;
  const std::size_t event = xscope::graphs::graph_t<Program>::event_named(Name.view());
  out.nodes[0] = planning::nodes_of<Program>.of_event[event];
  const int effect = planning::nodes_of<Program>.effect_of[event];
  if (effect >= 0) out.effects[out.effect_count++] = effect;
  return out;
}

template <class Program, auto Targets = whole<Program>()>
struct planned {
  static constexpr const auto& nodes = planning::nodes_of<Program>;
  static constexpr const auto& plan = planning::plan_for<Program, Targets>;
  static constexpr std::size_t count = nodes.size;

  static constexpr int id(std::string_view name) {
    return nodes.of_event[xscope::graphs::graph_t<Program>::event_named(name)];
  }
  static constexpr bool needed(std::string_view name) { return plan.at[id(name)].needed; }
  static constexpr bool fused(std::string_view name) { return plan.at[id(name)].fused; }
  static constexpr bool stored(std::string_view name) { return plan.at[id(name)].stored; }

  /// The names of the steps that run, each followed by a blank; what has no name shows what it is.
  static constexpr bool runs(std::string_view expected) {
    std::string_view rest = expected;
    const auto take = [&](std::string_view word) {
      const bool there = rest.starts_with(word) && rest.substr(word.size()).starts_with(' ');
      if (there) rest.remove_prefix(word.size() + 1);
      return there;
    };
    for (std::size_t s = 0; s < plan.step_count; ++s) {
      const node& n = nodes.nodes[plan.steps[s]];
      const bool named = n.kind == node_kind::apply && n.event < xscope::graphs::traced_events<Program>.size;
      if (n.kind == node_kind::update || n.kind == node_kind::variable) {
        if (!take(n.kind == node_kind::update ? "update" : "keep") || !take(name_of(n.event))) return false;
      } else if (!take(named ? name_of(n.event) : std::string_view(n.op->type))) {
        return false;
      }
    }
    return rest.empty();
  }
  static constexpr std::string_view name_of(std::size_t event) {
    constexpr auto all = xscope::graphs::graph_t<Program>::operations();
    for (const auto& i : all) {
      if (i.id() == event) return i.op_name();
    }
    return {};
  }

  // ---- the check of the whole ----------------------------------------------------------------------------

  static constexpr bool is_buffer(int i) {
    return plan.at[i].stored && nodes.nodes[i].kind != node_kind::constant;
  }
  /// Where a value lies in the workspace.
  static constexpr std::size_t place(int i) { return plan.at[plan.at[i].home].offset + plan.at[i].shift; }

  /// Everything that the loop nest of node i reads: buffers of the workspace, and values of variables.
  static constexpr void reads(int i, std::vector<int>& out) {
    const node& n = nodes.nodes[i];
    for (int k = n.kind == node_kind::update ? 1 : 0; k < n.arg_count; ++k) value(n.args[k], out);
    for (const int u : beside(i)) value(nodes.nodes[u].args[1], out);
  }
  /// The updates that are written in the loop nest of another one.
  static constexpr std::vector<int> beside(int i) {
    std::vector<int> out;
    for (int u = 0; u < i; ++u) {
      const bool is = nodes.nodes[u].kind == node_kind::update && plan.at[u].fused && plan.at[u].root == i;
      if (is && nodes.nodes[i].kind == node_kind::update) out.push_back(u);
    }
    return out;
  }
  static constexpr void value(int i, std::vector<int>& out) {
    const node& n = nodes.nodes[i];
    if ((is_buffer(i) && plan.at[i].steps) || n.kind == node_kind::variable) out.push_back(i);
    else if (n.kind == node_kind::apply) reads(i, out);  // fused, a view, or joined in place
  }
  /// Whether node i's loop nest reads the value of another element by element only, at the element that it
  /// writes.
  static constexpr bool only_in_place(int i, int other) {
    const node& n = nodes.nodes[i];
    if (n.kind != node_kind::apply || n.op->how != form::elementwise) {
      std::vector<int> all;
      reads(i, all);
      for (const int r : all) {
        if (r == other) return false;
      }
      return true;
    }
    for (const int a : n.operands()) {
      if (plan.at[a].fused && !only_in_place(a, other)) return false;
      if (plan.at[a].fused) continue;
      std::vector<int> all;
      value(a, all);
      for (const int r : all) {
        if (r == other && nodes.nodes[a].shape.elements() != nodes.nodes[i].shape.elements()) return false;
      }
    }
    return true;
  }

  /// Whether every step finds what it reads: written before, and not overwritten since.
  static constexpr bool sound() {
    std::vector<int> born(count, -1);
    std::vector<int> last(count, -1);
    std::vector<int> overwritten(count, 0);  // versions of variables
    for (std::size_t s = 0; s < plan.step_count; ++s) {
      const int i = plan.steps[s];
      const int now = static_cast<int>(s);
      std::vector<int> from;
      if (nodes.nodes[i].kind == node_kind::variable) {
        if (overwritten[static_cast<std::size_t>(i)] != 0) return false;  // too late to keep it
      } else {
        reads(i, from);
      }
      for (const int r : from) {
        const std::size_t a = static_cast<std::size_t>(r);
        if (is_buffer(r)) {
          if (born[a] < 0 || born[a] >= now) return false;
          last[a] = now;
        } else if (overwritten[a] != 0 || !is_present(r, s)) {
          return false;
        }
      }
      for (const int u : beside(i)) overwritten[static_cast<std::size_t>(nodes.nodes[u].args[0])] = 1;
      if (nodes.nodes[i].kind == node_kind::update)
        overwritten[static_cast<std::size_t>(nodes.nodes[i].args[0])] = 1;
      else born[static_cast<std::size_t>(i)] = now;
    }
    const int end = static_cast<int>(plan.step_count);
    for (std::size_t t = 0; t < Targets.count; ++t) {
      std::vector<int> from;
      value(Targets.nodes[t], from);
      for (const int r : from) {
        if (!is_buffer(r)) continue;
        if (born[static_cast<std::size_t>(r)] < 0) return false;
        last[static_cast<std::size_t>(r)] = end;
      }
    }
    return disjoint(born, last);
  }
  /// Whether the update that makes this value of a variable has run, if there is one.
  static constexpr bool is_present(int v, std::size_t step) {
    for (int u = 0; u < v; ++u) {
      const node& n = nodes.nodes[u];
      if (n.kind != node_kind::update || n.event != nodes.nodes[v].event || !plan.at[u].needed) continue;
      bool ran = false;
      const int writes = plan.at[u].fused ? plan.at[u].root : u;
      for (std::size_t s = 0; s < step; ++s) ran = ran || plan.steps[s] == writes;
      if (!ran) return false;
    }
    return true;
  }
  /// Whether what lives at the same time lies apart and within the workspace.
  static constexpr bool disjoint(const std::vector<int>& born, const std::vector<int>& last) {
    for (std::size_t a = 0; a < count; ++a) {
      if (born[a] < 0) continue;
      const int i = static_cast<int>(a);
      const std::size_t begin = place(i);
      const std::size_t end = begin + nodes.nodes[i].shape.elements() * nodes.nodes[i].dtype.size();
      if (plan.at[plan.at[i].home].offset % 64 != 0 || end > plan.workspace_bytes) return false;
      for (std::size_t b = 0; b < count; ++b) {
        if (b == a || born[b] < 0 || born[b] > born[a]) continue;
        // b was there when a was written.
        const int j = static_cast<int>(b);
        if (last[b] < born[a] && born[b] != born[a]) continue;
        const std::size_t other = place(j);
        const std::size_t other_end = other + nodes.nodes[j].shape.elements() * nodes.nodes[j].dtype.size();
        if (begin >= other_end || other >= end) continue;
        if (last[b] == born[a] && begin == other && end == other_end && only_in_place(i, j)) continue;
        return false;
      }
    }
    return true;
  }
};

template <class Program>
constexpr auto plan(const Program&) {
  return planned<Program>{};
}
template <xscope::fixed_string Name, class Program>
constexpr auto fetch(const Program&) {
  return planned<Program, only_the<Program, Name>()>{};
}

}  // namespace probe
