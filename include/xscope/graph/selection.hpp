// SPDX-License-Identifier: BSD-3-Clause
// Some of a program's events, as infos: variables, operations, whatever a predicate takes.
#pragma once

#include <array>
#include <cstddef>

#include "info.hpp"

namespace xscope::graphs {

template <class Program>
struct selection {
  static constexpr const auto& events = events_of<Program>;
  static constexpr const auto& resolved = resolution_of<Program>;
  static constexpr std::size_t size = std::remove_cvref_t<decltype(events)>::size;

  static constexpr bool is_new_variable(std::size_t i) {
    // The comparison first: it fails for most events, and calls count.
    return resolved.facts[i].creator == static_cast<int>(i) && tracing::gives_variable(events.list[i].what);
  }
  static constexpr bool is_operation(std::size_t i) {
    using enum tracing::event_kind;
    const auto what = events.list[i].what;
    if (resolved.facts[i].skipped) return false;
    if (tracing::gives_variable(what)) return is_new_variable(i);
    return what >= placeholder && what != get_partitioned && what != fault;
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
    const bool is_bare = what == minimize || (what == create_op && events.list[i].arg_count == 0);
    return is_bare ? dsl::result_kind::operation : dsl::result_kind::tensor;
  }
  /// What stands for an event: of a variable that exists already, its creation.
  static constexpr std::size_t meant_by(std::size_t i) {
    return resolved.facts[i].creator < 0 ? i : static_cast<std::size_t>(resolved.facts[i].creator);
  }

  template <class Predicate>
  static constexpr std::size_t count = [] {
    std::size_t n = 0;
    for (std::size_t i = 0; i < size; ++i) n += Predicate{}(i) ? 1U : 0U;
    return n;
  }();
  template <class Predicate>
  static constexpr selected_events<count<Predicate>> chosen = [] {
    selected_events<count<Predicate>> out;
    std::size_t n = 0;
    for (std::size_t i = 0; i < size; ++i) {
      if (Predicate{}(i)) out.list[n++] = i;
    }
    return out;
  }();

  /// The infos of all events that the predicate takes, in the order of creation.
  template <class Predicate>
  static constexpr auto where(Predicate) {
    constexpr const auto& picked = chosen<Predicate>;
    std::array<info<Program>, picked.count> out{};
    if constexpr (picked.count > 0) {
      constexpr const auto& names = pool<Predicate>;
      for (std::size_t i = 0; i < picked.count; ++i) {
        out[i] = info<Program>(picked.list[i], kind_of(picked.list[i]), names.at(i));
      }
    }
    return out;
  }
  template <class Predicate>
  static constexpr auto pool =
      write_names<count_characters(resolved, chosen<Predicate>)>(resolved, chosen<Predicate>);

  /// The info of one event.
  template <std::size_t Event>
  static constexpr info<Program> one(dsl::result_kind kind) {
    return {Event, kind, names_of<Program, only<Event>>.at(0)};
  }
};

}  // namespace xscope::graphs
