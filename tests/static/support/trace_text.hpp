// SPDX-License-Identifier: BSD-3-Clause
// A program's trace as text, an event a line, so that a test compares it as a whole:
//   0 variable_scope foo auto_reuse
//   1   get_variable v float32 (1,)
//   2 leave
// A `#` refers to the event of that number.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <xscope/diag/messages.hpp>
#include <xscope/diag/text.hpp>
#include <xscope/ops/all.hpp>
#include <xscope/tracing/trace.hpp>

namespace probe {

struct trace_text {
  std::array<char, 4000> data{};
  std::size_t size = 0;

  constexpr std::string_view view() const { return {data.data(), size}; }
  friend constexpr bool operator==(const trace_text& a, std::string_view b) { return a.view() == b; }

  constexpr trace_text& operator<<(std::string_view text) {
    for (const char c : text) data[size++] = c;
    return *this;
  }
  constexpr trace_text& operator<<(std::size_t n) {
    xscope::diag::writer digits;
    digits << n;
    return *this << digits.view();
  }
  constexpr trace_text& operator<<(const xscope::extents& shape) {
    xscope::diag::writer tuple;
    tuple << shape;
    return *this << tuple.view();
  }
  /// A number of a test: small, with at most two decimals.
  constexpr trace_text& operator<<(const xscope::dsl::number& n) {
    if (n.real < 0) *this << "-";
    const auto hundredths = static_cast<std::size_t>((n.real < 0 ? -n.real : n.real) * 100 + 0.5);
    *this << hundredths / 100;
    if (hundredths % 100 != 0) *this << "." << hundredths / 10 % 10;
    if (hundredths % 10 != 0) *this << hundredths % 10;
    return *this;
  }

  constexpr trace_text& named(xscope::naming::optional_ref<xscope::naming::literal> name) {
    return *this << " " << (name != nullptr ? name->view() : "none");
  }
  constexpr trace_text& typed(const xscope::tracing::event& e) {
    *this << " " << e.is->dtype.name();
    if (e.is->shape != nullptr) *this << " " << *e.is->shape;
    return *this;
  }

  constexpr void source(const xscope::tracing::event& e) {
    if (e.source == xscope::dsl::root_scope_id) *this << " #root";
    else *this << " #" << e.source;
  }
  constexpr void enter(const xscope::tracing::event& e) {
    using kind = xscope::tracing::source_kind;
    if (e.is->source_is == kind::original_name_scope) *this << " original";
    if (e.is->source_is == kind::none) named(e.name);
    else source(e);
    if (e.is->default_name != nullptr) *this << " default_name=" << e.is->default_name->view();
    if (e.is->reuse == xscope::dsl::reuse_mode::yes) *this << " reuse";
    if (e.is->reuse == xscope::dsl::reuse_mode::automatic) *this << " auto_reuse";
    if (!e.is->auxiliary) *this << " without name scope";
  }
  /// Where a request for a variable belongs, if it is not in the scope that is current; its own reuse flag.
  constexpr void origin(const xscope::tracing::event& e) {
    using kind = xscope::tracing::source_kind;
    if (e.is->source_is == kind::root) *this << " from the root";
    if (e.is->source_is == kind::scope) {
      *this << " in";
      source(e);
    }
    if (e.is->source_is == kind::partitioned) {
      *this << " of";
      source(e);
    }
    if (e.is->reuse == xscope::dsl::reuse_mode::no) *this << " no_reuse";
    if (e.is->reuse == xscope::dsl::reuse_mode::yes) *this << " reuse";
    if (e.is->reuse == xscope::dsl::reuse_mode::automatic) *this << " auto_reuse";
  }
  constexpr void values(const xscope::tracing::event& e) {
    if (e.is->data == nullptr) return;
    *this << " =";
    for (std::size_t i = 0; i < e.is->data_size; ++i) *this << " " << e.is->data[i];
  }
  constexpr void applied(const xscope::tracing::event& e) {
    named(e.name) << " " << e.is->op->type << "(";
    for (std::size_t i = 0; i < e.is->arg_count; ++i) *this << (i > 0 ? ", #" : "#") << e.operand(i);
    *this << ")";
    typed(e);
  }

  constexpr void line(const xscope::tracing::event& e) {
    using enum xscope::tracing::event_kind;
    switch (e.what) {
    case enter_variable_scope: *this << "variable_scope"; return enter(e);
    case enter_name_scope: *this << "name_scope"; return enter(e);
    case enter_thread: *this << "thread"; return;
    case enter_op:
      *this << "op_scope";
      named(e.name);
      return;
    case output:
      *this << "output " << std::size_t{e.is->arg_count} << " of #" << e.args[0];
      typed(e);
      return;
    case leave: *this << "leave"; return;
    case set_reuse: *this << "reuse_variables"; return source(e);
    case current_name_scope: *this << "get_name_scope"; return;
    case enter_regularizer: *this << "regularizer #" << e.source; return;
    case enter_as_tensor: *this << "as_tensor #" << e.source; return;
    case note_name:
      *this << "note_name";
      named(e.name);
      return origin(e);
    case unique_name:
      *this << "unique_name";
      named(e.name);
      if (!e.is->marks) *this << " unmarked";
      return;
    case read_scope_text:
      *this << "read";
      if (e.is->source_is == xscope::tracing::source_kind::original_name_scope) *this << " original";
      return source(e);
    case collect:
      *this << "collect";
      for (std::size_t i = 0; i < e.is->key_count; ++i) named(e.is->keys[i]);
      if (e.is->text != nullptr) named(e.is->text);
      else if (e.is->data != nullptr) values(e);
      else *this << " #" << e.source;
      return;
    case listing:
      *this << "listing";
      named(e.name);
      if (e.is->filter != nullptr) *this << " like " << e.is->filter->text;
      if (e.is->source_is == xscope::tracing::source_kind::scope) source(e);
      if (e.is->at_end) *this << " at the end";
      return;
    case template_made: *this << "template"; return;
    case get_created:
      *this << "get_created";
      named(e.name).typed(e);
      return origin(e);
    case get_partitioned:
      *this << "get_partitioned";
      named(e.name).typed(e);
      if (e.is->details.there) *this << " into " << *e.is->details->partitions;
      return origin(e);
    case create_variable:
      *this << "create_variable #" << e.source;
      named(e.name).typed(e);
      return;
    case create_op:
      *this << "create_op";
      named(e.name) << " " << e.is->text->view() << " " << std::size_t{e.is->arg_count};
      return;
    case sum_collection:
      *this << "sum_collection";
      named(e.is->text);
      return;
    case more_operands: *this << "operands #" << e.args[0] << ", #" << e.args[1]; return;
    case placeholder:
      *this << "placeholder";
      named(e.name).typed(e);
      return;
    case get_variable:
      *this << "get_variable";
      named(e.name).typed(e);
      if (!(e.is->asked == e.is->dtype)) *this << " asked " << e.is->asked.name();
      if (!e.is->trainable) *this << " fixed";
      return origin(e);
    case variable:
      *this << "variable";
      named(e.name).typed(e).values(e);
      if (!e.is->trainable) *this << " fixed";
      return;
    case constant:
      *this << "constant";
      named(e.name).typed(e).values(e);
      return;
    case apply: *this << "apply"; return applied(e);
    case apply_in_scope: *this << "apply_in_scope"; return applied(e);
    case enter_control: *this << "control"; return;
    case enter_gradient: *this << "gradient_scope #" << e.source; return;
    case enter_update: *this << "update_scope #" << e.source; return;
    case gradients: *this << "gradients"; return;
    case compute_gradients: *this << "compute_gradients"; return;
    case change_gradients: *this << "change_gradients"; return;
    case apply_gradients: *this << "apply_gradients"; return;
    case pass_begins: *this << "pass #" << e.source; return;
    case pass_ends: *this << "pass_end #" << e.source; return;
    case made_by_pass:
      *this << "made_by_pass";
      typed(e);
      return;
    case get_slot: *this << "slot of #" << e.source; return;
    case group:
      *this << "group";
      named(e.name);
      return;
    case apply_update:
      *this << "update";
      named(e.name);
      return;
    case minimize:
      *this << "minimize";
      named(e.name);
      *this << " #" << e.args[0];
      return;
    case fault:
      *this << "fault";
      named(e.name);
      *this << " " << to_string(xscope::diag::message_of(e.is->evidence->what).code);
      return;
    }
  }
};

/// The trace of a program that needs no history.
template <class Program>
constexpr trace_text trace_of(Program) {
  namespace tracing = xscope::tracing;
  const auto events = tracing::collect<tracing::trace_from<Program, tracing::at<0>>>();
  trace_text out;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < events.size; ++i) {
    const tracing::event& e = events.list[i];
    using enum tracing::event_kind;
    if (e.what == leave) --depth;
    out << i << " ";
    for (std::size_t k = 0; k < depth; ++k) out << "  ";
    out.line(e);
    out << "\n";
    if (opens_section(e.what)) ++depth;
    if (e.what == apply_in_scope) --depth;
  }
  return out;
}

}  // namespace probe
