// SPDX-License-Identifier: BSD-3-Clause
// What resolving knows while it goes through the events of a program: TensorFlow's tables and stacks.
#pragma once

#include <cstddef>

#include "../dsl/handle.hpp"
#include "../lists/array_view.hpp"
#include "collections.hpp"
#include "default_names.hpp"
#include "resolution.hpp"
#include "tables.hpp"

namespace xscope::resolving {

using dsl::reuse_mode;
using tracing::event;
using tracing::event_kind;
using tracing::source_kind;

/// What is put back when a scope is left.
struct open_scope {
  int scope;
  path_id stack;
  bool is_usual;  // and nothing else is
  name_counts counts;
  bool by_object;
  bool is_thread;
  bool is_variable_scope;
  int trainable;  // a template's later call: how many trainable variables there were; or -1
};

/// What was moved below a scope, and where it is now.
struct moved_name {
  path_id below = no_path;
  path_id name = no_path;
};

/// Passes: whether passes have put events in the places of others. These stand behind all that were traced,
/// and `order` says when they happen.
template <std::size_t E, bool Passes>
struct resolver_state {
  static constexpr int root_scope = static_cast<int>(E);

  const event* events;
  std::size_t end = 0;  // where the pass ends: at the first fault it is 0
  static constexpr std::size_t names = Passes ? 4 * E + 256 : 2 * E + 2;
  resolution<E, names> out{};
  name_table<names, true> in_use{};  // name -> how often it was asked for again
  name_table<E, false> store{};      // variable -> the event that created it
  open_scope open_scopes[E + 1]{};
  std::size_t depth = 0;
  int scope = root_scope;
  path_id stack = root;
  std::size_t now = 0;

  default_names<E> counters{};
  bool has_parts = false;  // whether any variable may be a slice: others need not be asked for
  int trainable = 0;       // how many variables have joined the trainable ones
  operation_table<E> operations{};
  bool is_borne[name_table<names, true>::slots]{};  // by its slot in in_use: an operation has exactly this
                                                    // name
  bool exact_names = false;  // whether an operation has a name ("name/") that is not among those in use

  const std::size_t* order = nullptr;
  std::size_t position = 0;  // of `now` in that order
  moved_name moved[Passes ? names : 1]{};

  constexpr resolver_state(array_view<event> list, tracing::rarities rare, const std::size_t* when = nullptr)
      : events(list.data()), has_parts(rare.slices), order(when) {
    counters.on = rare.default_names || Passes;
    out.paths[0] = empty_path;
    out.path_count = 1;
    // As a whole: with members assigned alone, GCC 12 finds zeros in the others in some translation units.
    out.facts[E] = fact{.name = root, .key = root};
  }

  constexpr const path& at(path_id id) const { return out.paths[static_cast<std::size_t>(id)]; }
  constexpr path_id add(const path& p) {
    out.paths[out.path_count] = p;
    return out.path_count++;
  }
  constexpr path join(path_id parent, const literal* piece) const {
    return join_path(at(parent), parent, piece);
  }
  constexpr fact& mine() { return out.facts[now]; }
  constexpr fact& scope_fact(int id) { return out.facts[static_cast<std::size_t>(id)]; }
  constexpr int scope_index(std::size_t id) const {
    return id == dsl::root_scope_id ? root_scope : static_cast<int>(id);
  }
  constexpr bool failed() const { return !out.ok(); }
  constexpr first_fault& fail(diag::fault what, path_id path = no_path) {
    out.fault.what = what;
    out.fault.event = now;
    out.fault.path = path;
    end = 0;
    return out.fault;
  }
  /// What tracing has found, of what has this name.
  constexpr first_fault& fail(const diag::evidence& found, path_id path) {
    static_cast<diag::evidence&>(out.fault) = found;
    return fail(found.what, path);
  }

  static constexpr const literal& part_0 = naming::literal_of<"part_0">;
};

}  // namespace xscope::resolving
