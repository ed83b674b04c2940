// SPDX-License-Identifier: BSD-3-Clause
// From events to nodes: the program without scopes and names, each training step replaced by the nodes of
// its gradient and its updates. Operands come before what uses them.
#pragma once

#include <cstddef>

#include "../graph/resolved.hpp"
#include "../meta/array_view.hpp"
#include "../meta/growing.hpp"
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
  growing<int> of_event;
  growing<int> current;   // for each event that creates a variable: the node of its value now
  growing<int> versions;  // the nodes of all values that variables have had

  constexpr int add(const node& n) { return nodes.add(n); }
  constexpr const node& at(int id) const { return nodes.list[static_cast<std::size_t>(id)]; }

  template <class Resolution>
  constexpr void run(array_view<tracing::event> events, const Resolution& resolved) {
    using enum tracing::event_kind;
    constexpr std::size_t E = Resolution::size;
    of_event.assign(E, -1);
    current.assign(E, -1);
    for (std::size_t i = 0; i < E; ++i) {
      const tracing::event& e = events[i];
      if (resolved.facts[i].skipped && resolved.facts[i].creator < 0) continue;  // it does not happen
      switch (e.what) {
      case placeholder: of_event[i] = leaf(node_kind::placeholder, e, i); break;
      case constant: of_event[i] = leaf(node_kind::constant, e, i); break;
      case get_variable:
      case create_variable:
      case variable: {
        if (events[static_cast<std::size_t>(resolved.facts[i].creator)].what == get_partitioned) break;
        const std::size_t creator = static_cast<std::size_t>(resolved.facts[i].creator);
        if (current[creator] < 0) current[creator] = leaf(node_kind::variable, events[creator], creator);
        of_event[i] = current[creator];
        break;
      }
      case apply:
      case apply_in_scope: of_event[i] = applied(events, resolved, e, i); break;
      case output:
        of_event[i] = applied(events, resolved, events[e.args[0]], e.args[0], e.is->arg_count);
        break;
      case sum_collection: of_event[i] = summed(events, resolved, i); break;
      case minimize: of_event[i] = minimized(events, resolved, i); break;
      default: break;
      }
    }
  }

 private:
  constexpr int leaf(node_kind kind, const tracing::event& e, std::size_t event) {
    node n;
    n.kind = kind;
    n.dtype = e.is->dtype;
    n.shape = *e.is->shape;
    n.event = event;
    n.data = e.is->data;
    n.data_size = e.is->data_size;
    // A scalar that fills a shape is kept as one number.
    if (kind == node_kind::constant && e.is->data_size == 1) n.number = e.is->data[0];
    if (kind == node_kind::variable) versions.push_back(static_cast<int>(nodes.list.size()));
    return add(n);
  }

  /// The node of an operand: of a variable, its value at this point of the program.
  template <class Resolution>
  constexpr int operand(array_view<tracing::event> events, const Resolution& resolved, std::size_t event) {
    if (!tracing::gives_variable(events[event].what)) return of_event[event];
    const std::size_t creator = static_cast<std::size_t>(resolved.facts[event].creator);
    if (current[creator] < 0) current[creator] = leaf(node_kind::variable, events[creator], creator);
    return current[creator];
  }

  template <class Resolution>
  constexpr int applied(array_view<tracing::event> events, const Resolution& resolved,
                        const tracing::event& e, std::size_t event, std::size_t output = 0) {
    node n;
    n.op = e.is->op;
    n.attrs = *e.is->attributes;
    n.dtype = e.is->dtype;
    n.shape = *e.is->shape;
    n.event = event;
    if (e.is->op->variadic) return joined(events, resolved, e, n);
    for (unsigned k = 0; k < e.is->arg_count; ++k)
      n.args[n.arg_count++] = operand(events, resolved, e.operand(k));
    if (e.is->op->pick.there) {
      ops::gradient_builder g{nodes, nullptr, nullptr, {}};
      return e.is->op->pick(g, n, output);
    }
    return complete(n);
  }

  /// Adds a node whose operands are all there, and the constant that some take beside them.
  constexpr int complete(node n) {
    if (n.op->takes_alpha) n.args[n.arg_count++] = number(n.attrs.alpha, n.dtype);
    return add(n);
  }
  constexpr int number(double value, data_type dtype) {
    node n;
    n.kind = node_kind::constant;
    n.dtype = dtype;
    n.number = dsl::number(value);
    n.data_size = 1;
    return add(n);
  }

  /// The sum of what a collection holds before event i: 0, one item, or more, two at a time.
  template <class Resolution>
  constexpr int summed(array_view<tracing::event> events, const Resolution& resolved, std::size_t i) {
    int sum = -1;
    for (std::size_t k = 0; k < i; ++k) {
      if (!resolving::adds_to_collection(events[k], resolved.facts[k], k, *events[i].is->text)) continue;
      const int item = operand(events, resolved, resolving::collected_by(events[k], k));
      sum = sum < 0 ? same(item) : binary(ops::add_n::info, sum, item);
    }
    if (sum >= 0) return sum;
    node zero;
    zero.kind = node_kind::constant;
    zero.dtype = events[i].is->dtype;
    zero.data_size = 1;
    return add(zero);
  }

  /// An operation of many operands takes them two at a time, from the left.
  template <class Resolution>
  constexpr int joined(array_view<tracing::event> events, const Resolution& resolved, const tracing::event& e,
                       node n) {
    const auto prepared = [&](unsigned k) {
      const int given = operand(events, resolved, e.operand(k));
      return !e.is->op->each.there ? given : unary(*e.is->op->each, given, n.attrs);
    };
    int left = prepared(0);
    if (e.is->arg_count == 1) return same(left);
    if (e.is->op->join.there) n.op = e.is->op->join;
    n.arg_count = 2;
    for (unsigned k = 1; k < e.is->arg_count; ++k) {
      n.args[0] = left;
      n.args[1] = prepared(k);
      const ops::operand both[] = {{at(left).dtype, at(left).shape},
                                   {at(n.args[1]).dtype, at(n.args[1]).shape}};
      n.shape = n.op->infer(array_view<ops::operand>(both, 2), n.attrs).shape;
      left = add(n);
    }
    return left;
  }

  template <class Resolution>
  constexpr int minimized(array_view<tracing::event> events, const Resolution& resolved, std::size_t event) {
    const tracing::event& e = events[event];
    int loss = operand(events, resolved, e.args[0]);
    // The loss that a run gives is the one from before the step, even where it is a variable itself.
    if (at(loss).kind == node_kind::variable) loss = same(loss);
    growing<int> trained;
    for (const int v : versions) {
      if (events[at(v).event].is->trainable && at(v).dtype.is_floating()) trained.push_back(v);
    }
    const growing<int> slopes = reverse(nodes, loss, trained);
    // A loss that was computed around an earlier step may depend on more than one value of a variable.
    growing<int> slope_of(event, -1);
    for (std::size_t k = 0; k < trained.size(); ++k) {
      int& slope = slope_of[at(trained[k]).event];
      if (slopes[k] >= 0) slope = slope < 0 ? slopes[k] : binary(ops::add::info, slope, slopes[k]);
    }
    // All gradients stand before the first update: each sees the values that the loss was computed with.
    growing<int> updates(event, -1);
    for (std::size_t i = 0; i < event; ++i) {
      if (slope_of[i] < 0) continue;
      if (current[i] < 0) current[i] = leaf(node_kind::variable, events[i], i);
      updates[i] = stepped(*e.is->optimizer, current[i], slope_of[i]);
      if (events[i].is->constraint != nullptr) updates[i] = projected(*events[i].is->constraint, updates[i]);
    }
    for (std::size_t i = 0; i < event; ++i) {
      if (updates[i] < 0) continue;
      node n;
      n.kind = node_kind::update;
      n.dtype = at(current[i]).dtype;
      n.shape = at(current[i]).shape;
      n.event = i;
      n.step = event;
      n.args[0] = current[i];
      n.args[1] = updates[i];
      n.arg_count = 2;
      current[i] = -1;  // who reads the variable from here on reads the new value
      add(n);
    }
    return loss;
  }

  /// The variable's new value.
  constexpr int stepped(const dsl::optimizer_info& optimizer, int variable, int slope) {
    const int rate = number(optimizer.learning_rate, at(variable).dtype);
    const int scaled = binary(ops::multiply::info, slope, rate);
    return binary(ops::subtract::info, variable, scaled);
  }
  /// The operations of a constraint over a variable's new value.
  constexpr int projected(const tracing::projection& constraint, int value) {
    growing<int> made(constraint.count, -1);
    made[0] = value;
    for (std::size_t i = 1; i < constraint.count; ++i) {
      const tracing::event& e = constraint.events[i];
      if (e.what == tracing::event_kind::constant) made[i] = leaf(node_kind::constant, e, tracing::no_id);
      if (e.what != tracing::event_kind::apply && e.what != tracing::event_kind::apply_in_scope) continue;
      node n;
      n.op = e.is->op;
      n.attrs = *e.is->attributes;
      n.dtype = e.is->dtype;
      n.shape = *e.is->shape;
      for (unsigned k = 0; k < e.is->arg_count; ++k) n.args[n.arg_count++] = made[e.operand(k)];
      made[i] = complete(n);
    }
    return made[constraint.result];
  }
  constexpr int same(int a) { return unary(ops::identity::info, a, {}); }
  constexpr int unary(const ops::op_info& op, int a, const ops::attributes& attrs) {
    node n;
    n.op = &op;
    n.attrs = attrs;
    n.dtype = at(a).dtype;
    const ops::operand only[] = {{at(a).dtype, at(a).shape}};
    n.shape = op.infer(array_view<ops::operand>(only, 1), attrs).shape;
    n.args[0] = a;
    n.arg_count = 1;
    return add(n);
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
    return l.nodes.list.size();
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
