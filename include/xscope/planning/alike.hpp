// SPDX-License-Identifier: BSD-3-Clause
// Which steps of a plan run the same code on other buffers: a long program, as a network that is unrolled
// over time, has thousands of steps and a few dozen kinds of them.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "plan.hpp"

namespace xscope::planning {

/// The code of a step, as the nodes that it computes and where each finds its arguments; and the nodes whose
/// buffers it reads, in order.
template <std::size_t Nodes, class List>
struct recipe {
  const List& program;
  const plan<Nodes>& planned;
  growing<int> code{};
  growing<int> parts{};  // nodes that are computed, and numbers
  growing<int> operands{};

  static constexpr int of_its_own = 1'000'000;  // what is in the code beside numbers of operands
  static constexpr int a_chain = 2'000'000;
  static constexpr int a_number = 3'000'000;
  static constexpr int the_kernel = 4'000'000;
  static constexpr int an_instruction = 5'000'000;
  static constexpr int a_store = 6'000'000;

  constexpr void make(int root) {
    const placement& p = planned.at[root];
    if (p.in_block) {
      code.push_back(of_its_own + root);
      block_builder<Nodes, List> b{program, planned};
      const block<Nodes> made = b.run(root);
      for (int k = 0; k < made.spec.operands; ++k) operand(made.operands[k]);
      return;
    }
    const int kernel = is_kernel(at(root)) ? root : p.kernel;
    if (kernel >= 0) add_kernel(kernel);
    if (kernel != root) add_chain(root, kernel);
  }

  /// Whether two steps run the same code.
  friend constexpr bool operator==(const recipe& a, const recipe& b) {
    if (a.code.size() != b.code.size() || a.parts.size() != b.parts.size() ||
        a.operands.size() != b.operands.size())
      return false;
    for (std::size_t i = 0; i < a.code.size(); ++i) {
      if (a.code[i] != b.code[i]) return false;
    }
    for (std::size_t i = 0; i < a.operands.size(); ++i) {
      const node& x = a.at(a.operands[i]);
      const node& y = a.at(b.operands[i]);
      if (!(x.dtype == y.dtype) || !(x.shape == y.shape)) return false;
    }
    for (std::size_t i = 0; i < a.parts.size(); ++i) {
      if (!same_part(a.at(a.parts[i]), a.at(b.parts[i]))) return false;
    }
    return true;
  }
  constexpr std::uint64_t hash() const {
    std::uint64_t h = code.size();
    const auto mix = [&](std::uint64_t with) {
      h = (h ^ with) * 0x9E3779B97F4A7C15ULL;
      h ^= h >> 29U;
    };
    for (const int c : code) mix(static_cast<std::uint64_t>(c));
    for (const int i : operands) mix(at(i).shape.elements());
    for (const int i : parts) {
      const node& n = at(i);
      if (n.kind == node_kind::apply)
        mix(static_cast<std::uint64_t>(n.op->type[0]) << 8U | static_cast<unsigned char>(n.op->type[1]));
    }
    return h;
  }

 private:
  constexpr const node& at(int i) const { return program.nodes[i]; }

  static constexpr bool same_part(const node& a, const node& b) {
    if (a.kind != b.kind || !(a.dtype == b.dtype) || !(a.shape == b.shape)) return false;
    if (a.kind == node_kind::constant)
      return std::bit_cast<std::uint64_t>(a.number.real) == std::bit_cast<std::uint64_t>(b.number.real) &&
             a.number.integer == b.number.integer;
    if (a.kind != node_kind::apply) return true;
    return ops::same(*a.op, *b.op) && (a.op->how == form::elementwise || a.attrs == b.attrs);
  }

  constexpr int operand(int i) {
    for (std::size_t k = 0; k < operands.size(); ++k) {
      if (operands[k] == i) return static_cast<int>(k);
    }
    operands.push_back(i);
    return static_cast<int>(operands.size()) - 1;
  }
  constexpr void add_kernel(int kernel) {
    const node& n = at(kernel);
    parts.push_back(kernel);
    for (int k = 0; k < n.arg_count; ++k) {
      const int prologue = k == 0 && n.op->takes_prologue ? planned.at[kernel].prologue : -1;
      if (prologue >= 0) add_chain(prologue, -1);
      else code.push_back(operand(n.args[k]));
    }
  }
  constexpr void add_chain(int root, int kernel) {
    growing<int> done;
    code.push_back(a_chain);
    for_each_beside(program, planned, root, [&](int i) {
      add_instruction(i, kernel, done);
      code.push_back(a_store);
      code.push_back(operand(i));
    });
    add_instruction(root, kernel, done);
  }
  /// Gives the number of the instruction in its chain, as `chain_builder` does.
  constexpr int add_instruction(int i, int kernel, growing<int>& done) {
    for (std::size_t k = 0; k < done.size(); ++k) {
      if (done[k] == i) return static_cast<int>(k);
    }
    const node& n = at(i);
    int from[ops::max_operands]{};
    int count = 0;
    if (n.kind != node_kind::apply && n.kind != node_kind::update) {
      from[count++] = operand(i);
    } else {
      const int end = is_view(n) ? 1 : n.arg_count;
      for (int k = n.kind == node_kind::update ? 1 : 0; k < end; ++k)
        from[count++] = source(n.args[k], kernel, done);
    }
    for (int k = 0; k < count; ++k) code.push_back(from[k]);
    code.push_back(an_instruction);
    parts.push_back(i);
    done.push_back(i);
    return static_cast<int>(done.size()) - 1;
  }
  constexpr int source(int a, int kernel, growing<int>& done) {
    const node& n = at(a);
    if (a == kernel) return the_kernel;
    if (planned.at[a].fused && is_elementwise(n))
      return an_instruction + 1 + add_instruction(a, kernel, done);
    if (!is_uniform(n)) return operand(a);
    parts.push_back(a);
    return a_number;
  }
};

/// The kinds of steps that a plan has.
template <std::size_t Steps>
struct kinds {
  static constexpr std::size_t slots = std::bit_ceil(2 * Steps + 2);
  std::size_t count = 0;
  int of[Steps + 1]{};        // of each step
  int operands[Steps + 1]{};  // how many buffers each step reads
  int first[Steps + 1]{};     // for each kind the node in which its first step ends
  int table[slots]{};         // by hash: a kind and one, or 0
};

/// So many steps are looked at in one constant: compilers limit what evaluating it may take.
inline constexpr std::size_t steps_at_a_time = 256;

/// The kinds of the first To steps.
template <const auto& Graph, machine On, auto Targets, std::size_t To>
inline constexpr auto kinds_up_to = [] {
  constexpr const auto& planned = plan_of<Graph, On, Targets>;
  constexpr std::size_t from = To - steps_at_a_time;
  using all = kinds<planned.step_count>;
  all out;
  if constexpr (from > 0) out = kinds_up_to<Graph, On, Targets, from>;
  using one = recipe<node_count<Graph>, list_of<Graph>>;
  for (std::size_t s = from; s < To && s < planned.step_count; ++s) {
    one own{Graph, planned};
    own.make(planned.steps[s]);
    out.operands[s] = static_cast<int>(own.operands.size());
    std::size_t slot = own.hash() % all::slots;
    int found = -1;
    for (; out.table[slot] != 0 && found < 0; slot = (slot + 1) % all::slots) {
      one other{Graph, planned};
      other.make(out.first[out.table[slot] - 1]);
      if (own == other) found = out.table[slot] - 1;
    }
    if (found < 0) {
      found = static_cast<int>(out.count++);
      out.first[found] = planned.steps[s];
      out.table[slot] = found + 1;
    }
    out.of[s] = found;
  }
  return out;
}();
/// How many such pieces the steps of a plan make.
template <const auto& Graph, machine On, auto Targets>
inline constexpr std::size_t step_parts =
    (plan_of<Graph, On, Targets>.step_count + steps_at_a_time - 1) / steps_at_a_time;
/// The kinds of all steps of a plan.
template <const auto& Graph, machine On, auto Targets>
inline constexpr const auto& kinds_of =
    kinds_up_to<Graph, On, Targets, step_parts<Graph, On, Targets> * steps_at_a_time>;

/// Which of the buffers that the step ending in Root reads is that of a node.
template <const auto& Graph, machine On, auto Targets, int Root, int Node>
inline constexpr std::size_t operand_number = [] {
  recipe<node_count<Graph>, list_of<Graph>> r{Graph, plan_of<Graph, On, Targets>};
  r.make(Root);
  std::size_t k = 0;
  while (r.operands[k] != Node) ++k;
  return k;
}();

}  // namespace xscope::planning
