// SPDX-License-Identifier: BSD-3-Clause
// The operations of a graph as plain records. Pictures, tables and GraphDefs are made of these, and of
// nothing else, so that all that makes them is compiled once for all graphs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "../graphs/edges.hpp"

namespace xscope::graph_records {

/// An operand: the operation that it comes from, by its place in the list, the number of the result, and what
/// it is.
struct operand {
  std::size_t operation;
  std::size_t output;
  data_type dtype{};
  extents shape{};
};

/// An operation of a graph, or a variable.
struct operation {
  std::size_t event = 0;
  tracing::event_kind what{};
  std::string_view name{};
  std::string_view type{};
  data_type dtype{};
  bool has_shape = false;
  extents shape{};
  ops::attributes attributes{};
  std::vector<operand> operands{};
  std::vector<std::size_t> waits_for{};  // operations, by their places in the list
  std::size_t references = 0;            // how many of the operands are taken as variables, not as values
  const ops::op_info* info = nullptr;    // of what is applied
  ops::effect changes = ops::effect::none;
  bool is_made = false;    // by a pass
  bool is_result = false;  // of the program, or a part of it
  std::string home{};      // of what a pass has made: the scope in which all of it stands, or nothing
  const dsl::number* data = nullptr;  // of a constant: one number for all elements, or one for each
  std::size_t data_size = 0;

  // Of a variable:
  unsigned requests = 0;  // how often it is asked for
  bool trainable = false;
  bool local = false;
  bool is_slot = false;
  const extents* whole = nullptr;  // of a slice: the shape of the variable that it is part of
  bool use_resource = false;
  bool has_initializer_function = false;  // its first value is no constant
  std::string_view caching_device{};
  const std::byte* values = nullptr;  // where it is to be a constant: its elements

  bool is_variable() const { return tracing::gives_variable(what); }
  /// Whether it gives variables new values.
  bool changes_variables() const {
    return what == tracing::event_kind::apply_update || changes != ops::effect::none;
  }
  /// Whether it is what an optimizer does to a variable.
  bool is_optimizers() const {
    return what == tracing::event_kind::apply_update && !type.starts_with("Assign");
  }
};

}  // namespace xscope::graph_records
