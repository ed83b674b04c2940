// SPDX-License-Identifier: BSD-3-Clause
// A graph as a value: its nodes, and which of them stands for each event. It is all that a planner is given
// of a program.
#pragma once

#include <cstddef>
#include <type_traits>

#include "resolved.hpp"

namespace xscope::graphs {

template <class Program>
inline constexpr std::size_t event_count = std::remove_cvref_t<decltype(events_of<Program>)>::size;

/// The nodes of a program, as it and its passes have made them.
template <class Program>
inline constexpr auto nodes_of = [] {
  constexpr const auto& last = passes::end_of<traced_events<Program>, traced_resolution<Program>>();
  passes::node_list<last.end(), last.attributes_end(), event_count<Program>> out;
  std::size_t i = 0;
  passes::for_each_node(last, [&](const ops::node& n) { out.nodes[i++] = n; });
  if constexpr (traced_events<Program>.rare.passes) {
    // A variable that a pass asked for may be another one: where scopes share, optimizers share what they
    // keep.
    constexpr const auto& resolved = resolution_of<Program>;
    for (ops::node& n : out.nodes) {
      const bool is_variable = n.kind == ops::node_kind::variable || n.kind == ops::node_kind::update;
      if (is_variable && n.event < out.events && resolved.facts[n.event].creator >= 0)
        n.event = static_cast<std::size_t>(resolved.facts[n.event].creator);
    }
  }
  std::size_t a = 0;
  passes::for_each_attributes(last, [&](const ops::attributes& each) { out.attributes[a++] = each; });
  passes::note_events<traced_events<Program>, traced_resolution<Program>>(out);
  return out;
}();

}  // namespace xscope::graphs
