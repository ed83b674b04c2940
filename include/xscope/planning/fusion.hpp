// SPDX-License-Identifier: BSD-3-Clause
// Which nodes become one loop nest: chains of elementwise operations, chains behind a kernel that can do them
// on what it has in registers (a product's bias and activation), chains before a reduction.
#pragma once

#include <cstddef>

#include "../ops/layout.hpp"
#include "fused.hpp"
#include "updates.hpp"

namespace xscope::planning {

/// A shape as rows of its last axis.
struct grid {
  std::size_t rows = 1;
  std::size_t columns = 1;
};
constexpr grid grid_of(const extents& shape) {
  grid out;
  for (std::size_t i = 0; i + 1 < shape.rank(); ++i) out.rows *= shape[i];
  if (shape.rank() > 0) out.columns = shape.back();
  return out;
}

/// How an operand that is broadcast to a shape is walked row by row and column by column.
struct grid_steps {
  bool possible = true;
  std::size_t row = 0;
  std::size_t column = 0;
};
constexpr grid_steps steps_in_grid(const extents& own, const extents& shape) {
  const grid whole = grid_of(shape);
  const std::size_t elements = own.elements();
  if (elements == whole.rows * whole.columns) return {true, whole.columns, 1};
  if (elements == 1) return {};
  const bool last_is_whole = own.back() == whole.columns;
  if (last_is_whole && elements == whole.columns) return {true, 0, 1};
  if (own.back() == 1 && elements == whole.rows) return {true, 1, 0};
  return {false};
}

template <std::size_t Nodes, class List, class Targets>
struct fusion {
  const List& program;
  const Targets& wanted;
  const updates<Nodes>& changes;
  plan<Nodes>& out;

  /// A loop nest in the making, by the node that it is known under: the root of its chain, or the kernel
  /// which the chain stands before.
  struct nest {
    int instructions = 0;
    int operand_count = 0;
    int operands[most_operands]{};
    int ends_at = -1;  // the node at which the loop nest runs
    bool before_kernel = false;
    bool one_type = true;  // all of one floating-point type
    bool packed = false;   // it has to stay of one type: it writes more than one variable
  };
  static constexpr int nobody = -1;
  static constexpr int several = -2;
  static constexpr int whole = -3;

  nest nests[Nodes + 1]{};
  int reader[Nodes + 1]{};  // the nest that reads a node, or one of the above
  bool is_target[Nodes + 1]{};

  constexpr void run() {
    constexpr int n = static_cast<int>(Nodes);
    for (int i = 0; i < n; ++i) reader[i] = nobody;
    for (std::size_t t = 0; t < Targets::count; ++t) {
      if (wanted.nodes[t] < 0) continue;
      is_target[wanted.nodes[t]] = true;
      out.at[wanted.nodes[t]].needed = true;
    }
    for (int i = 0; changes.any && i < n; ++i) {
      if (at(i).kind == node_kind::update && changes.runs[i]) out.at[i].needed = true;
    }
    for (int i = n; i-- > 0;) visit(i);
  }

 private:
  constexpr const node& at(int i) const { return program.nodes[i]; }

  /// An update that is written in the loop nest of a later one.
  constexpr void join_update(int i, int last) {
    nest& into = nests[last];
    ++into.instructions;
    into.packed = true;
    add_operand(into, i, at(i).dtype);
    add_operand(into, at(i).args[1], at(i).dtype);
    out.at[i].fused = true;
    out.at[i].root = last;
    out.at[i].why = reason::assigned;
    reads(at(i).args[1], last);
  }

  constexpr void visit(int i) {
    placement& p = out.at[i];
    const node& n = at(i);
    if (!p.needed || n.kind == node_kind::group) return;
    if (p.in_block) return visit_in_block(i);
    p.root = i;
    if (n.kind == node_kind::update && changes.written_at[i] != i)
      return join_update(i, changes.written_at[i]);
    if (n.kind == node_kind::apply && !is_view(n)) p.why = join(i);
    if (p.fused) {
      p.root = reader[i];
      if (is_kernel(n)) out.at[p.root].kernel = i;
      else if (nests[p.root].before_kernel && at(p.root).args[0] == i) out.at[p.root].prologue = i;
    } else if (n.kind == node_kind::update) {
      p.why = reason::assigned;
    }
    if (is_elementwise(n)) {
      if (!p.fused) begin_nest(i, i, false);
      for (int k = n.kind == node_kind::update ? 1 : 0; k < n.arg_count; ++k) reads(n.args[k], p.root);
    } else if (is_kernel(n)) {
      for (int k = 0; k < n.arg_count; ++k) {
        const bool through_chain = k == 0 && n.op->takes_prologue && n.dtype.is_floating();
        if (through_chain) begin_nest(i, p.fused ? nests[p.root].ends_at : i, true);
        reads(n.args[k], through_chain ? i : whole);
      }
    } else {
      for (const int a : n.operands()) reads(a, whole);
    }
  }

  /// Of a block only its root is stored, and what it reads is outside of it.
  constexpr void visit_in_block(int i) {
    if (!out.at[i].fused) out.at[i].why = reason_outside(i);
    for (const int a : at(i).operands()) {
      if (out.at[a].in_block && out.at[a].fused && out.at[a].root == out.at[i].root) out.at[a].needed = true;
      else reads(a, whole);
    }
  }
  constexpr reason reason_outside(int i) const {
    return is_target[i]           ? reason::handed_out
           : reader[i] == several ? reason::several_loops
                                  : reason::read_whole;
  }

  constexpr void begin_nest(int i, int ends_at, bool before_kernel) {
    nest& made = nests[i];
    made.ends_at = ends_at;
    made.before_kernel = before_kernel;
    made.instructions = before_kernel ? 0 : 1;
    made.one_type = at(i).dtype.is_floating();
    const int end = before_kernel ? 1 : at(i).arg_count;
    for (int k = at(i).kind == node_kind::update ? 1 : 0; k < end; ++k)
      add_operand(made, at(i).args[k], at(i).dtype);
  }
  constexpr void add_operand(nest& to, int a, data_type type) {
    if (!(at(a).dtype == type)) to.one_type = false;
    if (is_uniform(at(a))) return;
    for (int k = 0; k < to.operand_count; ++k) {
      if (to.operands[k] == a) return;
    }
    to.operands[to.operand_count++] = a;
  }

  constexpr void reads(int a, int by) {
    out.at[a].needed = true;
    if (reader[a] == nobody) reader[a] = by;
    else if (reader[a] != by || by == whole) reader[a] = by == whole && reader[a] == whole ? whole : several;
  }

  /// Joins a node to the loop nest that reads it, or says why it cannot be.
  constexpr reason join(int i) {
    const node& n = at(i);
    const int by = reader[i];
    if (is_target[i]) return reason::handed_out;
    if (by == several) return reason::several_loops;
    if (by < 0) return reason::read_whole;
    nest& into = nests[by];
    const extents& shape = into.before_kernel ? at(at(by).args[0]).shape : at(by).shape;
    if (!(n.shape == shape)) return reason::another_shape;
    // A kernel may read an element of a variable when that of the variable's new value is written already.
    const bool with_kernel = is_kernel(n) || into.before_kernel;
    if (is_overtaken(i, into.ends_at + (with_kernel ? 1 : 0))) return reason::variable_moves;
    if (is_kernel(n)) return join_kernel(i, by, into, shape);

    const bool in_grid = into.before_kernel || out.at[by].kernel >= 0;
    const bool one_type = in_grid || into.packed;
    if (one_type && !(n.dtype == at(by).dtype && into.one_type)) return reason::another_type;
    // The operands without the node itself, and with its own.
    nest grown = into;
    for (int k = 0; k < grown.operand_count; ++k) {
      if (grown.operands[k] == i) grown.operands[k--] = grown.operands[--grown.operand_count];
    }
    if (++grown.instructions > most_instructions) return reason::chain_full;
    for (const int a : n.operands()) {
      if (grown.operand_count == most_operands) return reason::chain_full;
      add_operand(grown, a, n.dtype);
      if (one_type && !grown.one_type) return reason::another_type;
      if (!in_grid) continue;
      if (!is_uniform(at(a)) && !walks_in_grid(a, by, shape)) return reason::another_shape;
    }
    into = grown;
    out.at[i].fused = true;
    return reason::none;
  }

  constexpr reason join_kernel(int i, int by, nest& into, const extents& shape) {
    const node& n = at(i);
    if (into.before_kernel || out.at[by].kernel >= 0 || !n.op->takes_epilogue.there)
      return reason::no_epilogue;
    if (!into.one_type || !(n.dtype == at(by).dtype)) return reason::another_type;
    if (!n.op->takes_epilogue(spec_of(program, i))) return reason::no_epilogue;
    for (int k = 0; k < into.operand_count; ++k) {
      if (into.operands[k] != i && !walks_in_grid(into.operands[k], by, shape)) return reason::another_shape;
    }
    out.at[i].fused = true;
    return reason::none;
  }

  /// A kernel stores row by row, and a reduction reads rows that may be longer than the last axis: there,
  /// what is broadcast must be the same for all of them, or the rows must be the last axis.
  constexpr bool walks_in_grid(int operand, int by, const extents& shape) const {
    const grid_steps steps = steps_in_grid(at(operand).shape, shape);
    if (!steps.possible || !nests[by].before_kernel) return steps.possible;
    const std::size_t elements = at(operand).shape.elements();
    if (elements == shape.elements() || elements == 1) return true;
    return rows_are_last_axis(at(by), shape);
  }
  constexpr bool rows_are_last_axis(const node& kernel, const extents& shape) const {
    const ops::reduction_loop loop = ops::reduction_of(shape, program.attributes[kernel.attrs]);
    return loop.rank > 0 && loop.size[loop.rank - 1] == shape.back();
  }

  /// Whether a variable that node i reads itself is changed before node `end`.
  constexpr bool is_overtaken(int i, int end) const {
    for (const int a : at(i).operands()) {
      if (at(a).kind == node_kind::variable && changes.is_changed_before(a, end)) return true;
    }
    return false;
  }
};

}  // namespace xscope::planning
