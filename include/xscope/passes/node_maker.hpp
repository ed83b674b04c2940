// SPDX-License-Identifier: BSD-3-Clause
// Makes nodes of events, in the same way for a program and for the constraint of a variable. These differ
// only in which node stands for an operand.
#pragma once

#include <cstddef>

#include "../lists/array_view.hpp"
#include "../ops/all.hpp"
#include "../ops/node.hpp"
#include "../tracing/event.hpp"

namespace xscope::passes {

using ops::node;
using ops::node_kind;

/// Makes nodes, and adds them to those that are there.
struct node_maker {
  ops::node_buffer nodes;

  constexpr int add(const node& n) { return nodes.add(n); }
  constexpr const node& at(int id) const { return nodes.at(id); }

  /// The node of an event that has no operands: a placeholder, a constant, a variable's first value.
  constexpr int leaf(node_kind kind, const tracing::event& e, std::size_t event) {
    node n{};
    n.kind = kind;
    n.dtype = e.is->dtype;
    n.shape = *e.is->shape;
    n.event = event;
    n.data = e.is->data;
    n.data_size = e.is->data_size;
    // A scalar that fills a shape is kept as one number.
    if (kind == node_kind::constant && e.is->data_size == 1) n.number = e.is->data[0];
    return add(n);
  }

  /// The node of an operation's k-th result. `operand_of` gives an event's node.
  template <class Operands>
  constexpr int applied(const tracing::event& e, std::size_t event, std::size_t k,
                        const Operands& operand_of) {
    node n{};
    n.op = e.is->op;
    const ops::attributes& attrs = *e.is->attributes;
    n.attrs = nodes.attributes_given.number_of(attrs);
    n.dtype = e.is->dtype;
    n.shape = *e.is->shape;
    n.event = event;
    if (n.op->variadic) return joined(e, n, operand_of);
    for (unsigned i = 0; i < e.is->arg_count; ++i) n.args[n.arg_count++] = operand_of(e.operand(i));
    if (n.op->pick.there) {
      ops::gradient_builder g{nodes, nullptr, nullptr, {}};
      return n.op->pick(g, n, attrs, k);
    }
    if (n.op->takes_alpha) n.args[n.arg_count++] = number(attrs.alpha, n.dtype);
    return add(n);
  }

  /// What a constraint makes of a variable's value.
  constexpr int projected(const tracing::projection& constraint, int value) {
    growing<int> made(constraint.count, -1);
    made[0] = value;
    const auto operand_of = [&](std::size_t event) { return made[event]; };
    for (std::size_t i = 1; i < constraint.count; ++i) {
      using enum tracing::event_kind;
      const tracing::event& e = constraint.events[i];
      switch (e.what) {
      case constant: made[i] = leaf(node_kind::constant, e, tracing::no_id); break;
      case apply:
      case apply_in_scope: made[i] = applied(e, tracing::no_id, 0, operand_of); break;
      case output:
        made[i] = applied(constraint.events[e.args[0]], tracing::no_id, e.is->arg_count, operand_of);
        break;
      default: break;
      }
    }
    return made[constraint.result];
  }

  /// A constant of rank 0.
  constexpr int number(double value, data_type dtype) {
    node n{};
    n.kind = node_kind::constant;
    n.dtype = dtype;
    n.number = dsl::number(value);
    n.data_size = 1;
    return add(n);
  }
  /// A node of its own with the value of another.
  constexpr int same(int a) { return unary(ops::identity::info, a, {}); }
  /// An operation of one operand.
  constexpr int unary(const ops::op_info& op, int a, const ops::attributes& attrs) {
    node n{};
    n.op = &op;
    n.attrs = nodes.attributes_given.number_of(attrs);
    n.dtype = at(a).dtype;
    const ops::operand only[] = {{at(a).dtype, at(a).shape}};
    n.shape = op.infer(array_view<ops::operand>(only, 1), attrs).shape;
    n.args[0] = a;
    n.arg_count = 1;
    return add(n);
  }
  /// An operation of two operands of one type, whose result has the shape of `like`.
  constexpr int binary(const ops::op_info& op, int a, int b) { return binary(op, a, b, a); }
  constexpr int binary(const ops::op_info& op, int a, int b, int like) {
    node n{};
    n.op = &op;
    n.dtype = at(a).dtype;
    n.shape = at(like).shape;
    n.args[0] = a;
    n.args[1] = b;
    n.arg_count = 2;
    return add(n);
  }

 private:
  /// An operation of many operands takes them two at a time, from the left.
  template <class Operands>
  constexpr int joined(const tracing::event& e, node n, const Operands& operand_of) {
    const auto prepared = [&](unsigned k) {
      const int given = operand_of(e.operand(k));
      return !e.is->op->each.there ? given : unary(*e.is->op->each, given, *e.is->attributes);
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
      n.shape = n.op->infer(array_view<ops::operand>(both, 2), *e.is->attributes).shape;
      left = add(n);
    }
    return left;
  }
};

}  // namespace xscope::passes
