// SPDX-License-Identifier: BSD-3-Clause
// The graph in the making: its nodes, which of them stands for each event, the values that variables have in
// the course of a run, and what passes have put in the places of events. All work on it is done in pages:
// compilers limit the steps that evaluating one constant may take, so a page holds a few hundred nodes and
// all that making the next one takes.
#pragma once

#include <cstddef>

#include "../lists/growing.hpp"
#include "../resolving/resolution.hpp"
#include "made.hpp"
#include "node_maker.hpp"

namespace xscope::passes {

/// What is being done where a page ends.
enum class stage : unsigned char {
  events,    // the program's events, one after the other
  slopes,    // gradients, from what is differentiated backwards
  sums,      // those of a variable's values are added up
  slots,     // the variables that go with trained ones
  updates,   // the new values of variables
  assigned,  // the variables get them
  done
};

/// Numbers for each event: the nodes that stand for it.
template <std::size_t Events, bool Trains>
struct event_nodes {
  int result[Events + 1]{};  // or -1
  int first[Events + 1]{};   // of an event that creates a variable: the node of its value before the run, ...
  int latest[Events + 1]{};  // ... and of the one that it was given last
  // While training is put into the graph, of an event that creates a variable:
  int slope[Trains ? Events + 1 : 1]{};            // the node of its gradient
  bool wanted[Trains ? Events + 1 : 1]{};          // whether that is asked for
  std::size_t trained[Trains ? Events + 1 : 1]{};  // those to be trained, in order
  std::size_t trained_count = 0;
  bool has_gaps = false;  // whether any tensor so far has no node: what made it does not run here
  int effect[Trains ? Events + 1 : 1]{};  // of an operation without a value: its node
};

/// What a variable will be given.
struct assignment {
  std::size_t event = no_id;  // that creates it
  int variable = -1;          // the node of its value
  int value = -1;
  std::size_t made = no_id;  // the operation that gives it
  bool begins = true;        // the first one that a formula gives
};

/// A gradient in a list of them.
struct gradient_of_variable {
  std::size_t list = no_id;      // the event that made the list
  std::size_t variable = no_id;  // that which created the variable
  int gradient = -1;             // its node, if there is one
};

/// What passes remember while they work on one event.
struct pass_state {
  std::size_t before = 0;       // the nodes that were there
  std::size_t scope = no_id;    // the scope of gradients, then that of the optimizer
  std::size_t ends_as = no_id;  // what has the event's name
  std::size_t first_slot = 0;   // the first variable that goes with a trained one
  std::size_t first_scalar = 0;
  std::size_t first_hyper = 0;
  int together = -1;      // the first update of a formula's
  int first_update = -1;  // the first node of an update
};

template <std::size_t Events, bool Trains, class Resolution>
struct graph_maker : node_maker {
  const tracing::event* events;
  const Resolution& resolved;
  stage now = stage::events;
  std::size_t event = 0;
  int next = 0;
  event_nodes<Events, Trains> of{};
  growing<int> slopes;
  growing<bool> relevant;
  growing<bool> stopped;
  // Blocks that are open: what is waited for inside, or -1; `context` is the innermost one.
  growing<int> sections;
  int context = -1;
  std::size_t made_before = 0;  // on earlier pages
  growing<made_event> made;
  growing<made_operand> operands;
  growing<assignment> assignments;
  growing<gradient_of_variable> pairs;
  pass_state pass{};

  constexpr graph_maker(const tracing::event* list, const Resolution& r) : events(list), resolved(r) {}

  /// A node that waits for what its surroundings wait for.
  constexpr void wait(int id) {
    node& n = nodes.mine(id);
    if (context >= 0 && n.after < 0 && n.kind != node_kind::variable) n.after = context;
  }

  // ---- what passes make --------------------------------------------------------------------------------

  /// The number of the next event that is made.
  constexpr std::size_t next_made() const { return Events + made_before + made.size(); }
  constexpr std::size_t make(const made_event& e) {
    const std::size_t number = Events + made_before + made.size();
    made.push_back(e);
    return number;
  }
  constexpr std::size_t make_scope(event_kind what, std::size_t source,
                                   naming::optional_ref<naming::literal> name = nullptr) {
    return make({.what = what, .source = source, .name = name});
  }
  constexpr void leave() { make({.what = event_kind::leave}); }
  constexpr void operand_node(int id) {
    operands.push_back({.node = id});
    ++made[made.size() - 1].operands;
  }
  constexpr void operand_event(std::size_t id) {
    operands.push_back({.event = id});
    ++made[made.size() - 1].operands;
  }
  /// An operation with nothing but its node's operands.
  constexpr std::size_t make_operation(int id, const char* name) {
    node& n = nodes.mine(id);
    n.event = make({.what = n.kind == node_kind::constant ? event_kind::constant : event_kind::apply,
                    .node = id,
                    .op_name = name,
                    .first_operand = static_cast<unsigned>(operands.size()),
                    .operands = static_cast<unsigned>(n.arg_count)});
    for (int k = 0; k < n.arg_count; ++k) operands.push_back({.node = n.args[k]});
    return n.event;
  }
  /// What is wrong; `type` is the operation that is so. Operands that follow tell their shapes.
  constexpr void make_fault(diag::fault what, std::size_t source, std::size_t other = no_id,
                            const char* type = nullptr) {
    const event_kind asked = events[event].what;
    make({.what = event_kind::fault,
          .source = source,
          .other = other,
          .name = events[event].name,
          .type = type != nullptr                          ? type
                  : asked == event_kind::gradients         ? "gradients"
                  : asked == event_kind::compute_gradients ? "compute_gradients"
                  : asked == event_kind::apply_gradients   ? "apply_gradients"
                  : asked == event_kind::minimize          ? "minimize"
                                                           : list_function(),
          .fault = what,
          .first_operand = static_cast<unsigned>(operands.size())});
    now = stage::done;
  }

  /// What makes a list of gradients, or reads one.
  constexpr const char* list_function() const {
    using enum tracing::list_work;
    switch (events[event].is->training_of->work) {
    case zip: return "zip";
    case each: return events[event].is->op->type;
    case read: return "gradient_of";
    case global_norm: return "global_norm";
    default: return "clip_by_global_norm";
    }
  }

  // ---- variables -----------------------------------------------------------------------------------------

  constexpr std::size_t creator_of(std::size_t id) const {
    return static_cast<std::size_t>(resolved.facts[id].creator);
  }
  /// A variable's value as it is read here: that from before the run, or, of what waits for others, the
  /// latest one that these have given it.
  constexpr int value_of(std::size_t creator) {
    if (of.first[creator] < 0) {
      of.first[creator] = of.latest[creator] = leaf(node_kind::variable, events[creator], creator);
    }
    int value = of.latest[creator];
    while (value != of.first[creator] && !waits_for(at(value).after)) value = at(at(value).after).args[2];
    return value;
  }
  /// What the variable holds when it is changed here: what was given last by what this run runs. It does not
  /// make that run.
  constexpr int held_by(std::size_t creator) {
    value_of(creator);
    if (of.latest[creator] == of.first[creator]) return of.first[creator];
    return leaf(node_kind::variable, events[creator], creator);
  }
  /// A variable gets a new value.
  constexpr int assign(int variable, int value) {
    node n{};
    n.kind = node_kind::update;
    n.dtype = at(variable).dtype;
    n.shape = at(variable).shape;
    n.event = at(variable).event;
    n.args[0] = variable;
    n.args[1] = value;
    n.args[2] = n.event < Events ? of.latest[n.event] : -1;  // the value before it, for value_of
    n.arg_count = 2;
    const int update = add(n);
    wait(update);
    return update;
  }
  /// The node of a variable's value behind an update.
  constexpr int value_behind(int update) {
    node n{};
    n.kind = node_kind::variable;
    n.dtype = at(update).dtype;
    n.shape = at(update).shape;
    n.event = at(update).event;
    n.after = update;
    return add(n);
  }
  constexpr int operand(std::size_t given) {
    if (given == no_id) return -1;
    if (!tracing::gives_variable(events[given].what)) return of.result[given];
    return value_of(creator_of(given));
  }

  // ---- what waits for what -------------------------------------------------------------------------------

  /// A node that has run when all of these have. A node has few operands, so a group of many is one of
  /// groups.
  constexpr int group_of(const growing<int>& members) {
    int group = -1;
    for (std::size_t k = 0; k < members.size();) {
      node n{};
      n.kind = node_kind::group;
      if (group >= 0) n.args[n.arg_count++] = group;
      while (k < members.size() && n.arg_count < static_cast<int>(ops::max_operands))
        n.args[n.arg_count++] = members[k++];
      group = add(n);
    }
    if (group >= 0) return group;
    node n{};
    n.kind = node_kind::group;
    return add(n);
  }

 private:
  growing<bool> waited_for;  // of each node whether the context waits for it
  int waited_in = -1;        // for which context that is known

  /// Whether what is made here waits for a node.
  constexpr bool waits_for(int id) {
    if (context < 0) return false;
    if (waited_in != context) {
      waited_in = context;
      waited_for.assign(static_cast<std::size_t>(context) + 1, false);
      waited_for[static_cast<std::size_t>(context)] = true;
      for (int i = context; i >= 0; --i) {
        if (!waited_for[static_cast<std::size_t>(i)]) continue;
        const node& n = at(i);
        for (const int a : n.operands()) waited_for[static_cast<std::size_t>(a)] = true;
        if (n.after >= 0) waited_for[static_cast<std::size_t>(n.after)] = true;
      }
    }
    return id <= context && waited_for[static_cast<std::size_t>(id)];
  }
};

}  // namespace xscope::passes
