// SPDX-License-Identifier: BSD-3-Clause
// The scopes of a program: where what passes have made stands, and which scopes belong together.
#pragma once

#include "../config.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "effects.hpp"
#include "operation.hpp"

namespace xscope::graph_records {

/// A graph: its operations in the order of their creation, and its scopes.
struct graph {
  history scopes;
  std::vector<operation> operations{};
};

/// Notes the scopes in which passes have put what they have made.
inline void note_homes(const history& g, std::vector<operation>& operations) {
  std::map<std::size_t, std::string> homes;
  std::vector<std::string> sections;
  std::vector<std::size_t> slots;  // which come before the optimizer's scope, and are drawn in it
  for (const std::size_t i : g.order) {
    const tracing::event& e = g.events[i];
    if (i < g.traced) continue;
    if (tracing::gives_variable(e.what)) slots.push_back(i);
    if (tracing::closes_section(e.what) && !sections.empty()) sections.pop_back();
    if (tracing::opens_section(e.what)) {
      std::string name;
      if (!sections.empty()) {
        name = sections.back();
      } else if (g.facts[i].name >= 0) {
        name.assign(g.paths[g.facts[i].name].size(), ' ');
        resolving::write_backwards(g.paths, g.facts[i].name, name.data() + name.size());
      }
      sections.push_back(std::move(name));
      for (const std::size_t slot : slots) homes[slot] = sections.back();
      slots.clear();
    }
    if (!sections.empty()) homes[i] = sections.back();
  }
  for (operation& o : operations) {
    const auto found = homes.find(o.event);
    const bool is_within =
        found != homes.end() && (o.is_variable() || o.name.starts_with(found->second + '/'));
    if (is_within) o.home = found->second;
  }
}

/// The scopes of a program: which name scope each variable scope has, which were entered again.
class scope_map {
 public:
  explicit scope_map(const history& g) : g_(g) {
    for (std::size_t i = 0; i < g.events.size(); ++i) step(i);
  }

  /// The variable scope of what is named in a name scope, where it is another; or nothing.
  std::string_view variables_of(const std::string& name) const {
    const auto found = variable_scope_.find(name);
    return found == variable_scope_.end() || found->second == name ? std::string_view{} : found->second;
  }
  std::size_t entries(const std::string& variable_scope) const {
    const auto found = entries_.find(variable_scope);
    return found == entries_.end() ? 0 : found->second;
  }
  /// Whether it is the scope that a single operation with literals opens for itself.
  bool is_of_operation(const std::string& name) const { return of_operation_.contains(name); }

 private:
  static constexpr resolving::path_id not_known = resolving::no_path;
  struct section {
    std::size_t event;
    resolving::path_id name;  // what is named in it stands below that
  };

  std::string text(resolving::path_id id) const {
    std::string out(g_.paths[id].size(), ' ');
    resolving::write_backwards(g_.paths, id, out.data() + out.size());
    return out;
  }
  /// Whether the event is named by what is around it.
  static bool is_named_in_place(const tracing::event& e) {
    return e.is->source_is == tracing::source_kind::none && e.name.there && e.name->size > 0 &&
           !e.name->ends_in_slash();
  }

  void step(std::size_t i) {
    using enum tracing::event_kind;
    const tracing::event& e = g_.events[i];
    const resolving::fact& f = g_.facts[i];
    if (f.skipped || is_passed_over(i)) return;
    if (tracing::opens_section(e.what)) open(i);
    else if (tracing::closes_section(e.what)) close();
    else if (e.what >= placeholder && !is_request(e.what) && is_named_in_place(e)) learn(f.name);
  }
  static bool is_request(tracing::event_kind what) {
    return what != tracing::event_kind::variable && tracing::gives_variable(what);
  }
  /// Of a section that is passed over nothing happens, not even its end.
  bool is_passed_over(std::size_t i) const {
    return tracing::opens_section(g_.events[i].what) && i + 1 < g_.events.size() && g_.facts[i + 1].skipped;
  }

  void open(std::size_t i) {
    using enum tracing::event_kind;
    const tracing::event& e = g_.events[i];
    const resolving::fact& f = g_.facts[i];
    resolving::path_id inside = not_known;
    if (e.what == enter_variable_scope) {
      ++entries_[text(f.key)];
      const bool opens_name_scope = e.is->auxiliary && e.is->source_is == tracing::source_kind::none;
      if (opens_name_scope && !e.is->is_bare) inside = f.name;
    } else if (e.what == enter_name_scope || e.what == enter_op) {
      inside = f.name;
      if (e.what == enter_op && e.is->source_is == tracing::source_kind::none)
        of_operation_.insert(text(f.name));
    }
    if (inside > resolving::root && is_named_in_place(e)) learn(inside);
    sections_.push_back({i, inside});
  }
  void close() {
    if (sections_.empty()) return;
    const section b = sections_.back();
    sections_.pop_back();
    if (b.name <= resolving::root) return;
    const tracing::event& e = g_.events[b.event];
    if (e.what == tracing::event_kind::enter_variable_scope && e.is->auxiliary) {
      variable_scope_.emplace(text(b.name), text(g_.facts[b.event].key));
      learn(b.name);
    }
  }
  /// What stands in a section tells where the section is: a scope that is opened again does not say it
  /// itself.
  void learn(resolving::path_id name) {
    if (!sections_.empty() && sections_.back().name == not_known && name > resolving::root)
      sections_.back().name = g_.paths[name].parent;
  }

  const history& g_;
  std::vector<section> sections_{};
  std::map<std::string, std::string> variable_scope_{};
  std::map<std::string, std::size_t> entries_{};
  std::set<std::string> of_operation_{};
};

}  // namespace xscope::graph_records
