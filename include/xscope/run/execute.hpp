// SPDX-License-Identifier: BSD-3-Clause
// Executing a plan: its steps as calls with constant offsets, unrolled. Kernels are compiled once for each
// specification, not for each node.
#pragma once

#include <cstddef>
#include <utility>

#include "../graph/graph.hpp"
#include "../plan/result.hpp"
#include "access.hpp"
#include "block.hpp"

namespace xscope::running {

using planning::layout_of;
using planning::node;
using planning::node_kind;
using planning::variable_layout;

/// What a session holds beside its variables: a slot for each placeholder, the constants that need memory,
/// and then room for a run.
template <std::size_t Nodes>
struct scratch_layout {
  std::size_t offset[Nodes + 1]{};  // of placeholders and constants
  std::size_t room = 0;             // where the room for a run begins
};

template <class Program>
inline constexpr auto scratch_of = [] {
  constexpr const auto& list = planning::nodes_of<Program>;
  scratch_layout<std::remove_cvref_t<decltype(list)>::size> out;
  for (std::size_t i = 0; i < list.size; ++i) {
    const node& n = list.nodes[i];
    if (n.kind != node_kind::placeholder && n.kind != node_kind::constant) continue;
    out.offset[i] = out.room;
    out.room += planning::aligned(n.shape.elements() * n.dtype.size());
  }
  return out;
}();

/// The offsets of a program's variables in the memory of the program that owns them.
template <class Program, class Source>
inline constexpr auto layout_in = [] {
  variable_layout<graphs::selection<Program>::size> out;
  out.bytes = layout_of<Source>.bytes;
  for (const auto& v : graphs::graph_t<Program>::variables()) {
    out.offset[v.id()] = layout_of<Source>.offset[graphs::graph_t<Source>::event_named(v.op_name())];
  }
  return out;
}();
template <class Program>
inline constexpr auto layout_in<Program, Program> = layout_of<Program>;

/// The memory that a run works on.
struct memory {
  std::byte* variables;
  std::byte* slots;          // of placeholders and constants
  std::byte* workspace;      // of the plan
  const void* const* feeds;  // in the order of the placeholders
};

/// Alike kernels share this code: it depends on sizes and types, and on nothing of the program.
template <class Op, ops::kernel_spec Spec, class To, class... From>
[[gnu::noinline]] void run_kernel(To to, From... from) {
  Op::template forward<Spec>(to, from...);
}

/// Runs the plan of a program for some targets. Source is the program whose session owns the variables.
template <class Program, auto Targets, class Source>
struct executor {
  static constexpr const auto& program = planning::nodes_of<Program>;
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

  /// The address of a node's value, for reading.
  template <int I>
  XSCOPE_INLINE static const element<I>* read(const memory& m) {
    constexpr int home = plan.at[I].home;
    constexpr std::size_t shift = plan.at[I].shift;
    constexpr const node& n = program.nodes[home];
    if constexpr (n.kind == node_kind::constant)
      return reinterpret_cast<const element<I>*>(m.slots + scratch.offset[home] + shift);
    else if constexpr (plan.at[home].stored)
      return reinterpret_cast<const element<I>*>(m.workspace + plan.at[home].offset + shift);
    else if constexpr (n.kind == node_kind::variable)
      return reinterpret_cast<const element<I>*>(m.variables + layout_in<Program, Source>.offset[n.event] +
                                                 shift);
    else
      return static_cast<const element<I>*>(m.feeds[placeholder_index(n.event)]) + shift / sizeof(element<I>);
  }

  template <int I>
  XSCOPE_INLINE static element<I>* written(const memory& m) {
    constexpr const node& n = program.nodes[I];
    constexpr const planning::placement& p = plan.at[I];
    if constexpr (n.kind == node_kind::update)
      return reinterpret_cast<element<I>*>(m.variables + layout_in<Program, Source>.offset[n.event]);
    else return reinterpret_cast<element<I>*>(m.workspace + plan.at[p.home].offset + p.shift);
  }

  /// A chain's operand. What is copied into its own place is read from where it comes from.
  template <int Root, int I>
  XSCOPE_INLINE static const element<I>* chain_operand(const memory& m) {
    constexpr const node& n = program.nodes[I];
    if constexpr (Root != I) return read<I>(m);
    else if constexpr (n.kind == node_kind::variable)
      return reinterpret_cast<const element<I>*>(m.variables + layout_in<Program, Source>.offset[n.event]);
    else return static_cast<const element<I>*>(m.feeds[placeholder_index(n.event)]);
  }

  /// What a kernel stores into: memory, or the chain behind it that ends in node Root.
  template <int Kernel, int Root>
  XSCOPE_INLINE static auto sink(const memory& m) {
    constexpr std::size_t columns = planning::grid_of(program.nodes[Kernel].shape).columns;
    if constexpr (Kernel == Root) {
      return ops::direct_sink<element<Root>, columns>{written<Root>(m)};
    } else {
      constexpr const auto& chain = planning::chain_of<Program, Targets, Root>;
      return [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
        return chain_sink<chain.spec, element<Root>, columns>{written<Root>(m),
                                                              {{read<chain.operands[K + 1]>(m)...}}};
      }(std::make_index_sequence<static_cast<std::size_t>(chain.spec.operands - 1)>{});
    }
  }
  /// What a kernel reads its first operand from: memory, or a chain.
  template <int Kernel>
  XSCOPE_INLINE static auto source(const memory& m) {
    constexpr int from = program.nodes[Kernel].args[0];
    if constexpr (plan.at[Kernel].prologue < 0) {
      constexpr ops::kernel_spec spec = planning::spec_of(program, Kernel);
      return ops::direct_source<element<from>, ops::reduction_of(spec.in[0], spec.attrs).row_length()>{
          read<from>(m)};
    } else {
      constexpr const auto& chain = planning::prologue_of<Program, Targets, Kernel>;
      return [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
        return chain_source<chain.spec, element<from>>{{{read<chain.operands[K]>(m)...}}};
      }(std::make_index_sequence<static_cast<std::size_t>(chain.spec.operands)>{});
    }
  }

  /// The kernel Kernel, whose loop nest ends in node Root.
  template <int Kernel, int Root>
  XSCOPE_INLINE static void kernel(const memory& m) {
    constexpr const node& n = program.nodes[Kernel];
    using op = typename ops::op_at<n.op>::type;
    constexpr ops::kernel_spec spec = planning::spec_of(program, Kernel);
    const auto to = [&] {
      if constexpr (n.op->takes_epilogue.there) return sink<Kernel, Root>(m);
      else return written<Root>(m);
    }();
    const auto operand = [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
      if constexpr (K == 0 && n.op->takes_prologue) return source<Kernel>(m);
      else return read<n.args[K]>(m);
    };
    [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
      run_kernel<op, spec>(to, operand(std::integral_constant<std::size_t, K>{})...);
    }(std::make_index_sequence<static_cast<std::size_t>(n.arg_count)>{});
  }

  template <int I>
  XSCOPE_INLINE static void step(const memory& m) {
    constexpr const node& n = program.nodes[I];
    if constexpr (plan.at[I].in_block) {
      constexpr const auto& block = planning::block_of<Program, Targets, I>;
      [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
        run_block<block.spec>(written<I>(m), read<block.operands[K]>(m)...);
      }(std::make_index_sequence<static_cast<std::size_t>(block.spec.operands)>{});
    } else if constexpr (plan.at[I].kernel >= 0) {
      kernel<plan.at[I].kernel, I>(m);
    } else if constexpr (planning::is_kernel(n)) {
      kernel<I, I>(m);
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
