// SPDX-License-Identifier: BSD-3-Clause
// What cases ask of optimizers: the variables that one keeps, which are the operands of its updates.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

#include <xscope/graph.hpp>
#include <xscope/graphs/edges.hpp>

namespace check {

namespace xs = xscope;

using xs::optimizers::rule;

/// The names of an optimizer's slots, sorted.
constexpr bool slot_names(const rule& rule, std::initializer_list<std::string_view> names) {
  const auto is_slot = [&](std::string_view name) {
    return std::any_of(rule.slots, rule.slots + rule.slot_count,
                       [&](const auto& s) { return s.name == name; });
  };
  return names.size() == rule.slot_count && std::is_sorted(names.begin(), names.end()) &&
         std::all_of(names.begin(), names.end(), is_slot);
}

/// Calls to(operation, operands) for each update of a training step.
template <class Graph, class Info, class To>
constexpr void each_update(Graph g, const rule& rule, const Info& step, To to) {
  for (const auto& op : g.operations()) {
    const std::string_view scope = step.op_name();
    if (op.type() == rule.op_type && op.op_name().starts_with(scope) &&
        op.op_name().substr(scope.size()).starts_with("/update_"))
      to(xs::operands_of(g, op));
  }
}
template <class Graph>
constexpr auto variable_made_by(Graph g, std::size_t event) {
  std::optional<xs::graphs::info<typename Graph::program>> out;
  for (const auto& v : g.variables()) {
    if (v.id() == event) out = v;
  }
  return out;
}

/// What an optimizer keeps for a variable under that name; nothing where it keeps nothing.
template <class Graph, class Info>
constexpr auto slot(Graph g, const rule& rule, const Info& step, const Info& variable,
                    std::string_view name) {
  auto out = variable_made_by(g, xs::graphs::events_of<typename Graph::program>.size);
  each_update(g, rule, step, [&](auto operands) {
    if (operands[0].event != variable.id()) return;
    for (std::size_t k = 0; k < rule.slot_count; ++k) {
      if (rule.slots[k].name == name) out = variable_made_by(g, operands[1 + k].event);
    }
  });
  return out;
}
/// What it keeps once, under that name.
template <class Graph, class Info>
constexpr auto own_variable(Graph g, const rule& rule, const Info& step, std::string_view name) {
  auto out = variable_made_by(g, xs::graphs::events_of<typename Graph::program>.size);
  each_update(g, rule, step, [&](auto operands) {
    for (std::size_t k = 0; k < rule.scalar_count; ++k) {
      if (rule.scalars[k].name == name) out = variable_made_by(g, operands[1 + rule.slot_count + k].event);
    }
  });
  return out;
}

/// Whether an optimizer keeps variables with these names, which are sorted, and no others.
template <class Graph, class Info>
constexpr bool keeps(Graph g, const rule& rule, const Info& step,
                     std::initializer_list<std::string_view> names) {
  bool good = std::is_sorted(names.begin(), names.end());
  std::size_t updates = 0;
  each_update(g, rule, step, [&](auto operands) {
    ++updates;
    for (std::size_t k = 0; k < rule.slot_count + rule.scalar_count; ++k) {
      const auto kept = variable_made_by(g, operands[1 + k].event);
      good = good && kept.has_value() && std::find(names.begin(), names.end(), kept->name()) != names.end();
    }
  });
  return good && names.size() == updates * rule.slot_count + (updates > 0 ? rule.scalar_count : 0);
}

}  // namespace check
