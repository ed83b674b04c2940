// SPDX-License-Identifier: BSD-3-Clause
// A program with what passes have made of it: events like those of its trace, which are named with the rest.
// They stand behind those of the trace, whose numbers stay what they were; `order` says when each happens.
#pragma once

#include <cstddef>

#include "nodes.hpp"

namespace xscope::passes {

template <class Page>
constexpr const node& node_at(const Page& page, int id) {
  const auto i = static_cast<std::size_t>(id);
  return i >= page.first ? page.nodes[i - page.first] : ops::node_on(page.earlier, page.pages, i);
}

template <class Page>
constexpr const ops::attributes& attributes_at(const Page& page, int number) {
  const auto i = static_cast<std::size_t>(number);
  if (i >= page.attributes_first) return page.attributes[i - page.attributes_first];
  std::size_t begin = 0;
  std::size_t p = 0;
  for (; i >= begin + page.earlier[p].attribute_count; ++p) begin += page.earlier[p].attribute_count;
  return page.earlier[p].attributes_of[i - begin];
}

/// What is said of the events that one page has made, beside the page itself.
template <std::size_t Made>
struct made_names {
  naming::literal names[Made + 1]{};
  naming::literal types[Made + 1]{};
  dsl::initializer_info initializers[Made + 1]{};
  diag::evidence evidence{};
};
template <const auto& Page>
inline constexpr auto names_of_made = [] {
  made_names<Page.made_count> out;
  for (std::size_t i = 0; i < Page.made_count; ++i) {
    const made_event& e = Page.made[i];
    if (e.op_name != nullptr) out.names[i] = naming::describe(e.op_name);
    if (e.type != nullptr) out.types[i] = naming::describe(e.type);
    if (e.what == event_kind::get_slot || e.what == event_kind::variable)
      out.initializers[i] = {.how = dsl::fill::constant, .a = e.initial};
    if (e.what != event_kind::fault) continue;
    out.evidence.what = e.fault;
    out.evidence.call = e.type;
    if (e.fault == diag::fault::not_in_list && e.name.there) out.evidence.name = e.name->view();
    if (e.operands > 0) {
      const node& n = node_at(Page, Page.operands[e.first_operand].node);
      out.evidence.shape = &n.shape;
      out.evidence.dtype = n.dtype;
    }
    if (e.operands > 1) {
      const node& n = node_at(Page, Page.operands[e.first_operand + 1].node);
      out.evidence.other_shape = &n.shape;
      out.evidence.other_dtype = n.dtype;
    }
  }
  return out;
}();

/// What is said of a resource variable beside the usual.
inline constexpr tracing::variable_details resource_details{.use_resource = true};

template <std::size_t Made>
struct made_descriptions {
  tracing::description of[Made + 1]{};
};
template <const auto& Page>
inline constexpr auto descriptions_of = [] {
  constexpr const auto& names = names_of_made<Page>;
  made_descriptions<Page.made_count> out;
  for (std::size_t i = 0; i < Page.made_count; ++i) {
    const made_event& e = Page.made[i];
    tracing::description& told = out.of[i];
    told.what = e.what;
    if (e.op_name != nullptr) told.name = &names.names[i];
    else told.name = e.name;
    told.arg_count = e.operands;
    told.trainable = false;
    if (e.exact) told.source_is = tracing::source_kind::name_scope;
    if (e.numbered) told.source_is = tracing::source_kind::numbered;
    if (e.type != nullptr) told.text = &names.types[i];
    switch (e.what) {
    case event_kind::enter_name_scope: told.is_usual = e.name->is_plain; break;
    case event_kind::apply:
    case event_kind::apply_in_scope:
    case event_kind::constant: {
      const node& n = node_at(Page, e.node);
      told.dtype = n.dtype;
      told.shape = &n.shape;
      told.op = e.as.there ? e.as.to : n.op;
      told.attributes = &attributes_at(Page, n.attrs);
      told.data = &n.number;
      told.data_size = 1;
      told.is_usual = e.what == event_kind::apply && !e.exact && !e.numbered && told.name->is_plain;
      break;
    }
    case event_kind::get_slot:
    case event_kind::variable:
      told.init = &names.initializers[i];
      if (e.use_resource) told.details = &resource_details;
      [[fallthrough]];
    case event_kind::apply_update:
      told.dtype = told.asked = e.dtype;
      told.shape = e.shape;
      break;
    case event_kind::group:
      told.dtype = data_type_of<float>;
      told.shape = &tracing::extents_of<>;
      break;
    case event_kind::fault: told.evidence = &names.evidence; break;
    default: break;
    }
  }
  return out;
}();

/// E events of a trace, and M that passes have made.
template <std::size_t E, std::size_t M, std::size_t Operands>
struct expanded_events {
  static constexpr std::size_t traced = E;
  static constexpr std::size_t size = E + M;
  tracing::event list[size + 1]{};
  tracing::rarities rare{};
  std::size_t order[size + 1]{};
  std::size_t position[size + 1]{};
  // The operands of what was made, as events, one event's behind another's.
  std::size_t first_operand[M + 2]{};
  std::size_t operands[Operands + 1]{};

  constexpr array_view<tracing::event> view() const { return {list, size}; }
};

/// Calls f.operator()<Page>() for each page in order.
template <const auto& Events, const auto& Resolution, std::size_t K = 0, class F>
constexpr void for_each_page(const F& f) {
  f.template operator()<page_of<Events, Resolution, K>()>();
  if constexpr (K + 1 < pages_of<Events, Resolution>) for_each_page<Events, Resolution, K + 1>(f);
}

template <const auto& Events, const auto& Resolution>
inline constexpr auto expanded = [] {
  constexpr const auto& last = end_of<Events, Resolution>();
  constexpr std::size_t traced = count_of<Events>;
  constexpr std::size_t made = last.made_end();
  constexpr std::size_t operands = [] {
    std::size_t n = 0;
    for_each_page<Events, Resolution>([&]<const auto & Page>() { n += Page.operand_count; });
    return n;
  }();
  expanded_events<traced, made, operands> out;
  out.rare = Events.rare;
  for (std::size_t i = 0; i < traced; ++i) out.list[i] = Events.list[i];

  // Which event stands for each node.
  growing<std::size_t> event_of;
  event_of.reserve(last.end());
  for_each_node(last, [&](const node& n) { event_of.push_back(n.event); });
  for_each_page<Events, Resolution>([&]<const auto & Page>() {
    for (std::size_t i = 0; i < Page.made_count; ++i) {
      const int n = Page.made[i].node;
      if (n >= 0 && event_of[static_cast<std::size_t>(n)] >= no_id - 1)
        event_of[static_cast<std::size_t>(n)] = traced + Page.made_first + i;
    }
  });

  std::size_t n = 0;
  std::size_t operand = 0;
  for_each_page<Events, Resolution>([&]<const auto & Page>() {
    for (std::size_t i = 0; i < Page.made_count; ++i) {
      const made_event& from = Page.made[i];
      tracing::event& e = out.list[traced + n];
      e.what = from.what;
      e.is = &descriptions_of<Page>.of[i];
      e.name = e.is->name;
      e.source = from.source;
      e.args[0] = from.other;
      out.first_operand[n++] = operand;
      for (unsigned k = 0; k < from.operands; ++k) {
        const made_operand& taken = Page.operands[from.first_operand + k];
        out.operands[operand++] =
            taken.node < 0 ? std::size_t{taken.event} : event_of[static_cast<std::size_t>(int{taken.node})];
      }
    }
  });
  out.first_operand[n] = operand;

  std::size_t at = 0;
  std::size_t next = traced;
  for (std::size_t i = 0; i < traced; ++i) {
    out.order[at++] = i;
    if (next < out.size && out.list[next].source == i && tracing::asks_for_pass(out.list[i].what)) {
      out.list[i].source = next;
      bool ends = false;
      for (; !ends && next < out.size; ++next) {
        out.order[at++] = next;
        ends = out.list[next].what == event_kind::pass_ends;
      }
    }
    if (out.list[i].what == event_kind::made_by_pass) {
      const int node = last.of.result[i];
      out.list[i].source = node < 0 ? no_id : event_of[static_cast<std::size_t>(node)];
    }
  }
  for (std::size_t k = 0; k < out.size; ++k) out.position[out.order[k]] = k;
  return out;
}();

/// The nodes of a program, and their attributes; and for each event the node that stands for its result, and
/// the one that runs what it changes, or -1.
template <std::size_t Nodes, std::size_t Attributes, std::size_t Events>
struct node_list {
  static constexpr std::size_t size = Nodes;
  static constexpr std::size_t events = Events;
  node nodes[Nodes + 1]{};
  ops::attributes attributes[Attributes + 1]{};
  int of_event[Events + 1]{};
  int effect_of[Events + 1]{};
};

/// The nodes that stand for events, those that passes have made among them.
template <const auto& Events, const auto& Resolution, class List>
constexpr void note_events(List& out) {
  constexpr const auto& last = end_of<Events, Resolution>();
  constexpr std::size_t traced = count_of<Events>;
  for (std::size_t i = 0; i < out.events; ++i) out.of_event[i] = out.effect_of[i] = -1;
  for (std::size_t i = 0; i < traced; ++i) {
    out.of_event[i] = last.of.result[i];
    if constexpr (Events.rare.passes) out.effect_of[i] = last.of.effect[i];
  }
  if constexpr (Events.rare.passes) {
    std::size_t n = traced;
    for_each_page<Events, Resolution>([&]<const auto & Page>() {
      for (std::size_t i = 0; i < Page.made_count; ++i, ++n) {
        const made_event& e = Page.made[i];
        out.of_event[n] = e.what == event_kind::group ? -1 : int{e.node};
        if (e.what == event_kind::group) out.effect_of[n] = e.node;
        // A training step is known by what has its name.
        if (e.what == event_kind::pass_ends && e.other != no_id) {
          if (out.of_event[e.other] < 0) out.of_event[e.other] = last.of.result[e.source];
          out.effect_of[e.other] = last.of.effect[e.source];
        }
      }
    });
  }
}

}  // namespace xscope::passes
