// SPDX-License-Identifier: BSD-3-Clause
// From events to nodes: the program without scopes and names, each training step replaced by the nodes of
// its gradient and its updates. Operands come before what uses them.
#pragma once

#include <cstddef>
#include <vector>

#include "../graph/resolved.hpp"
#include "../ops/all.hpp"
#include "../ops/node.hpp"
#include "reverse.hpp"

namespace xscope::gradients {

/// The nodes of a program, and for each event the node that stands for its result (or -1).
template <std::size_t Nodes, std::size_t Events>
struct node_list {
  static constexpr std::size_t size = Nodes;
  node nodes[Nodes + 1]{};
  int of_event[Events + 1]{};
};

/// Builds the nodes. A variable has a node for each of its values: the one before a training step and the
/// one after it are different.
struct lowering {
  node_buffer nodes;
  std::vector<int> of_event;
  std::vector<int> current;  // for each event that creates a variable: the node of its value now

  constexpr int add(const node& n) { return nodes.add(n); }
  constexpr const node& at(int id) const { return nodes.list[id]; }

  template <std::size_t E>
  constexpr void run(std::span<const tracing::event> events, const resolving::resolution<E>& resolved) {
    using enum tracing::event_kind;
    of_event.assign(E, -1);
    current.assign(E, -1);
    for (std::size_t i = 0; i < E; ++i) {
      const tracing::event& e = events[i];
      switch (e.what) {
        case placeholder: of_event[i] = leaf(node_kind::placeholder, e, i); break;
        case constant: of_event[i] = leaf(node_kind::constant, e, i); break;
        case get_variable:
        case variable: {
          const std::size_t creator = static_cast<std::size_t>(resolved.facts[i].creator);
          if (current[creator] < 0) current[creator] = leaf(node_kind::variable, events[creator], creator);
          of_event[i] = current[creator];
          break;
        }
        case apply:
        case apply_in_scope: of_event[i] = applied(events, resolved, e, i); break;
        case minimize: of_event[i] = minimized(events, resolved, i); break;
        default: break;
      }
    }
  }

 private:
  constexpr int leaf(node_kind kind, const tracing::event& e, std::size_t event) {
    node n;
    n.kind = kind;
    n.dtype = e.dtype;
    n.shape = *e.shape;
    n.event = event;
    n.data = e.data;
    n.data_size = e.data_size;
    // A scalar that fills a shape is kept as one number.
    if (kind == node_kind::constant && e.data_size == 1) n.number = e.data[0];
    return add(n);
  }

  /// The node of an operand: of a variable, its value at this point of the program.
  template <std::size_t E>
  constexpr int operand(std::span<const tracing::event> events, const resolving::resolution<E>& resolved,
                        std::size_t event) {
    const auto what = events[event].what;
    if (what != tracing::event_kind::get_variable && what != tracing::event_kind::variable) return of_event[event];
    const std::size_t creator = static_cast<std::size_t>(resolved.facts[event].creator);
    if (current[creator] < 0) current[creator] = leaf(node_kind::variable, events[creator], creator);
    return current[creator];
  }

  template <std::size_t E>
  constexpr int applied(std::span<const tracing::event> events, const resolving::resolution<E>& resolved,
                        const tracing::event& e, std::size_t event) {
    node n;
    n.op = e.op;
    n.attrs = *e.attributes;
    n.dtype = e.dtype;
    n.shape = *e.shape;
    n.event = event;
    for (const std::size_t id : e.operands()) n.args[n.arg_count++] = operand(events, resolved, id);
    return add(n);
  }

  template <std::size_t E>
  constexpr int minimized(std::span<const tracing::event> events, const resolving::resolution<E>& resolved,
                          std::size_t event) {
    const tracing::event& e = events[event];
    const int loss = of_event[e.args[0]];
    std::vector<int> trained;
    for (std::size_t i = 0; i < event; ++i) {
      const bool is_new = resolved.facts[i].creator == static_cast<int>(i);
      if (is_new && events[i].trainable && events[i].dtype.is_floating() && current[i] >= 0) trained.push_back(current[i]);
    }
    const std::vector<int> slopes = reverse(nodes, loss, trained);
    // All gradients stand before the first update: each sees the values that the loss was computed with.
    std::vector<int> updates;
    for (std::size_t k = 0; k < trained.size(); ++k) {
      if (slopes[k] >= 0) updates.push_back(stepped(*e.optimizer, trained[k], slopes[k]));
      else updates.push_back(-1);
    }
    for (std::size_t k = 0; k < trained.size(); ++k) {
      if (updates[k] < 0) continue;
      const node v = at(trained[k]);
      node n;
      n.kind = node_kind::update;
      n.dtype = v.dtype;
      n.shape = v.shape;
      n.event = v.event;
      n.args[0] = trained[k];
      n.args[1] = updates[k];
      n.arg_count = 2;
      current[v.event] = -1;  // who reads the variable from here on reads the new value
      add(n);
    }
    return loss;
  }

  /// The variable's new value.
  constexpr int stepped(const dsl::optimizer_info& optimizer, int variable, int slope) {
    node rate;
    rate.kind = node_kind::constant;
    rate.dtype = at(variable).dtype;
    rate.number = dsl::number(optimizer.learning_rate);
    rate.data_size = 1;
    const int scaled = binary(ops::multiply::info, slope, add(rate));
    return binary(ops::subtract::info, variable, scaled);
  }
  constexpr int binary(const ops::op_info& op, int a, int b) {
    node n;
    n.op = &op;
    n.dtype = at(a).dtype;
    n.shape = at(a).shape;
    n.args[0] = a;
    n.args[1] = b;
    n.arg_count = 2;
    return add(n);
  }
};

template <class Program>
constexpr auto list_nodes() {
  constexpr std::size_t count = [] {
    lowering l;
    l.run(graphs::events_of<Program>.view(), graphs::resolution_of<Program>);
    return static_cast<std::size_t>(l.nodes.count);
  }();
  constexpr std::size_t events = std::remove_cvref_t<decltype(graphs::events_of<Program>)>::size;
  node_list<count, events> out;
  lowering l;
  l.run(graphs::events_of<Program>.view(), graphs::resolution_of<Program>);
  for (std::size_t i = 0; i < count; ++i) out.nodes[i] = l.nodes.list[i];
  for (std::size_t i = 0; i < events; ++i) out.of_event[i] = l.of_event[i];
  return out;
}

template <class Program>
inline constexpr auto nodes_of = list_nodes<Program>();

}  // namespace xscope::gradients
