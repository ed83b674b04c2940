// SPDX-License-Identifier: BSD-3-Clause
// The operations of a graph as plain records, so that what is made of them is compiled once for all graphs.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "../ops/add_n.hpp"
#include "effects.hpp"

namespace xscope::graph_defs {

/// An operand: the operation that it comes from, by its place in the list, the number of the result, and what
/// it is.
struct operand {
  std::size_t operation;
  std::size_t output;
  data_type dtype{};
  extents shape{};
};

/// An operation of a graph.
struct operation {
  tracing::event_kind what{};
  std::string_view name{};
  std::string_view type{};
  data_type dtype{};
  extents shape{};
  ops::attributes attributes{};
  std::vector<operand> operands{};
  std::vector<std::size_t> waits_for{};  // operations, by their places in the list
  std::size_t references = 0;            // how many of the operands are taken as variables, not as values
  const ops::op_info* info = nullptr;    // of what is applied
  ops::effect changes = ops::effect::none;
  bool is_made = false;               // by a pass
  const dsl::number* data = nullptr;  // of a constant: one number for all elements, or one for each
  std::size_t data_size = 0;
  bool use_resource = false;              // of a variable
  bool has_initializer_function = false;  // of a variable: its first value is no constant
  std::string_view caching_device{};      // of a variable
  const std::byte* values = nullptr;      // of a variable that is to be a constant: its elements

  bool is_variable() const { return tracing::gives_variable(what); }
};

/// The operations of a graph in the order of their creation.
template <class Program>
std::vector<operation> operations_of(graphs::graph_t<Program> g) {
  std::vector<std::size_t> place(graphs::selection<Program>::size);
  std::size_t count = 0;
  std::vector<operation> out;
  out.reserve(g.operations().size());
  const waiting_events waiting = waiting_events_of<Program>();
  const control_inputs controls(waiting);
  for (const graphs::info<Program>& i : g.operations()) place[i.id()] = count++;
  for (const graphs::info<Program>& i : g.operations()) {
    const tracing::description& said = *graphs::events_of<Program>.list[i.id()].is;
    operation o{.what = said.what,
                .name = i.op_name(),
                .type = i.type(),
                .dtype = i.dtype(),
                .data = said.data,
                .data_size = said.data_size,
                .use_resource = i.is_variable() && i.use_resource(),
                .has_initializer_function = said.init != nullptr && said.init->data == nullptr};
    if (said.shape.there) o.shape = *said.shape;
    if (said.attributes != nullptr) o.attributes = *said.attributes;
    if (i.is_variable() && i.caching_device().literal.there)
      o.caching_device = i.caching_device().literal->view();
    o.references = references_of(graphs::events_of<Program>.list[i.id()], waiting.list, operands_of(g, i));
    o.info = said.what == tracing::event_kind::sum_collection ? &ops::add_n::info : said.op;
    if (said.op != nullptr) o.changes = said.op->changes;
    o.is_made = graphs::edge_reader<Program>::is_made(i.id());
    for (const std::size_t other : controls.of(i.id())) o.waits_for.push_back(place[other]);
    for (const graphs::producer& from : operands_of(g, i)) {
      // The results of an operation stand one behind another.
      const tracing::description& result = *graphs::events_of<Program>.list[from.event + from.output].is;
      o.operands.push_back({place[from.event], from.output, result.dtype, *result.shape});
    }
    out.push_back(std::move(o));
  }
  return out;
}

}  // namespace xscope::graph_defs
