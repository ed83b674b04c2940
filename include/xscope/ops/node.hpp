// SPDX-License-Identifier: BSD-3-Clause
// Nodes: a resolved program without its scopes, as an array in which each node's operands come before it.
// The gradient stage appends to it, the planner reads it.
#pragma once

#include <cstddef>
#include <initializer_list>

#include "../lists/array_view.hpp"
#include "../lists/growing.hpp"
#include "../lists/optional_number.hpp"
#include "op.hpp"

namespace xscope::ops {

enum class node_kind : unsigned char {
  apply,
  placeholder,
  variable,  // its value when it is read
  constant,  // data, or the scalar `number` in every element
  update,    // args[0] the variable, args[1] its new value
  group      // no value: it has run when its operands have
};

/// (Whatever is not said of a node is 0: see optional_number.hpp.)
struct node {
  node_kind kind;
  data_type dtype;
  extents shape;
  const op_info* op;
  int attrs;  // the number of its attributes among those of the program
  int args[max_operands];
  int arg_count;
  optional_number<std::size_t> event;  // the event that it comes from
  optional_number<int> after;          // a node that has run before this one does
  optional_number<int> together;       // of an update: the first one of those that one formula gives
  const dsl::number* data;
  std::size_t data_size;
  dsl::number number;

  constexpr array_view<int> operands() const { return {args, static_cast<std::size_t>(arg_count)}; }
};

/// Those of a node without any.
inline constexpr attributes no_attributes{};

/// The attributes that nodes have, each once: few of thousands of nodes differ in them, and they are most of
/// what can be said of a node. Number 0 are those of a node without any. Those of earlier pages stay where
/// they are.
struct attribute_buffer {
  growing<const attributes*> earlier;
  growing<attributes> added;

  constexpr int size() const { return static_cast<int>(earlier.size() + added.size()); }
  constexpr const attributes& at(int number) const {
    const auto i = static_cast<std::size_t>(number);
    return i < earlier.size() ? *earlier[i] : added[i - earlier.size()];
  }
  /// Those of an earlier page, before any is added.
  constexpr void know(const attributes& a) {
    earlier.push_back(&a);
    note(slot_of(a));
  }
  constexpr int number_of(const attributes& a) {
    const std::size_t slot = slot_of(a);
    for (int i = last[slot]; i != 0; i = before[static_cast<std::size_t>(i - 1)]) {
      if (at(i - 1) == a) return i - 1;
    }
    added.push_back(a);
    note(slot);
    return size() - 1;
  }

 private:
  static constexpr std::size_t slots = 128;
  int last[slots]{};    // by hash: the last one's number and one, or 0
  growing<int> before;  // for each one the one before it in its slot

  /// What differs most often.
  static constexpr std::size_t slot_of(const attributes& a) {
    return (static_cast<std::size_t>(a.axes[0]) + 3 * static_cast<std::size_t>(a.axes[1]) + 7 * a.axis_count +
            11 * a.shape.dims[0] + 13 * a.shape.dims[1] + 17 * a.shape.rank_ + (a.transpose_a ? 19U : 0U) +
            (a.transpose_b ? 23U : 0U) + (a.keepdims ? 29U : 0U)) %
           slots;
  }
  constexpr void note(std::size_t slot) {
    before.push_back(last[slot]);
    last[slot] = size();
  }
};

/// Every page but the last one has at least so many nodes.
inline constexpr std::size_t full_page = 480;

/// The nodes of one page, and their attributes.
struct node_page {
  const node* nodes = nullptr;
  std::size_t first = 0;  // the number of its first node
  std::size_t count = 0;
  const attributes* attributes_of = nullptr;
  std::size_t attribute_count = 0;
};
/// The node of that number, on one of these pages.
constexpr const node& node_on(const node_page* pages, std::size_t page_count, std::size_t id) {
  std::size_t p = id / full_page;
  if (p >= page_count) p = page_count - 1;
  while (id < pages[p].first) --p;
  return pages[p].nodes[id - pages[p].first];
}

/// The nodes of a program while they are made: those of earlier pages stay where they are. Nodes are named by
/// number: a reference does not outlive the next `add`. (Nothing is called more often than `at`, and calls
/// are what a compiler's memory goes into: it has none within.)
struct node_buffer {
  attribute_buffer attributes_given;
  growing<node_page> earlier;
  growing<node> added;

  constexpr int size() const { return static_cast<int>(before_ + count_); }
  /// How many nodes there are on earlier pages.
  constexpr std::size_t before() const { return before_; }
  constexpr const node& at(int id) const {
    const auto i = static_cast<std::size_t>(id);
    if (i >= before_) return own_[i - before_];
    return node_on(pages_, page_count_, i);
  }
  /// A node of this page.
  constexpr node& mine(int id) { return own_[static_cast<std::size_t>(id) - before_]; }
  constexpr int add(const node& n) {
    own_ = added.push_back(n);
    return static_cast<int>(before_ + count_++);
  }
  /// An earlier page, before any node is added.
  constexpr void know(const node_page& page) {
    for (std::size_t i = 0; i < page.attribute_count; ++i) attributes_given.know(page.attributes_of[i]);
    earlier.push_back(page);
    pages_ = earlier.data();
    page_count_ = earlier.size();
    before_ = page.first + page.count;
  }

 private:
  const node_page* pages_ = nullptr;
  std::size_t page_count_ = 0;
  std::size_t before_ = 0;
  node* own_ = nullptr;  // those that were added
  std::size_t count_ = 0;
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
  constexpr const attributes& attrs(int id) const { return nodes.attributes_given.at(at(id).attrs); }
  constexpr int arg(int id, int i) const { return at(id).args[i]; }
  constexpr int add(const node& n) { return nodes.add(n); }
  constexpr int apply(const op_info& op, std::initializer_list<int> args) {
    return apply(op, args, no_attributes, 0);
  }
  constexpr int apply(const op_info& op, std::initializer_list<int> args, const attributes& attrs) {
    return apply(op, args, attrs, nodes.attributes_given.number_of(attrs));
  }
  /// The same, where the number of the attributes is known.
  constexpr int apply(const op_info& op, std::initializer_list<int> args, const attributes& attrs,
                      int number) {
    node n{};
    n.op = &op;
    n.attrs = number;
    operand given[max_operands];
    int count = 0;
    for (const int a : args) {
      const node& from = nodes.at(a);
      given[count] = {from.dtype, from.shape};
      n.args[count++] = a;
    }
    n.arg_count = count;
    const inferred result = op.infer(array_view<operand>(given, static_cast<std::size_t>(count)), attrs);
    if (result.as.there) n.op = result.as.to;
    n.dtype = result.dtype;
    n.shape = result.shape;
    return nodes.add(n);
  }
  /// A scalar with the element type of a node.
  constexpr int scalar(double value, int like) {
    node n{};
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
    if (!relevant[to]) return;
    if (!(nodes.at(gradient).shape == nodes.at(to).shape)) {
      const extents shape = at(to).shape;
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

/// The code of an operation: `forward`, and for some `rows`. What is elementwise specializes it beside its
/// definition, the others in `kernels`, which only what runs includes.
template <const op_info* Info>
struct code_of;

}  // namespace xscope::ops
