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

template <class Program>
inline constexpr std::size_t node_count = std::remove_cvref_t<decltype(nodes_of<Program>)>::size;

// Several constants and not one: compilers limit the steps that evaluating one constant may take.
template <class Program, auto Targets>
inline constexpr updates<node_count<Program>> updates_of(nodes_of<Program>, Targets);
template <class Program, auto Targets>
inline constexpr auto blocks_of = [] {
  constexpr std::size_t n = node_count<Program>;
  plan<n> out{};
  // GCC 12 takes a member that was never assigned for 0 when it optimizes, whatever its initializer says.
  for (placement& p : out.at) p = placement{};
  block_planner<n, decltype(nodes_of<Program>), decltype(Targets)> b{nodes_of<Program>, Targets,
                                                                     updates_of<Program, Targets>, out};
  b.run();
  return out;
}();
template <class Program, auto Targets>
inline constexpr auto fused_of = [] {
  constexpr std::size_t n = node_count<Program>;
  plan<n> out = blocks_of<Program, Targets>;
  fusion<n, decltype(nodes_of<Program>), decltype(Targets)> f{nodes_of<Program>, Targets,
                                                              updates_of<Program, Targets>, out};
  f.run();
  return out;
}();
template <class Program, auto Targets>
inline constexpr auto homes_of = [] {
  constexpr std::size_t n = node_count<Program>;
  plan<n> out = fused_of<Program, Targets>;
  home_finder<n, decltype(nodes_of<Program>), decltype(Targets)> h{nodes_of<Program>, Targets,
                                                                   updates_of<Program, Targets>, out};
  h.run();
  return out;
}();
template <class Program, auto Targets>
inline constexpr auto order_of = order(nodes_of<Program>, Targets, homes_of<Program, Targets>);
template <class Program, auto Targets>
inline constexpr auto plan_of = [] {
  constexpr std::size_t n = node_count<Program>;
  plan<n> out = homes_of<Program, Targets>;
  memory_planner<n, decltype(nodes_of<Program>)> m{nodes_of<Program>, order_of<Program, Targets>, out};
  m.run();
  return out;
}();

/// The chain that a loop nest ends in: of a node that has no kernel, or behind its kernel.
template <class Program, auto Targets, int Root>
inline constexpr auto chain_of = [] {
  constexpr const auto& planned = plan_of<Program, Targets>;
  chain_builder<node_count<Program>, decltype(nodes_of<Program>)> b{nodes_of<Program>, planned};
  if constexpr (planned.at[Root].kernel >= 0) return b.behind(Root, planned.at[Root].kernel);
  else return b.alone(Root);
}();

/// The network that blocks of rows go through, which ends in a node.
template <class Program, auto Targets, int Root>
inline constexpr auto block_of = [] {
  block_builder<node_count<Program>, decltype(nodes_of<Program>)> b{nodes_of<Program>,
                                                                    plan_of<Program, Targets>};
  return b.run(Root);
}();

/// The chain through which a kernel reads its first operand.
template <class Program, auto Targets, int Kernel>
inline constexpr auto prologue_of = [] {
  constexpr const auto& planned = plan_of<Program, Targets>;
  constexpr const node& kernel = nodes_of<Program>.nodes[Kernel];
  chain_builder<node_count<Program>, decltype(nodes_of<Program>)> b{nodes_of<Program>, planned};
  return b.before(planned.at[Kernel].prologue,
                  ops::reduction_of(nodes_of<Program>.nodes[kernel.args[0]].shape,
                                    nodes_of<Program>.attributes[kernel.attrs])
                      .row_length());
}();

}  // namespace xscope::planning
