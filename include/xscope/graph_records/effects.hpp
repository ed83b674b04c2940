// SPDX-License-Identifier: BSD-3-Clause
// Effects: what the operations of a program wait for beside their operands (tf: op.control_inputs), which are
// the members of a group and what `control_dependencies` around them names; and which variables they change.
#pragma once

#include "../config.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "../graphs/edges.hpp"

namespace xscope::graph_records {

/// A program's events, what became of them, and the order in which they happen.
struct history {
  array_view<tracing::event> events;
  const resolving::fact* facts;
  const resolving::path* paths;
  std::size_t traced = 0;  // those behind are made by passes
  std::vector<std::size_t> order{};
  // Of each event: what a group or a section waits for, and the operands.
  std::vector<std::vector<std::size_t>> named{};
  array_view<graphs::producer> (*operands)(std::size_t event) = nullptr;
};

/// Which operations each operation waits for.
class control_inputs {
 public:
  explicit control_inputs(const history& events) : events_(events) {
    const std::size_t none = tracing::no_id;
    around_.assign(events.events.size(), none);
    std::vector<std::size_t> sections;
    std::size_t now = none;
    for (std::size_t k = 0; k < events.order.size(); ++k) {
      const std::size_t i = events.order[k];
      const tracing::event& e = events.events[i];
      if (events.facts[i].skipped) continue;
      if (tracing::closes_section(e.what) && !sections.empty()) {
        now = sections.back();
        sections.pop_back();
      }
      around_[i] = now;
      // Of a section that is passed over nothing happens, not even its end.
      const bool is_passed_over = k + 1 < events.order.size() && events.facts[events.order[k + 1]].skipped;
      if (!tracing::opens_section(e.what) || is_passed_over) continue;
      sections.push_back(now);
      if (e.what == tracing::event_kind::enter_control) now = e.is->is_bare ? none : i;
    }
  }

  /// Those of an operation. What an operand waits for in the same section, the operation does not name again.
  std::vector<std::size_t> of(std::size_t event) const {
    std::vector<std::size_t> out = events_.named[event];
    if (tracing::gives_variable(events_.events[event].what)) return out;
    for (std::size_t section = around_[event]; section != tracing::no_id; section = around_[section]) {
      bool is_implied = false;
      for (const graphs::producer& from : events_.operands(event)) {
        const bool waits = !tracing::gives_variable(events_.events[from.event].what);
        is_implied = is_implied || (waits && is_inside(from.event, section));
      }
      if (is_implied) continue;
      const std::vector<std::size_t>& more = events_.named[section];
      out.insert(out.end(), more.begin(), more.end());
    }
    for (const graphs::producer& from : events_.operands(event)) std::erase(out, from.event);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

 private:
  bool is_inside(std::size_t event, std::size_t section) const {
    std::size_t at = around_[event];
    while (at != tracing::no_id && at != section) at = around_[at];
    return at == section;
  }

  const history& events_;
  std::vector<std::size_t> around_{};  // the innermost section of `control_dependencies`, or no_id
};

/// Whether an operation gives variables new values.
inline bool changes_variables(const tracing::event& e) {
  return e.what == tracing::event_kind::apply_update ||
         (e.is->op != nullptr && e.is->op->changes != ops::effect::none);
}
/// How many operands are variables that an operation changes, or reads anew.
inline std::size_t references_of(const tracing::event& e, array_view<tracing::event> events,
                                 array_view<graphs::producer> operands) {
  using enum tracing::event_kind;
  if (operands.empty()) return 0;
  if (e.what == apply_update) {
    std::size_t n = 1;
    while (n < operands.size() && events[operands[n].event].what == get_slot) ++n;
    return n;
  }
  const bool takes_variable = changes_variables(e) || e.is->op == &ops::read_value::info;
  return takes_variable && tracing::gives_variable(events[operands[0].event].what) ? 1 : 0;
}

}  // namespace xscope::graph_records
