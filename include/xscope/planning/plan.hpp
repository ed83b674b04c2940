// SPDX-License-Identifier: BSD-3-Clause
// The plan of a run: which nodes are needed, which are fused into one loop nest, in which order these run,
// and where every value lies. All of it is constexpr and can be asserted.
#pragma once

#include <cstddef>
#include <type_traits>

#include "../ops/layout.hpp"
#include "blocks.hpp"
#include "chain.hpp"
#include "memory.hpp"

namespace xscope::planning {

/// Of a graph that is planned, which `simplified` has given.
template <const auto& Graph>
inline constexpr std::size_t node_count = std::remove_cvref_t<decltype(Graph)>::size;
template <const auto& Graph>
using list_of = std::remove_cvref_t<decltype(Graph)>;

// Several constants and not one: compilers limit the steps that evaluating one constant may take.
template <const auto& Graph, auto Targets>
inline constexpr updates<node_count<Graph>> updates_of(Graph, Targets);
template <const auto& Graph, machine On, auto Targets>
inline constexpr auto blocks_of = [] {
  constexpr std::size_t n = node_count<Graph>;
  plan<n> out{};
  // GCC 12 takes a member that was never assigned for 0 when it optimizes, whatever its initializer says.
  for (placement& p : out.at) p = placement{};
  block_planner<n, list_of<Graph>, decltype(Targets)> b{Graph, Targets, updates_of<Graph, Targets>, On, out};
  b.run();
  return out;
}();
template <const auto& Graph, machine On, auto Targets>
inline constexpr auto fused_of = [] {
  constexpr std::size_t n = node_count<Graph>;
  plan<n> out = blocks_of<Graph, On, Targets>;
  fusion<n, list_of<Graph>, decltype(Targets)> f{Graph, Targets, updates_of<Graph, Targets>, out};
  f.run();
  return out;
}();
template <const auto& Graph, machine On, auto Targets>
inline constexpr auto homes_of = [] {
  constexpr std::size_t n = node_count<Graph>;
  plan<n> out = fused_of<Graph, On, Targets>;
  home_finder<n, list_of<Graph>, decltype(Targets)> h{Graph, Targets, updates_of<Graph, Targets>, out};
  h.run();
  return out;
}();
template <const auto& Graph, machine On, auto Targets>
inline constexpr auto order_of = order(Graph, Targets, homes_of<Graph, On, Targets>);
template <const auto& Graph, machine On, auto Targets>
inline constexpr auto plan_of = [] {
  constexpr std::size_t n = node_count<Graph>;
  plan<n> out = homes_of<Graph, On, Targets>;
  memory_planner<n, list_of<Graph>> m{Graph, order_of<Graph, On, Targets>, out};
  m.run();
  return out;
}();

/// The chain that a loop nest ends in: of a node that has no kernel, or behind its kernel.
template <const auto& Graph, machine On, auto Targets, int Root>
inline constexpr auto chain_of = [] {
  constexpr const auto& planned = plan_of<Graph, On, Targets>;
  chain_builder<node_count<Graph>, list_of<Graph>> b{Graph, planned};
  if constexpr (planned.at[Root].kernel >= 0) return b.behind(Root, planned.at[Root].kernel);
  else return b.alone(Root);
}();

/// The network that blocks of rows go through, which ends in a node.
template <const auto& Graph, machine On, auto Targets, int Root>
inline constexpr auto block_of = [] {
  block_builder<node_count<Graph>, list_of<Graph>> b{Graph, plan_of<Graph, On, Targets>};
  return b.run(Root);
}();

/// The chain through which a kernel reads its first operand.
template <const auto& Graph, machine On, auto Targets, int Kernel>
inline constexpr auto prologue_of = [] {
  constexpr const auto& planned = plan_of<Graph, On, Targets>;
  constexpr const node& kernel = Graph.nodes[Kernel];
  chain_builder<node_count<Graph>, list_of<Graph>> b{Graph, planned};
  return b.before(
      planned.at[Kernel].prologue,
      ops::reduction_of(Graph.nodes[kernel.args[0]].shape, Graph.attributes[kernel.attrs]).row_length());
}();

}  // namespace xscope::planning
