// SPDX-License-Identifier: BSD-3-Clause
// Executing a plan. A short one: its steps as calls with constant offsets, unrolled. A long one: a table of
// its steps, each a function for all steps of its kind, and offsets. Kernels are compiled once for each
// specification, not for each node.
#pragma once

#include <cstddef>
#include <utility>

#include "../graphs/graph.hpp"
#include "../kernels/all.hpp"
#include "../planning/alike.hpp"
#include "../planning/result.hpp"
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

/// Whether a node is a constant that something reads: others stand for equal ones.
template <class Program>
inline constexpr auto constants_read = [] {
  constexpr const auto& list = planning::nodes_of<Program>;
  struct {
    bool node[list.size + 1]{};
    std::size_t count = 0;
  } out;
  const auto read = [&](int i) {
    if (list.nodes[i].kind != node_kind::constant || out.node[i]) return;
    out.node[i] = true;
    ++out.count;
  };
  for (std::size_t i = 0; i < list.size; ++i) {
    for (const int a : list.nodes[i].operands()) read(a);
  }
  for (std::size_t i = 0; i < list.events; ++i) {
    if (list.of_event[i] >= 0) read(list.of_event[i]);
  }
  return out;
}();

template <class Program>
inline constexpr auto scratch_of = [] {
  constexpr const auto& list = planning::nodes_of<Program>;
  scratch_layout<std::remove_cvref_t<decltype(list)>::size> out;
  for (std::size_t i = 0; i < list.size; ++i) {
    const node& n = list.nodes[i];
    if (n.kind != node_kind::placeholder && !constants_read<Program>.node[i]) continue;
    out.offset[i] = out.room;
    out.room += planning::aligned(n.shape.elements() * n.dtype.size());
  }
  return out;
}();

/// The constants that a session writes into their places. (A table of what that takes and no more: the nodes
/// themselves would become a part of the program.)
struct constant_to_fill {
  std::size_t offset = 0;
  std::size_t elements = 0;
  data_type dtype{};
  const dsl::number* data = nullptr;  // or the number itself
  std::size_t data_size = 0;
  dsl::number number{};
};
template <class Program>
inline constexpr auto constants_of = [] {
  constexpr const auto& list = planning::nodes_of<Program>;
  struct {
    constant_to_fill all[constants_read<Program>.count + 1]{};
    std::size_t count = 0;
  } out;
  for (std::size_t i = 0; i < list.size; ++i) {
    if (!constants_read<Program>.node[i]) continue;
    const node& n = list.nodes[i];
    out.all[out.count++] = {scratch_of<Program>.offset[i],       n.shape.elements(), n.dtype,
                            n.data_size == 1 ? nullptr : n.data, n.data_size,        n.number};
  }
  return out;
}();

/// The offsets of a program's variables in the memory of the program that owns them.
template <class Program, class Holder>
inline constexpr auto layout_in = [] {
  variable_layout<graphs::selection<Program>::size> out;
  out.bytes = layout_of<Holder>.bytes;
  for (const auto& v : graphs::graph_t<Program>::variables()) {
    out.offset[v.id()] = layout_of<Holder>.offset[graphs::graph_t<Holder>::event_named(v.op_name())];
  }
  return out;
}();
template <class Program>
inline constexpr auto layout_in<Program, Program> = layout_of<Program>;

/// Where the buffers of a run begin.
struct buffers {
  std::byte* variables;
  std::byte* slots;          // of placeholders and constants
  std::byte* workspace;      // of the plan
  const void* const* feeds;  // in the order of the placeholders
};

/// A plan of more steps than this is a table.
inline constexpr std::size_t most_unrolled_steps = 192;

/// Where a buffer lies: in the variables, slots, workspace, or in a feed, from this byte on.
struct place {
  static constexpr unsigned variables = 0;
  static constexpr unsigned slots = 1;
  static constexpr unsigned workspace = 2;
  static constexpr unsigned first_feed = 3;
  unsigned base = 0;
  std::size_t offset = 0;
};
/// A step in a table: where it writes, and then what it reads. Root is the first step of its kind.
template <int Root>
struct table_step {
  std::byte* const* bases;
  const place* places;

  std::byte* at(std::size_t k) const { return bases[places[k].base] + places[k].offset; }
};

/// Alike kernels share this code: it depends on sizes and types, and on nothing of the program.
template <class Op, ops::kernel_spec Spec, class To, class... From>
[[gnu::noinline]] void run_kernel(To to, From... from) {
  Op::template forward<Spec>(to, from...);
}

/// Runs the plan of a program for some targets. Holder is the program whose session holds the variables.
template <class Program, auto Targets, class Holder>
struct executor {
  static constexpr const auto& program = planning::nodes_of<Program>;
  static constexpr const auto& plan = planning::plan_for<Program, Targets>;
  static constexpr const auto& scratch = scratch_of<Program>;

  template <int I>
  using element = element_t<program.nodes[I].dtype.value>;

  /// For each event how many placeholders stand before it.
  static constexpr std::size_t event_count = graphs::event_count<Program>;
  struct placeholder_numbers {
    unsigned before[event_count + 1]{};
  };
  static constexpr placeholder_numbers placeholders = [] {
    placeholder_numbers out;
    for (std::size_t i = 0; i < event_count; ++i) {
      const bool is = graphs::events_of<Program>.list[i].what == tracing::event_kind::placeholder;
      out.before[i + 1] = out.before[i] + (is ? 1U : 0U);
    }
    return out;
  }();

  /// Where a node's value lies, for reading.
  static constexpr place place_of(int i) {
    const int home = plan.at[i].home;
    const std::size_t shift = plan.at[i].shift;
    const node& n = program.nodes[home];
    if (n.kind == node_kind::constant) return {place::slots, scratch.offset[home] + shift};
    if (plan.at[home].stored) return {place::workspace, plan.at[home].offset + shift};
    return given(n, shift);
  }
  /// Of a variable or a feed.
  static constexpr place given(const node& n, std::size_t shift) {
    if (n.kind == node_kind::variable)
      return {place::variables, layout_in<Program, Holder>.offset[n.event] + shift};
    return {place::first_feed + placeholders.before[n.event], shift};
  }
  static constexpr place place_written(int i) {
    if (program.nodes[i].kind == node_kind::update) return given(program.nodes[program.nodes[i].args[0]], 0);
    return {place::workspace, plan.at[plan.at[i].home].offset + plan.at[i].shift};
  }
  /// Of a chain's operand. What is copied into its own place is read from where it comes from.
  static constexpr place place_in_chain(int root, int i) {
    if (program.nodes[i].kind == node_kind::update) return place_written(i);
    return root == i ? given(program.nodes[i], 0) : place_of(i);
  }
  template <place P, class T>
  XSCOPE_INLINE static T* address(const buffers& m) {
    if constexpr (P.base == place::variables) return reinterpret_cast<T*>(m.variables + P.offset);
    else if constexpr (P.base == place::slots) return reinterpret_cast<T*>(m.slots + P.offset);
    else if constexpr (P.base == place::workspace) return reinterpret_cast<T*>(m.workspace + P.offset);
    else
      return reinterpret_cast<T*>(static_cast<const std::byte*>(m.feeds[P.base - place::first_feed]) +
                                  P.offset);
  }

  // Each of these for a step with constant offsets, and for one in a table.
  template <int I>
  XSCOPE_INLINE static const element<I>* read(const buffers& m) {
    return address<place_of(I), const element<I>>(m);
  }
  template <int I, int Root>
  XSCOPE_INLINE static const element<I>* read(const table_step<Root>& m) {
    return reinterpret_cast<const element<I>*>(m.at(
        1 + planning::operand_number<planning::nodes_of<Program>, planning::this_machine, Targets, Root, I>));
  }
  template <int I>
  XSCOPE_INLINE static element<I>* written(const buffers& m) {
    return address<place_written(I), element<I>>(m);
  }
  template <int I, int Root>
  XSCOPE_INLINE static element<I>* written(const table_step<Root>& m) {
    return reinterpret_cast<element<I>*>(m.at(0));
  }
  template <int Root, int I>
  XSCOPE_INLINE static const element<I>* chain_operand(const buffers& m) {
    return address<place_in_chain(Root, I), const element<I>>(m);
  }
  template <int Root, int I>
  XSCOPE_INLINE static const element<I>* chain_operand(const table_step<Root>& m) {
    return read<I>(m);
  }

  /// What a kernel stores into: memory, or the chain behind it that ends in node Root.
  template <int Kernel, int Root, class Memory>
  XSCOPE_INLINE static auto sink(const Memory& m) {
    constexpr std::size_t columns = planning::grid_of(program.nodes[Kernel].shape).columns;
    if constexpr (Kernel == Root) {
      return kernels::direct_sink<element<Root>, columns>{written<Root>(m)};
    } else {
      constexpr const auto& chain =
          planning::chain_of<planning::nodes_of<Program>, planning::this_machine, Targets, Root>;
      return [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
        return chain_sink<chain.spec, element<Root>, columns>{
            written<Root>(m), {{chain_operand<Root, chain.operands[K + 1]>(m)...}}};
      }(std::make_index_sequence<static_cast<std::size_t>(chain.spec.operands - 1)>{});
    }
  }
  /// What a kernel reads its first operand from: memory, or a chain.
  template <int Kernel, class Memory>
  XSCOPE_INLINE static auto reader(const Memory& m) {
    constexpr int from = program.nodes[Kernel].args[0];
    if constexpr (plan.at[Kernel].prologue < 0) {
      constexpr ops::kernel_spec spec = planning::spec_of(program, Kernel);
      return kernels::direct_reader<element<from>, ops::reduction_of(spec.in[0], spec.attrs).row_length()>{
          read<from>(m)};
    } else {
      constexpr const auto& chain =
          planning::prologue_of<planning::nodes_of<Program>, planning::this_machine, Targets, Kernel>;
      return [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
        return chain_reader<chain.spec, element<from>>{{{read<chain.operands[K]>(m)...}}};
      }(std::make_index_sequence<static_cast<std::size_t>(chain.spec.operands)>{});
    }
  }

  /// The kernel Kernel, whose loop nest ends in node Root.
  template <int Kernel, int Root, class Memory>
  XSCOPE_INLINE static void kernel(const Memory& m) {
    constexpr const node& n = program.nodes[Kernel];
    using op = ops::code_of<n.op>;
    constexpr ops::kernel_spec spec = planning::spec_of(program, Kernel);
    const auto to = [&] {
      if constexpr (n.op->takes_epilogue.there) return sink<Kernel, Root>(m);
      else return written<Root>(m);
    }();
    const auto operand = [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
      if constexpr (K == 0 && n.op->takes_prologue) return reader<Kernel>(m);
      else return read<n.args[K]>(m);
    };
    [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
      run_kernel<op, spec>(to, operand(std::integral_constant<std::size_t, K>{})...);
    }(std::make_index_sequence<static_cast<std::size_t>(n.arg_count)>{});
  }

  template <int I, class Memory>
  XSCOPE_INLINE static void step(const Memory& m) {
    constexpr const node& n = program.nodes[I];
    if constexpr (plan.at[I].in_block) {
      constexpr const auto& block =
          planning::block_of<planning::nodes_of<Program>, planning::this_machine, Targets, I>;
      [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
        run_block<block.spec>(written<I>(m), read<block.operands[K]>(m)...);
      }(std::make_index_sequence<static_cast<std::size_t>(block.spec.operands)>{});
    } else if constexpr (plan.at[I].kernel >= 0) {
      kernel<plan.at[I].kernel, I>(m);
    } else if constexpr (planning::is_kernel(n)) {
      kernel<I, I>(m);
    } else {
      constexpr const auto& chain =
          planning::chain_of<planning::nodes_of<Program>, planning::this_machine, Targets, I>;
      [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
        run_chain<chain.spec>(written<I>(m), chain_operand<I, chain.operands[K]>(m)...);
      }(std::make_index_sequence<static_cast<std::size_t>(chain.spec.operands)>{});
    }
  }

  /// Steps [From, To), halved again and again: the recursion is as deep as the logarithm.
  template <std::size_t From, std::size_t To>
  XSCOPE_INLINE static void steps(const buffers& m) {
    if constexpr (To - From == 1) {
      step<plan.steps[From]>(m);
    } else if constexpr (To > From) {
      steps<From, (From + To) / 2>(m);
      steps<(From + To) / 2, To>(m);
    }
  }

  /// A function for all steps of a kind; it gives the places behind its own.
  using function = const place* (*)(std::byte* const* bases, const place*);
  template <std::size_t Kind>
  static const place* step_of_kind(std::byte* const* bases, const place* places) {
    constexpr int root =
        planning::kinds_of<planning::nodes_of<Program>, planning::this_machine, Targets>.first[Kind];
    step<root>(table_step<root>{bases, places});
    return places + 1 + operand_count<root>;
  }
  template <int Root>
  static constexpr std::size_t operand_count = [] {
    planning::recipe<program.size, std::remove_cvref_t<decltype(program)>> r{program, plan};
    r.make(Root);
    return r.operands.size();
  }();

  /// The steps from a multiple of steps_at_a_time on: the kind of each, and the places of all.
  template <std::size_t First>
  struct table {
    static constexpr std::size_t left = plan.step_count - First;
    static constexpr std::size_t steps = left < planning::steps_at_a_time ? left : planning::steps_at_a_time;
    static constexpr std::size_t size = [] {
      std::size_t n = steps;
      for (std::size_t s = 0; s < steps; ++s)
        n += static_cast<std::size_t>(
            planning::kinds_of<planning::nodes_of<Program>, planning::this_machine, Targets>.operands[First +
                                                                                                      s]);
      return n;
    }();
    struct list {
      unsigned short kinds[steps]{};
      place places[size]{};
    };
    static constexpr list all = [] {
      list out;
      std::size_t n = 0;
      for (std::size_t s = 0; s < steps; ++s) {
        const int root = plan.steps[First + s];
        out.kinds[s] = static_cast<unsigned short>(
            planning::kinds_of<planning::nodes_of<Program>, planning::this_machine, Targets>.of[First + s]);
        planning::recipe<program.size, std::remove_cvref_t<decltype(program)>> r{program, plan};
        r.make(root);
        out.places[n++] = place_written(root);
        for (const int i : r.operands) out.places[n++] = place_in_chain(root, i);
      }
      return out;
    }();
  };
  template <std::size_t First>
  static void run_table(std::byte* const* bases) {
    [&]<std::size_t... K>(std::index_sequence<K...>) {
      static constexpr function functions[] = {&step_of_kind<K>...};
      const place* places = table<First>::all.places;
      for (const unsigned short kind : table<First>::all.kinds) places = functions[kind](bases, places);
    }(std::make_index_sequence<
        planning::kinds_of<planning::nodes_of<Program>, planning::this_machine, Targets>.count>{});
    if constexpr (First + planning::steps_at_a_time < plan.step_count)
      run_table<First + planning::steps_at_a_time>(bases);
  }

  static void run(const buffers& m) {
    if constexpr (plan.step_count <= most_unrolled_steps) {
      steps<0, plan.step_count>(m);
    } else {
      constexpr std::size_t feeds = placeholders.before[event_count];
      std::byte* bases[place::first_feed + feeds] = {m.variables, m.slots, m.workspace};
      for (std::size_t k = 0; k < feeds; ++k)
        bases[place::first_feed + k] = static_cast<std::byte*>(const_cast<void*>(m.feeds[k]));
      run_table<0>(bases);
    }
  }
};

}  // namespace xscope::running
