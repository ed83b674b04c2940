// SPDX-License-Identifier: BSD-3-Clause
// What a plan says of each node: whether it is needed, which loop nest computes it, where its value lies,
// and why it lies there.
#pragma once

#include <cstddef>

#include "simplify.hpp"

namespace xscope::planning {

/// Every buffer begins at a multiple of this many bytes.
inline constexpr std::size_t alignment = 64;

constexpr std::size_t aligned(std::size_t bytes, std::size_t to = alignment) {
  return (bytes + to - 1) / to * to;
}

/// Why a node's value is written to memory.
enum class reason : unsigned char {
  none,
  handed_out,      // it is a result of the run
  several_loops,   // loop nests that differ read it
  read_whole,      // what reads it is not elementwise, and takes no chain before it
  no_epilogue,     // it is a kernel that takes no chain behind it, or a reader has a kernel already
  another_shape,   // what reads it has another shape: it is broadcast
  another_type,    // the chain behind the kernel is not of one floating-point type
  chain_full,      // the chain that reads it has as many operations or operands as a chain may have
  variable_moves,  // a variable that it reads is changed before the chain runs
  assigned         // it is a variable's new value
};

/// What is known of a node in a plan.
struct placement {
  bool needed = false;
  bool fused = false;     // computed within the loop nest of another node, `root`
  bool stored = false;    // its value is written to memory: the workspace, a constant's to the constants
  bool steps = false;     // it has a loop nest of its own, which ends in it
  bool in_block = false;  // that loop nest takes blocks of rows, side by side in registers
  reason why = reason::none;
  int root = -1;           // the node whose loop nest computes it
  int kernel = -1;         // of a root: the kernel whose epilogue its chain is
  int prologue = -1;       // of a kernel: the root of the chain that it reads its first operand through
  int home = -1;           // the node whose buffer holds its value
  int in_place_of = -1;    // the node whose buffer it takes over, element by element
  int last_use = -1;       // the last node whose loop nest reads its buffer
  std::size_t shift = 0;   // where in that buffer, in bytes
  std::size_t offset = 0;  // of a home in the workspace, in bytes
};

template <std::size_t Nodes>
struct plan {
  placement at[Nodes + 1]{};
  int steps[Nodes + 1]{};  // the nodes in which loop nests end, in order
  std::size_t step_count = 0;
  std::size_t workspace_bytes = 0;
};

/// What a fetch asks for: nodes that have values (-1 in the place of what has none), and nodes that run for
/// what they change.
template <std::size_t N>
struct targets {
  int nodes[N + 1]{};
  static constexpr std::size_t count = N;
  bool with_effects = false;  // all that is changed anywhere
  int effects[N + 1]{};       // or this
  std::size_t effect_count = 0;
  constexpr bool trains() const { return with_effects || effect_count > 0; }
  friend constexpr bool operator==(const targets&, const targets&) = default;
};

/// Calls f(update) for each update but the last that is written in the loop nest of update `root`.
template <std::size_t Nodes, class List, class F>
constexpr void for_each_beside(const List& program, const plan<Nodes>& planned, int root, const F& f) {
  if (program.nodes[root].kind != node_kind::update) return;
  for (int i = program.nodes[root].together; i >= 0 && i < root; ++i) {
    if (program.nodes[i].kind == node_kind::update && planned.at[i].fused && planned.at[i].root == root) f(i);
  }
}

/// What a kernel is compiled for.
template <class List>
constexpr ops::kernel_spec spec_of(const List& program, int i) {
  const node& n = program.nodes[i];
  ops::kernel_spec spec;
  spec.out = n.shape;
  spec.attrs = program.attributes[n.attrs];
  for (int k = 0; k < n.arg_count; ++k) spec.in[k] = program.nodes[n.args[k]].shape;
  return spec;
}

constexpr bool is_elementwise(const node& n) {
  return n.kind == node_kind::update || (n.kind == node_kind::apply && n.op->how == form::elementwise);
}
constexpr bool is_kernel(const node& n) { return n.kind == node_kind::apply && n.op->how == form::kernel; }
constexpr bool is_view(const node& n) { return n.kind == node_kind::apply && n.op->how == form::view; }

}  // namespace xscope::planning
