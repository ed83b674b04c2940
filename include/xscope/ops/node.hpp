// SPDX-License-Identifier: BSD-3-Clause
// Nodes: a resolved program without its scopes, as an array in which each node's operands come before it.
// The gradient stage appends to it, the planner reads it.
#pragma once

#include <cstddef>
#include <initializer_list>

#include "../meta/array_view.hpp"
#include "../meta/growing.hpp"
#include "op.hpp"

namespace xscope::ops {

enum class node_kind : unsigned char {
  placeholder,
  variable,  // its value when it is read
  constant,  // data, or the scalar `number` in every element
  apply,
  update,  // args[0] the variable, args[1] its new value
  group    // no value: it has run when its operands have
};

struct node {
  node_kind kind = node_kind::apply;
  data_type dtype{};
  extents shape{};
  const op_info* op = nullptr;
  attributes attrs{};
  int args[max_operands]{-1, -1, -1};
  int arg_count = 0;
  std::size_t event = static_cast<std::size_t>(-1);  // the event that it comes from
  int after = -1;                                    // a node that has run before this one does
  int together = -1;  // of an update: the first one of those that one formula gives
  const dsl::number* data = nullptr;
  std::size_t data_size = 0;
  dsl::number number{};

  constexpr array_view<int> operands() const { return {args, static_cast<std::size_t>(arg_count)}; }
};

/// The nodes of a program while they are made: those of earlier pages stay where they are. Nodes are named by
/// number: a reference does not outlive the next `add`.
struct node_buffer {
  growing<const node*> earlier;
  growing<node> added;

  constexpr int size() const { return static_cast<int>(earlier.size() + added.size()); }
  constexpr const node& at(int id) const {
    const auto i = static_cast<std::size_t>(id);
    return i < earlier.size() ? *earlier[i] : added[i - earlier.size()];
  }
  /// A node of this page.
  constexpr node& mine(int id) { return added[static_cast<std::size_t>(id) - earlier.size()]; }
  constexpr int add(const node& n) {
    added.push_back(n);
    return size() - 1;
  }
};

/// The operations with which gradients are added up; the gradient stage names them, since this header comes
/// before all operations.
struct summation {
  const op_info* add;
  const op_info* reduce_sum;
  const op_info* reshape;
};

/// Appends the nodes of a gradient (reverse accumulation). Operations call it in their `gradient`.
struct gradient_builder {
  node_buffer& nodes;
  int* slopes;           // for each node of the program the node of d(loss)/d(node), or -1
  const bool* relevant;  // for each node of the program whether what is trained is behind it
  summation sums;
  std::size_t sum = no_event;  // the event that the sums of gradients are said to come from

  static constexpr std::size_t no_event = static_cast<std::size_t>(-1);

  constexpr const node& at(int id) const { return nodes.at(id); }
  constexpr int arg(int id, int i) const { return at(id).args[i]; }
  constexpr int add(const node& n) { return nodes.add(n); }
  constexpr int apply(const op_info& op, std::initializer_list<int> args, attributes attrs = {}) {
    node n;
    n.op = &op;
    n.attrs = attrs;
    operand given[max_operands];
    for (const int a : args) {
      given[n.arg_count] = {at(a).dtype, at(a).shape};
      n.args[n.arg_count++] = a;
    }
    const inferred result = op.infer(array_view<operand>(given, args.size()), n.attrs);
    if (result.as.there) n.op = result.as;
    n.dtype = result.dtype;
    n.shape = result.shape;
    return add(n);
  }
  /// A scalar with the element type of a node.
  constexpr int scalar(double value, int like) {
    node n;
    n.kind = node_kind::constant;
    n.dtype = at(like).dtype;
    n.number = dsl::number(value);
    n.data_size = 1;
    return add(n);
  }

  /// Whether a gradient with respect to the node is of any use.
  constexpr bool wants(int id) const { return relevant[id]; }

  /// Adds a gradient to that of `to`, summed over what was broadcast.
  constexpr void flow(int to, int gradient) {
    if (!wants(to)) return;
    const extents shape = at(to).shape;
    if (!(at(gradient).shape == shape)) {
      // What was broadcast to several places gets the sum of their gradients.
      attributes over;
      over.has_axis = true;
      const std::size_t added = at(gradient).shape.rank() - shape.rank();
      for (std::size_t i = 0; i < at(gradient).shape.rank(); ++i) {
        if (i < added || (shape[i - added] == 1 && at(gradient).shape[i] != 1)) {
          over.axes[over.axis_count++] = static_cast<int>(i);
        }
      }
      gradient = apply(*sums.reduce_sum, {gradient}, over);
      if (!(at(gradient).shape == shape)) {
        attributes back;
        back.shape = shape;
        back.has_shape = true;
        gradient = apply(*sums.reshape, {gradient}, back);
      }
    }
    if (slopes[to] >= 0) {
      gradient = apply(*sums.add, {slopes[to], gradient});
      nodes.added[nodes.added.size() - 1].event = sum;
    }
    slopes[to] = gradient;
  }
};

/// The type of an operation from its info: operations specialize it beside their definition.
template <const op_info* Info>
struct op_at;

}  // namespace xscope::ops
