// SPDX-License-Identifier: BSD-3-Clause
// The one place where graphs become records.
//   graph_records::graph_of(g).operations    all, with what they take and wait for
//   graph_records::variables_of(g)           the variables alone, which is less work
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "../graphs/sharing.hpp"
#include "../lists/all.hpp"
#include "../ops/add_n.hpp"
#include "../planning/result.hpp"
#include "scopes.hpp"

namespace xscope::graph_records {

/// What an operation is, but for what it has to do with others.
template <class Program>
operation described(const graphs::info<Program>& i, const std::vector<unsigned>& requests) {
  const tracing::event& e = graphs::events_of<Program>.list[i.id()];
  const tracing::description& said = *e.is;
  operation o{.event = i.id(),
              .what = said.what,
              .name = i.op_name(),
              .type = i.type(),
              .dtype = i.dtype(),
              .has_shape = said.shape.there,
              .is_made = graphs::edge_reader<Program>::is_made(i.id()),
              .data = said.data,
              .data_size = said.data_size};
  if (said.shape.there) o.shape = *said.shape;
  if (said.attributes != nullptr) o.attributes = *said.attributes;
  o.info = said.what == tracing::event_kind::sum_collection ? &ops::add_n::info : said.op;
  if (said.op != nullptr) o.changes = said.op->changes;
  if (!i.is_variable()) return o;
  o.requests = requests[i.id()];
  o.trainable = i.trainable();
  o.local = said.local;
  o.is_slot = e.what == tracing::event_kind::get_slot;
  // Of a slot, the variable that it goes with says whether it is a slice.
  const tracing::description& owner = o.is_slot ? *graphs::events_of<Program>.list[e.source].is : said;
  if (owner.details.there && owner.details->full_shape.there) o.whole = owner.details->full_shape.to;
  o.use_resource = i.use_resource();
  o.has_initializer_function = said.init != nullptr && said.init->data == nullptr;
  if (i.caching_device().literal.there) o.caching_device = i.caching_device().literal->view();
  return o;
}

template <class Program>
std::vector<unsigned> requests_of() {
  std::vector<unsigned> out(graphs::events_of<Program>.size + 1);
  graphs::count_requests(graphs::events_of<Program>.view(), graphs::resolution_of<Program>.facts, out.data());
  return out;
}

/// The variables of a graph in the order of their creation.
template <class Program>
std::vector<operation> variables_of(graphs::graph_t<Program> g) {
  const std::vector<unsigned> requests = requests_of<Program>();
  std::vector<operation> out;
  out.reserve(g.variables().size());
  for (const graphs::info<Program>& v : g.variables()) out.push_back(described(v, requests));
  return out;
}

/// The workspace of a run; -1 for a program that no session runs.
template <class Program>
constexpr std::ptrdiff_t workspace_of() {
  if constexpr (planning::first_no_tensor<Program> == graphs::graph_t<Program>::result_count()) {
    return static_cast<std::ptrdiff_t>(graphs::graph_t<Program>::workspace_bytes());
  } else {
    return -1;
  }
}

/// The events of a program in the order in which they happen.
template <class Program>
history history_of() {
  constexpr const auto& events = graphs::events_of<Program>;
  constexpr const auto& resolved = graphs::resolution_of<Program>;
  history out{events.view(), resolved.facts, resolved.paths};
  out.traced = events.size;
  if constexpr (requires { events.traced; }) out.traced = events.traced;
  // (Of what stands in lambdas GCC warns, if the user has globals of the same names.)
  out.operands = [](std::size_t taker) { return graphs::edges_of<Program>.operands(taker); };
  for (std::size_t k = 0; k < graphs::selection<Program>::size; ++k) {
    out.order.push_back(graphs::selection<Program>::in_order(k));
    std::vector<std::size_t>& named = out.named.emplace_back();
    graphs::edge_reader<Program>::each_waited_for(
        k, [&](const graphs::producer& from) { named.push_back(from.event); });
  }
  return out;
}

/// Marks the operation of a program's result: of a pack's each, of a partitioned variable each slice.
template <class Program, class Handle>
void mark_result(std::vector<operation>& operations, Handle) {
  constexpr dsl::result_kind kind = Handle::result;
  if constexpr (kind == dsl::result_kind::pack) {
    []<class... Part>(std::vector<operation>& to, dsl::pack_handle<Part...>) {
      static_cast<void>(lists::steps{true, (mark_result<Program>(to, Part{}), true)...});
    }(operations, Handle{});
  } else if constexpr (kind == dsl::result_kind::partitioned) {
    []<class... Slice>(std::vector<operation>& to, lists::list<Slice...>) {
      static_cast<void>(lists::steps{true, (mark_result<Program>(to, Slice{}), true)...});
    }(operations, typename Handle::slices{});
  } else if constexpr (dsl::is_tensor(kind) || kind == dsl::result_kind::operation) {
    const std::size_t marked = graphs::edge_reader<Program>::meant_by(Handle::id).event;
    for (operation& each : operations) each.is_result = each.is_result || each.event == marked;
  }
}

/// A graph as records.
template <class Program>
graph graph_of(graphs::graph_t<Program> g) {
  graph out{history_of<Program>()};
  const std::vector<unsigned> requests = requests_of<Program>();
  const control_inputs controls(out.scopes);
  constexpr std::size_t none = tracing::no_id;
  std::vector<std::size_t> place(graphs::selection<Program>::size + 1, none);
  std::size_t count = 0;
  for (const graphs::info<Program>& i : g.operations()) place[i.id()] = count++;
  out.operations.reserve(count);
  for (const graphs::info<Program>& i : g.operations()) {
    operation o = described(i, requests);
    const auto operands = graphs::edges_of<Program>.operands(i.id());
    o.references = references_of(out.scopes.events[i.id()], out.scopes.events, operands);
    for (const std::size_t other : controls.of(i.id())) {
      if (place[other] != none) o.waits_for.push_back(place[other]);
    }
    for (const graphs::producer& from : operands) {
      // The results of an operation stand one behind another.
      const tracing::description& result = *out.scopes.events[from.event + from.output].is;
      o.operands.push_back({place[from.event], from.output, result.dtype,
                            result.shape.there ? extents(*result.shape) : extents{}});
    }
    out.operations.push_back(std::move(o));
  }
  mark_result<Program>(out.operations, typename graphs::graph_t<Program>::result_type{});
  note_homes(out.scopes, out.operations);
  return out;
}

}  // namespace xscope::graph_records
