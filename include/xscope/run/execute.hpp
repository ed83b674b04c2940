// SPDX-License-Identifier: BSD-3-Clause
// Executing a plan: its steps as calls with constant offsets, unrolled. Kernels are compiled once for each
// specification, not for each node.
#pragma once

#include <cstddef>
#include <utility>

#include "../graph/graph.hpp"
#include "../plan/plan.hpp"
#include "fuse.hpp"

namespace xscope::running {

using planning::node;
using planning::node_kind;

/// Where the variables of a program lie, by the number of the event that creates them.
template <std::size_t Events>
struct variable_layout {
  std::size_t offset[Events + 1]{};
  std::size_t bytes = 0;
};

template <class Program>
inline constexpr auto layout_of = [] {
  using selected = graphs::selection<Program>;
  variable_layout<selected::size> out;
  for (std::size_t i = 0; i < selected::size; ++i) {
    if (!selected::is_new_variable(i)) continue;
    const tracing::event& e = graphs::events_of<Program>.list[i];
    out.offset[i] = out.bytes;
    out.bytes += planning::aligned(e.is->shape->elements() * e.is->dtype.size());
  }
  return out;
}();

/// What a session holds beside its variables: a slot for each placeholder, the constants that need memory,
/// and then the workspace of whichever plan runs.
template <std::size_t Nodes>
struct scratch_layout {
  std::size_t offset[Nodes + 1]{};  // of placeholders and constants
  std::size_t workspace = 0;        // where the plan's part begins
};

template <class Program>
inline constexpr auto scratch_of = [] {
  constexpr const auto& list = gradients::nodes_of<Program>;
  scratch_layout<std::remove_cvref_t<decltype(list)>::size> out;
  for (std::size_t i = 0; i < list.size; ++i) {
    const node& n = list.nodes[i];
    if (n.kind != node_kind::placeholder && n.kind != node_kind::constant) continue;
    out.offset[i] = out.workspace;
    out.workspace += planning::aligned(n.shape.elements() * n.dtype.size());
  }
  return out;
}();

/// The memory that a run works on.
struct memory {
  std::byte* variables;
  std::byte* scratch;
  const void* const* feeds;  // in the order of the placeholders
};

template <class Op, ops::kernel_spec Spec, class T, class... P>
[[gnu::noinline]] void run_kernel(T* to, const P*... from) {
  Op::template forward<Spec>(to, from...);
}

/// Runs the plan of a program for some targets. Layout says where the variables lie.
template <class Program, auto Targets, auto Layout>
struct executor {
  static constexpr const auto& program = gradients::nodes_of<Program>;
  static constexpr const auto& plan = planning::plan_of<Program, Targets>;
  static constexpr const auto& scratch = scratch_of<Program>;

  template <int I>
  using element = element_t<program.nodes[I].dtype.value>;

  static constexpr std::size_t placeholder_index(std::size_t event) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < event; ++i) {
      n += graphs::events_of<Program>.list[i].what == tracing::event_kind::placeholder ? 1U : 0U;
    }
    return n;
  }

  /// The buffer that a node's value lies in, for reading.
  template <int I>
  XSCOPE_INLINE static const element<I>* read(const memory& m) {
    constexpr int home = plan.at[I].home;
    constexpr const node& n = program.nodes[home];
    if constexpr (n.kind == node_kind::constant)
      return reinterpret_cast<const element<I>*>(m.scratch + scratch.offset[home]);
    else if constexpr (plan.at[home].stored)
      return reinterpret_cast<const element<I>*>(m.scratch + scratch.workspace + plan.at[home].offset);
    else if constexpr (n.kind == node_kind::variable)
      return reinterpret_cast<const element<I>*>(m.variables + Layout.offset[n.event]);
    else return static_cast<const element<I>*>(m.feeds[placeholder_index(n.event)]);
  }

  template <int I>
  XSCOPE_INLINE static element<I>* written(const memory& m) {
    constexpr const node& n = program.nodes[I];
    if constexpr (n.kind == node_kind::update)
      return reinterpret_cast<element<I>*>(m.variables + Layout.offset[n.event]);
    else return reinterpret_cast<element<I>*>(m.scratch + scratch.workspace + plan.at[I].offset);
  }

  /// A chain's operand. What is copied into its own place is read from where it comes from.
  template <int Root, int I>
  XSCOPE_INLINE static const element<I>* chain_operand(const memory& m) {
    constexpr const node& n = program.nodes[I];
    if constexpr (Root != I) return read<I>(m);
    else if constexpr (n.kind == node_kind::variable)
      return reinterpret_cast<const element<I>*>(m.variables + Layout.offset[n.event]);
    else return static_cast<const element<I>*>(m.feeds[placeholder_index(n.event)]);
  }

  template <int I>
  static constexpr ops::kernel_spec spec_of() {
    ops::kernel_spec spec;
    spec.out = program.nodes[I].shape;
    spec.attrs = program.nodes[I].attrs;
    for (int k = 0; k < program.nodes[I].arg_count; ++k)
      spec.in[k] = program.nodes[program.nodes[I].args[k]].shape;
    return spec;
  }

  template <int I>
  XSCOPE_INLINE static void step(const memory& m) {
    constexpr const node& n = program.nodes[I];
    if constexpr (n.kind == node_kind::apply && n.op->how == ops::form::kernel) {
      using op = typename ops::op_at<n.op>::type;
      [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
        run_kernel<op, spec_of<I>()>(written<I>(m), read<n.args[K]>(m)...);
      }(std::make_index_sequence<static_cast<std::size_t>(n.arg_count)>{});
    } else {
      constexpr const auto& chain = planning::chain_of<Program, Targets, I>;
      [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
        run_chain<chain.spec>(written<I>(m), chain_operand<I, chain.operands[K]>(m)...);
      }(std::make_index_sequence<static_cast<std::size_t>(chain.spec.operands)>{});
    }
  }

  /// Steps [From, To), halved again and again: the recursion is as deep as the logarithm.
  template <std::size_t From, std::size_t To>
  XSCOPE_INLINE static void steps(const memory& m) {
    if constexpr (To - From == 1) {
      step<plan.steps[From]>(m);
    } else if constexpr (To > From) {
      steps<From, (From + To) / 2>(m);
      steps<(From + To) / 2, To>(m);
    }
  }

  static void run(const memory& m) { steps<0, plan.step_count>(m); }
};

}  // namespace xscope::running
