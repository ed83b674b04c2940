// SPDX-License-Identifier: BSD-3-Clause
// The plan of a graph's own results, and what a run of it takes.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "../graphs/graph.hpp"
#include "../graphs/nodes.hpp"
#include "plan.hpp"
#include "variables.hpp"

namespace xscope {

namespace planning {

/// The nodes that a program's plans are made of.
template <class Program>
inline constexpr const auto& nodes_of = simplified<graphs::nodes_of<Program>>;
/// A program's plan, for the machine that it is compiled for.
template <class Program, auto Targets>
inline constexpr const auto& plan_for = plan_of<nodes_of<Program>, this_machine, Targets>;

/// Result I as a tensor or a training step: whether it is one, and what it is called. What a collection
/// lists, and a pack within a pack, have no name.
template <class Program, std::size_t I>
inline constexpr bool is_runnable = [] {
  constexpr auto asked = graphs::graph_t<Program>::template result<I>();
  if constexpr (requires { asked.kind(); }) {
    return (dsl::is_tensor(asked.kind()) || asked.kind() == dsl::result_kind::operation) &&
           (nodes_of<Program>.of_event[asked.id()] >= 0 || nodes_of<Program>.effect_of[asked.id()] >= 0);
  } else {
    return false;
  }
}();
template <class Program, std::size_t I>
constexpr std::string_view name_of_result() {
  using asked_graph = graphs::graph_t<Program>;
  if constexpr (requires { asked_graph::template result<I>().name(); })
    return asked_graph::template result<I>().name();
  else return "a list of several";
}

/// The number of the first result that is no tensor, or how many there are.
template <class Program>
inline constexpr std::size_t first_no_tensor = []<std::size_t... I>(std::index_sequence<I...>) {
  std::size_t runnable = 0;
  for (const bool can_run : {is_runnable<Program, I>..., false}) {
    if (!can_run) break;
    ++runnable;
  }
  return runnable;
}(std::make_index_sequence<graphs::graph_t<Program>::result_count()>{});

/// What a run is for: the program's results, and all of its training steps. Of a program whose results are
/// not all tensors nothing.
template <class Program>
inline constexpr auto results_of = [] {
  using asked_graph = graphs::graph_t<Program>;
  if constexpr (first_no_tensor<Program> != asked_graph::result_count()) {
    return targets<0>{};
  } else {
    targets<asked_graph::result_count()> wanted;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      const std::size_t events[] = {asked_graph::template result<I>().id()..., 0};
      for (std::size_t i = 0; i < sizeof...(I); ++i) wanted.nodes[i] = nodes_of<Program>.of_event[events[i]];
    }(std::make_index_sequence<asked_graph::result_count()>{});
    wanted.with_effects = true;
    return wanted;
  }
}();

}  // namespace planning

namespace graphs {

template <class Program>
constexpr std::size_t graph_t<Program>::workspace_bytes() {
  return planning::plan_for<Program, planning::results_of<Program>>.workspace_bytes;
}
template <class Program>
constexpr std::size_t graph_t<Program>::variable_bytes() {
  return planning::layout_of<Program>.bytes;
}

}  // namespace graphs

}  // namespace xscope
