// SPDX-License-Identifier: BSD-3-Clause
// What the operations of a graph take: for each its operands, as results of other operations.
//   for (auto from : operands_of(g, *g.find("net/add"))) ...    // from.event: g.find("net/MatMul")->id()
#pragma once

#include <cstddef>

#include "../lists/array_view.hpp"
#include "graph.hpp"

namespace xscope {

namespace graphs {

/// A result of an operation: the operation's event, which is its info's id(), and the number of the result.
/// A variable is its creation, however often it is asked for.
struct producer {
  std::size_t event = 0;
  std::size_t output = 0;
  friend constexpr bool operator==(const producer&, const producer&) = default;
};

/// The operands of all operations, one behind another.
template <std::size_t Events, std::size_t Edges>
struct edge_list {
  std::size_t begin[Events + 2]{};
  producer list[Edges + 1]{};

  /// Those of an event, in order: none of what is no operation.
  constexpr array_view<producer> operands(std::size_t event) const {
    return {list + begin[event], begin[event + 1] - begin[event]};
  }
};

template <class Program>
struct edge_reader {
  using selected = selection<Program>;
  static constexpr const auto& events = events_of<Program>;
  static constexpr const auto& resolved = resolution_of<Program>;

  /// The result that an event stands for.
  static constexpr producer meant_by(std::size_t event) {
    const tracing::event& e = events.list[event];
    if (e.what == tracing::event_kind::output) return {e.args[0], e.is->arg_count};
    if (e.what == tracing::event_kind::made_by_pass && resolved.facts[event].creator >= 0)
      return meant_by(static_cast<std::size_t>(resolved.facts[event].creator));
    return {selected::meant_by(event), 0};
  }

  /// Whether a pass has made an event.
  static constexpr bool is_made(std::size_t event) {
    if constexpr (requires { events.traced; }) return event >= events.traced;
    else return false;
  }
  /// Calls to(producer) with the operands of an event that a pass has made.
  template <class To>
  static constexpr void each_of_made(std::size_t event, To to) {
    if constexpr (requires { events.traced; }) {
      const std::size_t made = event - events.traced;
      for (std::size_t k = events.first_operand[made]; k < events.first_operand[made + 1]; ++k) {
        if (events.operands[k] < events.size) to(meant_by(events.operands[k]));
      }
    }
  }

  /// Calls to(producer) with each operand of an event. A sum over a collection has what was in it. What only
  /// waits for others has none.
  template <class To>
  static constexpr void each(std::size_t event, To to) {
    using enum tracing::event_kind;
    const tracing::event& e = events.list[event];
    if (e.what < placeholder || e.what == group || resolved.facts[event].skipped) return;
    if (is_made(event)) return each_of_made(event, to);
    if (e.what == apply || e.what == apply_in_scope) {
      for (unsigned k = 0; k < e.is->arg_count; ++k) to(meant_by(e.operand(k)));
    } else if (e.what == sum_collection) {
      for (std::size_t i = 0; i < event; ++i) {
        if (resolving::adds_to_collection(events.list[i], resolved.facts[i], i, *e.is->text))
          to(meant_by(resolving::collected_by(events.list[i], i)));
      }
    }
  }

  /// Calls to(producer) with what a group, or a section of `control_dependencies`, waits for.
  template <class To>
  static constexpr void each_waited_for(std::size_t event, To to) {
    using enum tracing::event_kind;
    const tracing::event& e = events.list[event];
    if ((e.what != group && e.what != enter_control) || resolved.facts[event].skipped) return;
    if (is_made(event)) return each_of_made(event, to);
    for (unsigned k = 0; k < e.is->arg_count; ++k) {
      const std::size_t given = e.operand(k);
      if (given == tracing::no_id) continue;
      if (events.list[given].what == listing) {
        resolving::for_each_listed(events.list, resolved.facts, given, event,
                                   [&](std::size_t item) { to(meant_by(item)); });
      } else {
        to(meant_by(given));
      }
    }
  }
  static constexpr std::size_t count = [] {
    std::size_t n = 0;
    for (std::size_t i = 0; i < selected::size; ++i) each(i, [&](producer) { ++n; });
    return n;
  }();
  static constexpr edge_list<selected::size, count> list = [] {
    edge_list<selected::size, count> out;
    std::size_t n = 0;
    for (std::size_t i = 0; i < selected::size; ++i) {
      out.begin[i] = n;
      each(i, [&](producer from) { out.list[n++] = from; });
    }
    out.begin[selected::size] = n;
    return out;
  }();
};

/// The operands of a program's operations, by the numbers of their events.
template <class Program>
inline constexpr const auto& edges_of = edge_reader<Program>::list;

}  // namespace graphs

/// The operands of an operation (tf: op.inputs), in order.
template <class Program>
constexpr array_view<graphs::producer> operands_of(graphs::graph_t<Program>,
                                                   const graphs::info<Program>& op) {
  return graphs::edges_of<Program>.operands(op.id());
}

}  // namespace xscope
