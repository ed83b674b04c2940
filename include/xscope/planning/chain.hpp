// SPDX-License-Identifier: BSD-3-Clause
// The chain that a loop nest computes: its instructions in order, and the nodes whose buffers it reads.
#pragma once

#include <cstddef>

#include "fusion.hpp"

namespace xscope::planning {

template <std::size_t Nodes>
struct chain {
  fused_spec spec{};
  int operands[most_operands]{};
};

template <std::size_t Nodes, class List>
struct chain_builder {
  const List& program;
  const plan<Nodes>& planned;
  chain<Nodes> out{};
  extents shapes[most_operands]{};
  int emitted[Nodes + 1]{};  // the instruction that computes a node, and one, or 0

  /// A loop nest of its own: neighbouring dimensions that all operands walk alike are one.
  constexpr chain<Nodes> alone(int root) {
    begin(root);
    make_loops(out.spec, program.nodes[root].shape, shapes);
    return out;
  }
  /// Behind a kernel, whose result is operand 0; row by row.
  constexpr chain<Nodes> behind(int root, int kernel) {
    operand(kernel);
    begin(root);
    walk_grid(program.nodes[root].shape, grid_of(program.nodes[root].shape));
    return out;
  }
  /// Before a kernel that reads rows of so many elements.
  constexpr chain<Nodes> before(int root, std::size_t columns) {
    begin(root);
    const extents& shape = program.nodes[root].shape;
    walk_grid(shape, {columns == 0 ? 0 : shape.elements() / columns, columns});
    return out;
  }

 private:
  constexpr void begin(int root) {
    out.spec.result = program.nodes[root].dtype;
    for_each_beside(program, planned, root, [&](int i) {
      const int written = emit(i);
      out.spec.list[written].stores = operand(i) + 1;
    });
    emit(root);
  }
  constexpr void walk_grid(const extents& shape, grid whole) {
    out.spec.rank = 2;
    out.spec.size[0] = whole.rows;
    out.spec.size[1] = whole.columns;
    for (int k = 0; k < out.spec.operands; ++k) {
      const grid_steps steps = steps_in_grid(shapes[k], shape);
      const bool full = shapes[k].elements() == shape.elements();
      out.spec.stride[k][0] = full ? whole.columns : steps.row;
      out.spec.stride[k][1] = steps.column;
    }
  }
  constexpr int operand(int i) {
    const node& n = program.nodes[i];
    for (int k = 0; k < out.spec.operands; ++k) {
      if (out.operands[k] == i) return k;
    }
    out.operands[out.spec.operands] = i;
    out.spec.dtypes[out.spec.operands] = n.dtype;
    shapes[out.spec.operands] = n.shape;
    return out.spec.operands++;
  }
  constexpr argument take(int i) {
    const node& n = program.nodes[i];
    if (planned.at[i].fused && is_elementwise(n)) return {argument_kind::instruction, emit(i)};
    if (is_uniform(n)) return {argument_kind::constant, 0, n.number.real, n.number.integer, n.dtype};
    return {argument_kind::operand, operand(i)};
  }
  constexpr int emit(int i) {
    if (emitted[i] != 0) return emitted[i] - 1;
    const node& n = program.nodes[i];
    instruction step;
    step.dtype = n.dtype;
    step.copies = !is_elementwise(n) || n.kind == node_kind::update;
    if (n.kind == node_kind::update) {
      step.args[step.count++] = take(n.args[1]);
    } else if (n.kind != node_kind::apply || n.op->how == form::view) {
      // A copy: what is handed out although nothing computes it.
      step.args[step.count++] =
          n.kind == node_kind::apply ? take(n.args[0]) : argument{argument_kind::operand, operand(i)};
      if (n.kind == node_kind::apply) shapes[0] = n.shape;
    } else {
      step.op = n.op;
      for (const int a : n.operands()) step.args[step.count++] = take(a);
    }
    out.spec.list[out.spec.instructions] = step;
    emitted[i] = out.spec.instructions + 1;
    return out.spec.instructions++;
  }
};

}  // namespace xscope::planning
