// SPDX-License-Identifier: BSD-3-Clause
// Gradients, by reverse accumulation: each operation knows its own part, and what nothing that is asked for
// stands behind is left out. Names are TensorFlow's: all stand in one name scope, those of an operation N in
// N_grad below it.
#pragma once

#include "graph_maker.hpp"

namespace xscope::passes {

template <std::size_t Events, bool Trains, class Resolution>
struct differentiator : graph_maker<Events, Trains, Resolution> {
  using base = graph_maker<Events, Trains, Resolution>;
  using base::at, base::nodes, base::of, base::events, base::made, base::pass, base::slopes, base::relevant;
  using base::base;
  using base::stopped;

  /// Of a sum of gradients that has no name yet.
  static constexpr std::size_t unnamed = no_id - 1;

  /// Notes for each node whether what is wanted stands behind it: variables by `of.wanted`, tensors by
  /// number.
  constexpr void mark(const growing<int>& tensors, const growing<int>& stops) {
    pass.before = static_cast<std::size_t>(nodes.size());
    slopes.assign(pass.before, -1);
    relevant.assign(pass.before, false);
    stopped.assign(pass.before, false);
    for (const int x : tensors) {
      if (x >= 0) relevant[static_cast<std::size_t>(x)] = true;
    }
    for (const int s : stops) {
      if (s >= 0) stopped[static_cast<std::size_t>(s)] = true;
    }
    for (std::size_t i = 0; i < pass.before; ++i) {
      const node& n = at(static_cast<int>(i));
      if (relevant[i]) continue;
      bool is = is_wanted(n);
      if (n.kind == node_kind::apply && n.dtype.is_floating() && n.op->gradient.there) {
        for (int k = 0; k < n.arg_count && !is; ++k) {
          const auto a = static_cast<std::size_t>(n.args[k]);
          is = relevant[a] &&
               !(stopped[a] && at(n.args[k]).kind == node_kind::apply && !is_tensor(tensors, n.args[k]));
        }
      }
      relevant[i] = is;
    }
  }
  /// What flows into y: ones, or what is given. Nothing flows through integers.
  constexpr void seed(int y, int given, unsigned k) {
    if (y < 0 || !at(y).dtype.is_floating()) return;
    int start = given;
    if (given < 0) {
      start = this->number(1.0, at(y).dtype);
      nodes.mine(start).shape = at(y).shape;
      this->make_operation(start, "Fill");
    } else {
      start = this->same(given);
      this->make_operation(start, names_of_seeds[k < 8 ? k : 8]);
    }
    int& slope = slopes[static_cast<std::size_t>(y)];
    slope = slope < 0 ? start : sum(slope, start);  // named when the node is looked at
  }

  /// The gradients of one node's operands.
  constexpr void flow_back(int i) {
    const int slope = slopes[static_cast<std::size_t>(i)];
    if (slope < 0 || !relevant[static_cast<std::size_t>(i)]) return;
    name_sum(slope);
    const node& of_node = at(i);
    if (of_node.kind != node_kind::apply || stopped[static_cast<std::size_t>(i)] ||
        !of_node.op->gradient.there)
      return;
    const int first = nodes.size();
    ops::gradient_builder g{nodes,
                            slopes.data(),
                            relevant.data(),
                            {&ops::add::info, &ops::reduce_sum::info, &ops::reshape::info},
                            unnamed};
    const std::size_t of_event = of_node.event;  // (the node may move)
    of_node.op->gradient(g, i, slope);
    make_operations(first, of_event);
  }

  /// The gradient of what a variable's value node stands for joins those of its other values.
  constexpr void sum_up(int value) {
    const int slope = slopes[static_cast<std::size_t>(value)];
    if (slope < 0 || !is_wanted(at(value))) return;
    int& all = of.slope[at(value).event];
    if (all < 0) {
      all = slope;
    } else {
      all = sum(all, slope);
      name_sum(all);
    }
  }

  /// Names a sum of gradients, now that it has all of its parts.
  constexpr void name_sum(int id) {
    if (at(id).event != unnamed) return;
    this->make({.what = event_kind::apply,
                .node = id,
                .op_name = "AddN",
                .as = &ops::add_n::info,
                .first_operand = static_cast<unsigned>(this->operands.size())});
    for (int part = id; part >= 0;) {
      const bool more = at(part).event == unnamed;
      this->operand_node(more ? at(part).args[1] : part);
      part = more ? at(part).args[0] : -1;
    }
  }

 protected:
  /// A sum of gradients, which is named when it has all of its parts.
  constexpr int sum(int a, int b) {
    const int id = this->binary(ops::add::info, a, b);
    nodes.mine(id).event = unnamed;
    this->wait(id);
    return id;
  }

 private:
  static constexpr const char* names_of_seeds[9] = {"grad_ys_0", "grad_ys_1", "grad_ys_2",
                                                    "grad_ys_3", "grad_ys_4", "grad_ys_5",
                                                    "grad_ys_6", "grad_ys_7", "grad_ys"};

  constexpr bool is_wanted(const node& n) const {
    return n.kind == node_kind::variable && n.event < Events && of.wanted[n.event] && n.dtype.is_floating();
  }
  static constexpr bool is_tensor(const growing<int>& tensors, int id) {
    for (const int x : tensors) {
      if (x == id) return true;
    }
    return false;
  }
  /// Events for the nodes from `first` on: the gradient of an operation.
  constexpr void make_operations(int first, std::size_t of_event) {
    bool opened = false;
    const int end = nodes.size();
    for (int id = first; id < end; ++id) {
      if (this->context >= 0) this->wait(id);
      const node& n = nodes.mine(id);
      if (n.event == unnamed) continue;
      if (!opened && of_event < unnamed) this->make_scope(event_kind::enter_gradient, of_event);
      opened = true;
      this->make_operation(id, n.kind == node_kind::apply ? n.op->name : "Const");
    }
    if (opened && of_event < unnamed) this->leave();
  }
};

}  // namespace xscope::passes
