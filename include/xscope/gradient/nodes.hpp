// SPDX-License-Identifier: BSD-3-Clause
// The nodes of a program without scopes and names, each training step replaced by the nodes of its gradient
// and its updates. Operands come before what uses them.
#pragma once

#include <cstddef>
#include <type_traits>

#include "lowering.hpp"

namespace xscope::gradients {

/// The nodes of a program, and for each event the node that stands for its result (or -1).
template <std::size_t Nodes, std::size_t Events>
struct node_list {
  static constexpr std::size_t size = Nodes;
  static constexpr std::size_t events = Events;
  node nodes[Nodes + 1]{};
  int of_event[Events + 1]{};
};

template <class Program>
inline constexpr std::size_t event_count = std::remove_cvref_t<decltype(graphs::events_of<Program>)>::size;

template <class Program>
inline constexpr bool trains = [] {
  for (std::size_t i = 0; i < event_count<Program>; ++i) {
    if (graphs::events_of<Program>.list[i].what == tracing::event_kind::minimize) return true;
  }
  return false;
}();

template <class Program, std::size_t K>
constexpr const auto& page_of();

template <class Program, std::size_t K, std::size_t Room>
inline constexpr auto page_with_room = [] {
  constexpr std::size_t events = event_count<Program>;
  constexpr bool training = trains<Program>;
  lowering<events, training, std::remove_cvref_t<decltype(graphs::resolution_of<Program>)>> l(
      graphs::events_of<Program>.list, graphs::resolution_of<Program>);
  if constexpr (K == 0) {
    l.begin();
    l.run();
    page<events, training, Room, training ? Room : 0, 0> out;
    l.save(out);
    return out;
  } else {
    constexpr const auto& previous = page_of<Program, K - 1>();
    constexpr bool in_step = previous.now == stage::slopes || previous.now == stage::sums;
    l.resume(previous);
    l.run();
    page<events, training, Room, in_step ? previous.before : training ? previous.end() + Room : 0, K> out;
    for (std::size_t p = 0; p + 1 < K; ++p) out.earlier[p] = previous.earlier[p];
    out.earlier[K - 1] = {previous.nodes, previous.count};
    l.save(out);
    return out;
  }
}();

/// Most pages are made at once. Where a single event has more nodes than there is room for, the page is made
/// again.
template <class Program>
inline constexpr std::size_t usual_room = [] {
  const std::size_t expected = (trains<Program> ? 8 : 2) * event_count<Program> + 8;
  return expected < full_page + 32 ? expected : full_page + 32;
}();
template <class Program, std::size_t K>
constexpr const auto& page_of() {
  constexpr const auto& usual = page_with_room<Program, K, usual_room<Program>>;
  if constexpr (usual.count <= usual_room<Program>) return usual;
  else return page_with_room<Program, K, usual.count>;
}
template <class Program, std::size_t K = 0>
constexpr const auto& last_page() {
  if constexpr (page_of<Program, K>().now == stage::done) return page_of<Program, K>();
  else return last_page<Program, K + 1>();
}

/// Calls f(node) for all nodes of a program in order.
template <class Page, class F>
constexpr void for_each_node(const Page& last, const F& f) {
  for (std::size_t p = 0; p < last.pages; ++p) {
    const node_range& page = last.earlier[p];
    for (std::size_t i = 0; i < page.count; ++i) f(page.nodes[i]);
  }
  for (std::size_t i = 0; i < last.count; ++i) f(last.nodes[i]);
}

template <class Program>
inline constexpr auto nodes_of = [] {
  constexpr const auto& last = last_page<Program>();
  node_list<last.end(), event_count<Program>> out;
  std::size_t n = 0;
  for_each_node(last, [&](const node& each) { out.nodes[n++] = each; });
  for (std::size_t i = 0; i < out.events; ++i) out.of_event[i] = last.of.result[i];
  return out;
}();

}  // namespace xscope::gradients
