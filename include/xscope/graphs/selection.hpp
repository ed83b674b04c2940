// SPDX-License-Identifier: BSD-3-Clause
// Some of a program's events, as infos: variables, operations, whatever a predicate takes.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>

#include "info.hpp"

namespace xscope::graphs {

template <class Program>
struct selection {
  static constexpr const auto& events = events_of<Program>;
  static constexpr const auto& resolved = resolution_of<Program>;
  static constexpr std::size_t size = std::remove_cvref_t<decltype(events)>::size;

  /// The k-th event to happen, and when an event does: their numbers, unless passes have made some.
  static constexpr std::size_t in_order(std::size_t k) {
    if constexpr (requires { events.order; }) return events.order[k];
    else return k;
  }
  static constexpr std::size_t position(std::size_t i) {
    if constexpr (requires { events.position; }) return events.position[i];
    else return i;
  }

  static constexpr bool is_new_variable(std::size_t i) {
    // The comparison first: it fails for most events, and calls count.
    return resolved.facts[i].creator == static_cast<int>(i) && tracing::gives_variable(events.list[i].what);
  }
  static constexpr bool is_operation(std::size_t i) {
    using enum tracing::event_kind;
    const auto what = events.list[i].what;
    if (resolved.facts[i].skipped) return false;
    if (tracing::gives_variable(what)) return is_new_variable(i);
    if (what < placeholder || what == get_partitioned || what == fault) return false;
    return resolved.facts[i].creator < 0 || what < group;  // else what a pass has made stands for it
  }
  static constexpr dsl::result_kind kind_of(std::size_t i) {
    using enum tracing::event_kind;
    const auto what = events.list[i].what;
    if (tracing::gives_variable(what)) return dsl::result_kind::variable;
    if (what == get_partitioned) return dsl::result_kind::partitioned;
    if (what == enter_variable_scope || what == enter_thread) return dsl::result_kind::scope;
    if (what == enter_name_scope) return dsl::result_kind::name_scope;
    if (what == output) return dsl::result_kind::tensor;
    if (what < placeholder) return dsl::result_kind::scope_text;
    const bool is_bare = what == minimize || what == apply_gradients || what == group ||
                         (what == create_op && events.list[i].is->arg_count == 0);
    return is_bare ? dsl::result_kind::operation : dsl::result_kind::tensor;
  }
  /// What stands for an event: of a variable that exists already, its creation.
  static constexpr std::size_t meant_by(std::size_t i) {
    return resolved.facts[i].creator < 0 ? i : static_cast<std::size_t>(resolved.facts[i].creator);
  }

  /// What is nothing: what no event has made, and the gradient of what nothing flows back to.
  static constexpr bool is_none(std::size_t i) {
    if (i == tracing::no_id) return true;
    return events.list[i].what == tracing::event_kind::made_by_pass && resolved.facts[i].creator < 0;
  }

  // A choice of events: takes(i) is whether event i is among them, item(i) which event stands for it.
  struct new_variables {};  // the resolver has listed them
  struct operations {
    static constexpr bool takes(std::size_t i) { return is_operation(i); }
    static constexpr std::size_t item(std::size_t i) { return i; }
  };
  struct placeholders {
    static constexpr bool takes(std::size_t i) {
      return events.list[i].what == tracing::event_kind::placeholder;
    }
    static constexpr std::size_t item(std::size_t i) { return i; }
  };

  struct later_outputs {
    static constexpr bool takes(std::size_t i) { return events.list[i].what == tracing::event_kind::output; }
    static constexpr std::size_t item(std::size_t i) { return i; }
  };

  template <class Choice>
  static constexpr std::size_t count = [] {
    if constexpr (std::same_as<Choice, new_variables>) {
      return resolved.variable_count;
    } else {
      std::size_t n = 0;
      for (std::size_t i = 0; i < size; ++i) n += Choice::takes(i) ? 1U : 0U;
      return n;
    }
  }();
  template <class Choice>
  static constexpr selected_events<count<Choice>> chosen = [] {
    selected_events<count<Choice>> out;
    if constexpr (std::same_as<Choice, new_variables>) {
      for (std::size_t i = 0; i < out.count; ++i) out.list[i] = resolved.variables[i];
    } else {
      std::size_t n = 0;
      for (std::size_t k = 0; k < size; ++k) {
        const std::size_t i = in_order(k);
        if (Choice::takes(i)) out.list[n++] = Choice::item(i);
      }
    }
    return out;
  }();

  template <class Choice>
  static constexpr auto pool =
      write_names<count_characters(resolved, chosen<Choice>)>(resolved, chosen<Choice>);

  /// The infos of what was chosen, in the order of the events.
  template <class Choice>
  static constexpr auto infos = [] {
    constexpr std::size_t n = count<Choice>;
    std::array<info<Program>, n> out{};
    if constexpr (n > 0) {
      info<Program>* const to = out.data();
      for (std::size_t i = 0; i < n; ++i) {
        const std::size_t event = chosen<Choice>.list[i];
        if constexpr (std::same_as<Choice, new_variables>) {
          to[i].be(event, dsl::result_kind::variable, pool<Choice>.text, pool<Choice>.at[i]);
          continue;
        }
        const tracing::event& e = events.list[event];
        if (e.what == tracing::event_kind::collect) {
          to[i] = info<Program>(event, dsl::result_kind::nothing,
                                name_text(e.is->text.there ? e.is->text->view() : std::string_view()));
        } else {
          to[i] = info<Program>(event, kind_of(event), pool<Choice>.texts(i));
        }
      }
    }
    return out;
  }();

  /// The info of one event.
  template <std::size_t Event>
  static constexpr info<Program> one(dsl::result_kind kind) {
    return {Event, kind, names_of<Program, only<Event>>.texts(0)};
  }
};

}  // namespace xscope::graphs
