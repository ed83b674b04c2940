// SPDX-License-Identifier: BSD-3-Clause
// Networks that are narrower than a register: where the rows of a batch (or of a series) go through small
// products and functions independently of each other, a register holds one feature of many rows, and a block
// of rows goes through all layers before the next one. No intermediate result is stored.
#pragma once

#include <cstddef>

#include "fused.hpp"
#include "machine.hpp"
#include "updates.hpp"

namespace xscope::planning {

inline constexpr int most_block_instructions = 32;
inline constexpr int most_block_operands = 24;
/// The code of a block has no loops within a row, so it is as long as its products are large; what is behind
/// them is another block, which shares its code with all that are alike.
inline constexpr std::size_t most_block_products = 512;

/// An operation on blocks of rows.
struct block_instruction {
  const ops::op_info* op = nullptr;
  ops::kernel_spec spec{};  // of a kernel
  std::size_t width = 0;    // the columns of its result
  bool has_start = false;   // whether the argument behind the last is what a kernel adds to
  int count = 0;
  argument args[ops::max_operands]{};
  friend constexpr bool operator==(const block_instruction&, const block_instruction&) = default;
};

/// A network that blocks of rows go through. An operand has so many columns for each row, or is the same for
/// all rows, with so many columns, or one element.
struct block_spec {
  std::size_t rows = 0;
  data_type dtype{};
  int instructions = 0;
  int operands = 0;
  block_instruction list[most_block_instructions]{};
  std::size_t width[most_block_operands]{};
  bool per_row[most_block_operands]{};
  friend constexpr bool operator==(const block_spec&, const block_spec&) = default;
};

template <std::size_t Nodes, class List, class Targets>
struct block_planner {
  const List& program;
  const Targets& wanted;
  const updates<Nodes>& changes;
  machine on;
  plan<Nodes>& out;

  static constexpr int nobody = -1;
  static constexpr int several = -2;
  int reader[Nodes + 1]{};
  int operations[Nodes + 1]{};  // of a block, by its root
  int operands[Nodes + 1]{};
  std::size_t products[Nodes + 1]{};  // the multiplications for a row
  bool needed[Nodes + 1]{};

  constexpr void run() {
    constexpr int n = static_cast<int>(Nodes);
    bool any = false;
    for (int i = 0; i < n && !any; ++i) any = is_small_kernel(i);
    if (!any) return;
    for (int i = 0; i < n; ++i) reader[i] = nobody;
    for (std::size_t t = 0; t < Targets::count; ++t) {
      if (wanted.nodes[t] < 0) continue;
      needed[wanted.nodes[t]] = true;
      reader[wanted.nodes[t]] = several;
    }
    for (int i = 0; changes.any && i < n; ++i) {
      if (at(i).kind == node_kind::update && changes.runs[i]) needed[i] = true;
    }
    for (int i = n; i-- > 0;) visit(i);
    // A block without a product is not worth bringing rows into lanes: chains and single kernels have their
    // own ways.
    for (int i = 0; i < n; ++i) {
      placement& p = out.at[i];
      if (p.root < 0 || products[p.root] > 0) continue;
      p.root = -1;
      p.fused = p.in_block = false;
    }
  }

 private:
  constexpr const node& at(int i) const { return program.nodes[i]; }
  constexpr bool is_small_kernel(int i) const {
    return is_kernel(at(i)) && at(i).op->takes_rows.there && at(i).op->takes_rows(spec_of(program, i)) &&
           at(i).shape[0] >= on.lanes(at(i).dtype.size());
  }

  constexpr void visit(int i) {
    const node& n = at(i);
    if (!needed[i] || n.kind == node_kind::group) return;
    const bool fits = is_row_by_row(i);
    if (fits) join(i);
    for (int k = n.kind == node_kind::update ? 1 : 0; k < n.arg_count; ++k) {
      const int a = n.args[k];
      needed[a] = true;
      const bool per_row = fits && (is_kernel(n) ? k == 0 : at(a).shape == n.shape);
      const int by = per_row ? out.at[i].root : several;
      reader[a] = reader[a] == nobody || reader[a] == by ? by : several;
    }
  }
  /// How many numbers of a row a product multiplies.
  constexpr std::size_t products_of(int i) const {
    return is_kernel(at(i)) && at(i).arg_count > 1 ? at(at(i).args[0]).shape[1] * at(i).shape[1] : 0;
  }
  /// Puts a node into the block that reads it, or begins one that ends in it.
  constexpr void join(int i) {
    const int by = reader[i];
    const bool inside = by >= 0 && at(by).shape[0] == at(i).shape[0] && at(by).dtype == at(i).dtype &&
                        operations[by] < most_block_instructions &&
                        operands[by] + at(i).arg_count <= most_block_operands &&
                        products[by] + products_of(i) <= most_block_products && !is_overtaken(i, by);
    const int root = inside ? by : i;
    out.at[i].root = root;
    out.at[i].fused = inside;
    out.at[i].in_block = true;
    ++operations[root];
    operands[root] += at(i).arg_count;
    products[root] += products_of(i);
  }

  /// Whether each row of a node's value depends on the same row of its operands, and on what is the same for
  /// all rows.
  constexpr bool is_row_by_row(int i) const {
    const node& n = at(i);
    if (n.kind != node_kind::apply || !n.dtype.is_floating() || n.shape.rank() != 2) return false;
    if (is_kernel(n)) return is_small_kernel(i);
    if (n.op->how != form::elementwise || n.shape[0] < on.lanes(n.dtype.size()) ||
        n.shape[1] > ops::most_row_width)
      return false;
    for (const int a : n.operands()) {
      const node& arg = at(a);
      if (!(arg.dtype == n.dtype)) return false;
      const bool is_row =
          arg.shape.elements() == n.shape[1] && arg.shape.rank() > 0 && arg.shape.back() == n.shape[1];
      if (!is_uniform(arg) && !(arg.shape == n.shape) && !is_row && arg.shape.elements() != 1) return false;
    }
    return true;
  }
  constexpr bool is_overtaken(int i, int end) const {
    for (const int a : at(i).operands()) {
      if (at(a).kind == node_kind::variable && changes.is_changed_before(a, end + 1)) return true;
    }
    return false;
  }
};

/// The network of a block, and the nodes whose buffers it reads.
template <std::size_t Nodes>
struct block {
  block_spec spec{};
  int operands[most_block_operands]{};
};

template <std::size_t Nodes, class List>
struct block_builder {
  const List& program;
  const plan<Nodes>& planned;
  block<Nodes> out{};
  int emitted[Nodes + 1]{};  // the instruction that computes a node, and one, or 0

  constexpr block<Nodes> run(int root) {
    out.spec.rows = program.nodes[root].shape[0];
    out.spec.dtype = program.nodes[root].dtype;
    emit(root);
    return out;
  }

 private:
  constexpr int emit(int i) {
    if (emitted[i] != 0) return emitted[i] - 1;
    const int kernel = started(i);
    const int done = kernel < 0 ? i : kernel;
    const node& n = program.nodes[done];
    block_instruction step;
    step.op = n.op;
    step.width = n.shape[1];
    if (is_kernel(n)) step.spec = spec_of(program, done);
    for (int k = 0; k < n.arg_count; ++k) {
      const bool per_row = is_kernel(n) ? k == 0 : program.nodes[n.args[k]].shape == n.shape;
      step.args[step.count++] = take(n.args[k], per_row);
    }
    if (kernel >= 0) {
      const node& sum = program.nodes[i];
      const int start = sum.args[sum.args[0] == kernel ? 1 : 0];
      step.has_start = true;
      step.args[step.count] = take(start, program.nodes[start].shape == sum.shape);
    }
    out.spec.list[out.spec.instructions] = step;
    emitted[i] = out.spec.instructions + 1;
    return out.spec.instructions++;
  }
  /// The kernel that a sum is computed by: one of its operands, which only it reads. Or none.
  constexpr int started(int i) const {
    const node& n = program.nodes[i];
    if (n.kind != node_kind::apply || !n.op->is_sum) return -1;
    for (const int a : n.operands()) {
      if (!planned.at[a].fused || !planned.at[a].in_block || !is_kernel(program.nodes[a])) continue;
      if (program.nodes[a].shape == n.shape &&
          static_cast<std::size_t>(program.nodes[a].arg_count) < ops::max_operands && readers(a) == 1)
        return a;
    }
    return -1;
  }
  constexpr int readers(int a) const {
    int count = 0;
    for (int i = a; i <= planned.at[a].root; ++i) {
      if (planned.at[i].root != planned.at[a].root) continue;
      for (const int k : program.nodes[i].operands()) count += k == a ? 1 : 0;
    }
    return count;
  }
  constexpr argument take(int a, bool per_row) {
    const node& n = program.nodes[a];
    if (planned.at[a].fused && planned.at[a].in_block) return {argument_kind::instruction, emit(a)};
    if (is_uniform(n) && !planned.at[a].stored)
      return {argument_kind::constant, 0, n.number.real, n.number.integer, n.dtype};
    for (int k = 0; k < out.spec.operands; ++k) {
      if (out.operands[k] == a && out.spec.per_row[k] == per_row) return {argument_kind::operand, k};
    }
    const int k = out.spec.operands++;
    out.operands[k] = a;
    out.spec.per_row[k] = per_row;
    out.spec.width[k] = per_row ? n.shape[1] : n.shape.elements();
    return {argument_kind::operand, k};
  }
};

}  // namespace xscope::planning
