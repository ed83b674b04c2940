// SPDX-License-Identifier: BSD-3-Clause
// The nodes of a program, and what passes have put in the places of its events: pages after pages, until all
// is done. All of it depends on the events and on what became of them alone.
#pragma once

#include <cstddef>
#include <type_traits>

#include "lowering.hpp"

namespace xscope::passes {

template <const auto& Events>
inline constexpr std::size_t count_of = std::remove_cvref_t<decltype(Events)>::size;

template <const auto& Events, const auto& Resolution, std::size_t K>
constexpr const auto& page_of();

template <const auto& Events>
constexpr page_limits limits_for(std::size_t room, std::size_t before, std::size_t variables) {
  const bool trains = Events.rare.passes;
  return {.events = count_of<Events>,
          .trains = trains,
          .waits = Events.rare.waits,
          .room = room,
          .attributes = room / 4 + 8,
          .before = trains ? before : 0,
          .made = trains ? 3 * room + 16 : 0,
          .operands = trains ? 4 * room + 16 : 0,
          .assignments = trains ? 4 * variables + 4 : 0,
          .pairs = trains ? Events.rare.lists * variables : 0};
}

template <const auto& Events, const auto& Resolution, std::size_t K, std::size_t Room>
inline constexpr auto page_with_room = [] {
  constexpr std::size_t variables = Resolution.variable_count;
  lowering<count_of<Events>, Events.rare.passes, Events.rare.waits, std::remove_cvref_t<decltype(Resolution)>>
      l(Events.list, Resolution);
  if (!Resolution.ok() && Resolution.fault.event < l.last) l.last = Resolution.fault.event;
  if constexpr (K == 0) {
    l.begin();
    l.run();
    page<limits_for<Events>(Room, Room, variables), 0> out;
    l.save(out);
    return out;
  } else {
    constexpr const auto& previous = page_of<Events, Resolution, K - 1>();
    constexpr bool in_step = previous.now == stage::slopes || previous.now == stage::sums;
    l.resume(previous);
    l.run();
    page<limits_for<Events>(Room, in_step ? previous.pass.before : previous.end() + Room, variables), K> out;
    for (std::size_t p = 0; p + 1 < K; ++p) out.earlier[p] = previous.earlier[p];
    out.earlier[K - 1] = previous.own();
    l.save(out);
    return out;
  }
}();

/// Most pages are made at once. Where a single event has more nodes than there is room for, the page is made
/// again.
template <const auto& Events>
inline constexpr std::size_t usual_room = [] {
  const std::size_t expected = (Events.rare.passes ? 8 : 2) * count_of<Events> + 8;
  return expected < full_page + 32 ? expected : full_page + 32;
}();
template <const auto& Events, const auto& Resolution, std::size_t K>
constexpr const auto& page_of() {
  constexpr const auto& usual = page_with_room<Events, Resolution, K, usual_room<Events>>;
  if constexpr (usual.suffices()) return usual;
  else
    return page_with_room<Events, Resolution, K,
                          usual.count + usual.made_count + usual.operand_count + 4 * usual.attribute_count>;
}
template <const auto& Events, const auto& Resolution, std::size_t K = 0>
constexpr std::size_t last_page() {
  if constexpr (page_of<Events, Resolution, K>().now == stage::done) return K;
  else return last_page<Events, Resolution, K + 1>();
}
template <const auto& Events, const auto& Resolution>
inline constexpr std::size_t pages_of = last_page<Events, Resolution>() + 1;
template <const auto& Events, const auto& Resolution>
constexpr const auto& end_of() {
  return page_of<Events, Resolution, pages_of<Events, Resolution> - 1>();
}

/// Calls f(node) for all nodes of a program in order.
template <class Page, class F>
constexpr void for_each_node(const Page& last, const F& f) {
  for (std::size_t p = 0; p < last.pages; ++p) {
    const ops::node_page& page = last.earlier[p];
    for (std::size_t i = 0; i < page.count; ++i) f(page.nodes[i]);
  }
  for (std::size_t i = 0; i < last.count; ++i) f(last.nodes[i]);
}
/// Calls f(attributes) for all attributes of nodes in order.
template <class Page, class F>
constexpr void for_each_attributes(const Page& last, const F& f) {
  for (std::size_t p = 0; p < last.pages; ++p) {
    const ops::node_page& page = last.earlier[p];
    for (std::size_t i = 0; i < page.attribute_count; ++i) f(page.attributes_of[i]);
  }
  for (std::size_t i = 0; i < last.attribute_count; ++i) f(last.attributes[i]);
}

}  // namespace xscope::passes
