// SPDX-License-Identifier: BSD-3-Clause
// Events become nodes, one after the other, and where an event asks for a pass, that is done then and there:
// it sees what stands before it. The work is done in pages (graph_maker.hpp).
#pragma once

#include <cstddef>

#include "../resolving/collections.hpp"
#include "optimize.hpp"

namespace xscope::passes {

/// How much a page can hold.
struct page_limits {
  std::size_t events;
  bool trains;
  bool waits;        // whether anything waits for anything
  std::size_t room;  // of nodes
  std::size_t attributes;
  std::size_t before;    // nodes before a training step, for each of which a gradient is kept
  std::size_t made;      // events
  std::size_t operands;  // of those
  std::size_t assignments;
  std::size_t pairs;
};

/// A page, and what making the next one begins with.
template <page_limits L, std::size_t Pages>
struct page {
  std::size_t first = 0;
  std::size_t count = 0;  // more than there is room for where it does not suffice
  node nodes[L.room + 1]{};
  std::size_t attributes_first = 0;
  std::size_t attribute_count = 0;
  ops::attributes attributes[L.attributes + 1]{};
  ops::node_page earlier[Pages + 1]{};
  std::size_t made_first = 0;
  std::size_t made_count = 0;
  made_event made[L.made + 1]{};
  std::size_t operand_count = 0;
  made_operand operands[L.operands + 1]{};

  stage now = stage::events;
  std::size_t event = 0;  // the next one, or that of the pass
  int next = 0;           // in a pass: the next node, or variable
  event_nodes<L.events, L.trains> of{};
  int slopes[L.before + 1]{};
  bool relevant[L.before + 1]{};
  bool stopped[L.before + 1]{};
  pass_state pass{};
  std::size_t assignment_count = 0;
  assignment assignments[L.assignments + 1]{};
  std::size_t pair_count = 0;
  gradient_of_variable pairs[L.pairs + 1]{};
  int context = -1;
  std::size_t section_count = 0;
  int sections[L.waits ? L.events + 1 : 1]{};

  static constexpr std::size_t pages = Pages;
  constexpr std::size_t end() const { return first + count; }
  constexpr std::size_t attributes_end() const { return attributes_first + attribute_count; }
  constexpr std::size_t made_end() const { return made_first + made_count; }
  constexpr ops::node_page own() const { return {nodes, first, count, attributes, attribute_count}; }
  constexpr bool suffices() const {
    return count <= L.room && attribute_count <= L.attributes && made_count <= L.made &&
           operand_count <= L.operands && assignment_count <= L.assignments;
  }
};

using ops::full_page;
/// A page ends after so many pieces of work, too.
inline constexpr std::size_t most_work = 16'000;

/// Makes nodes until a page is full.
template <std::size_t Events, bool Trains, bool Waits, class Resolution>
struct lowering : trainer<Events, Trains, Resolution> {
  using base = trainer<Events, Trains, Resolution>;
  using base::at, base::nodes, base::of, base::events, base::event, base::now, base::next, base::resolved;
  using base::sections, base::context, base::pairs, base::pass, base::base;
  using base::slopes, base::relevant, base::stopped, base::made, base::operands, base::assignments;

  std::size_t last = Events;  // what stands behind a fault is not looked at

  /// Before the first page.
  constexpr void begin() {
    nodes.attributes_given.number_of({});  // those that are not given are number 0
    for (std::size_t i = 0; i < Events; ++i) of.result[i] = of.first[i] = of.latest[i] = -1;
    if constexpr (Trains) {
      for (std::size_t i = 0; i < Events; ++i) of.slope[i] = of.effect[i] = -1;
    }
  }
  /// Goes on where that page ended.
  template <class Page>
  constexpr void resume(const Page& from) {
    nodes.earlier.reserve(from.pages + 1);
    nodes.attributes_given.earlier.reserve(from.attributes_end());
    nodes.added.reserve(full_page + 32);
    for (std::size_t p = 0; p < from.pages; ++p) nodes.know(from.earlier[p]);
    nodes.know(from.own());
    this->made_before = from.made_end();
    now = from.now;
    event = from.event;
    next = from.next;
    of = from.of;
    pass = from.pass;
    context = from.context;
    for (std::size_t i = 0; i < from.section_count; ++i) sections.push_back(from.sections[i]);
    for (std::size_t i = 0; i < from.pair_count; ++i) pairs.push_back(from.pairs[i]);
    if (now == stage::events) return;
    for (std::size_t i = 0; i < from.assignment_count; ++i) assignments.push_back(from.assignments[i]);
    if (now != stage::slopes && now != stage::sums) return;
    int* slope = slopes.resize(pass.before);
    bool* is_relevant = relevant.resize(pass.before);
    bool* is_stopped = stopped.resize(pass.before);
    for (std::size_t i = 0; i < pass.before; ++i) {
      slope[i] = from.slopes[i];
      is_relevant[i] = from.relevant[i];
      is_stopped[i] = from.stopped[i];
    }
  }
  /// Ends a page. Where its room does not suffice, it has the counts alone.
  template <class Page>
  constexpr void save(Page& to) const {
    to.first = nodes.before();
    to.count = nodes.added.size();
    to.attributes_first = nodes.attributes_given.earlier.size();
    to.attribute_count = nodes.attributes_given.added.size();
    to.made_first = this->made_before;
    to.made_count = made.size();
    to.operand_count = operands.size();
    to.assignment_count = assignments.size();
    to.now = now;
    if (!to.suffices()) return;
    nodes.added.copy_to(to.nodes);
    nodes.attributes_given.added.copy_to(to.attributes);
    made.copy_to(to.made);
    operands.copy_to(to.operands);
    assignments.copy_to(to.assignments);
    to.pair_count = pairs.size();
    pairs.copy_to(to.pairs);
    to.event = event;
    to.next = next;
    to.of = of;
    to.pass = pass;
    to.context = context;
    if constexpr (Waits) {
      to.section_count = sections.size();
      sections.copy_to(to.sections);
    }
    if (now != stage::slopes && now != stage::sums) return;
    const int* slope = slopes.begin();
    const bool* is_relevant = relevant.begin();
    const bool* is_stopped = stopped.begin();
    for (std::size_t i = 0; i < pass.before; ++i) {
      to.slopes[i] = slope[i];
      to.relevant[i] = is_relevant[i];
      to.stopped[i] = is_stopped[i];
    }
  }

  constexpr void run() {
    for (std::size_t work = 0; work < most_work && nodes.added.size() < full_page; ++work) {
      if (now == stage::events) {
        if (event >= last) now = stage::done;
        else lower();
      } else if (now == stage::done) {
        return;
      } else if constexpr (Trains) {
        this->train();
      }
    }
  }

 private:
  constexpr void lower() {
    using enum tracing::event_kind;
    const std::size_t i = event++;
    const tracing::event& e = events[i];
    if (resolved.facts[i].skipped && resolved.facts[i].creator < 0) return;  // it does not happen
    const auto operand_of = [this](std::size_t given) { return this->operand(given); };
    switch (e.what) {
    case placeholder: of.result[i] = this->leaf(node_kind::placeholder, e, i); break;
    case constant: of.result[i] = this->leaf(node_kind::constant, e, i); break;
    case get_variable:
    case create_variable:
    case variable: {
      const std::size_t creator = this->creator_of(i);
      if (events[creator].what != get_partitioned) of.result[i] = this->value_of(creator);
      break;
    }
    case apply:
    case apply_in_scope:
      if (Waits && e.what == apply_in_scope) close_section();
      if constexpr (Trains) {
        if (of.has_gaps && lacks_operand(e)) break;
        if (e.is->op->changes != ops::effect::none) {
          change(e, i);
          break;
        }
      }
      of.result[i] = waiting(this->applied(e, i, 0, operand_of));
      break;
    case output:
      if constexpr (Trains) {
        if (of.has_gaps && lacks_operand(events[e.args[0]])) break;
      }
      of.result[i] = waiting(this->applied(events[e.args[0]], e.args[0], e.is->arg_count, operand_of));
      break;
    case sum_collection: of.result[i] = summed(i); break;
    case group:
      if constexpr (Trains) {
        of.effect[i] = inputs_of(e, i);
        this->wait(of.effect[i]);
      }
      break;
    case gradients:
      event = i;
      if constexpr (Trains) this->begin_gradients();
      break;
    case minimize:
    case compute_gradients:
      event = i;
      if constexpr (Trains) this->begin_training();
      break;
    case change_gradients:
      event = i;
      if constexpr (Trains) this->change_lists();
      break;
    case apply_gradients:
      event = i;
      if constexpr (Trains) this->begin_applying();
      break;
    case create_op:
      if constexpr (Trains) of.has_gaps = true;
      break;
    case made_by_pass:
      if constexpr (Trains) of.has_gaps = of.has_gaps || of.result[i] < 0;
      break;
    case enter_control:
      if constexpr (Waits) {
        const int around = context;
        context = e.is->is_bare ? -1 : inputs_of(e, i, around);
        sections.push_back(around);
      }
      break;
    case leave:
      if constexpr (Waits) close_section();
      break;
    default:
      if constexpr (Waits) {
        const bool passed_over = i + 1 < Events && resolved.facts[i + 1].skipped;
        if (tracing::opens_section(e.what) && !passed_over) sections.push_back(context);
      }
    }
  }
  /// Whether an operation takes a tensor that has no node; it has none then either.
  constexpr bool lacks_operand(const tracing::event& e) {
    for (unsigned k = 0; k < e.is->arg_count; ++k) {
      if (this->operand(e.operand(k)) < 0) return true;
    }
    return false;
  }
  constexpr void close_section() {
    context = sections[sections.size() - 1];
    sections.pop_back();
  }
  constexpr int waiting(int id) {
    if constexpr (Waits) {
      if (id >= static_cast<int>(nodes.before())) this->wait(id);
    }
    return id;
  }

  /// A variable is given a new value by the program.
  constexpr void change(const tracing::event& e, std::size_t i) {
    const std::size_t creator = this->creator_of(e.operand(0));
    const int old = this->held_by(creator);
    int value = this->operand(e.operand(1));
    if (e.is->op->changes == ops::effect::add) value = waiting(this->binary(ops::add::info, old, value));
    if (e.is->op->changes == ops::effect::subtract)
      value = waiting(this->binary(ops::subtract::info, old, value));
    of.latest[creator] = of.result[i] = this->value_behind(this->assign(old, value));
  }

  /// What an event waits for, and what its surroundings wait for, as one node.
  constexpr int inputs_of(const tracing::event& e, std::size_t i, int around = -1) {
    growing<int> members;
    if (around >= 0) members.push_back(around);
    for (unsigned k = 0; k < e.is->arg_count; ++k) {
      const std::size_t given = e.operand(k);
      if (given == no_id) continue;
      if (events[given].what == tracing::event_kind::listing) {
        resolving::for_each_listed(events, resolved.facts, given, i,
                                   [&](std::size_t item) { add_input(members, item); });
      } else {
        add_input(members, given);
      }
    }
    return this->group_of(members);
  }
  constexpr void add_input(growing<int>& to, std::size_t id) {
    const int effect = of.effect[id];
    const int value = effect >= 0 ? effect : this->operand(id);
    if (value >= 0) to.push_back(value);
  }

  /// The sum of what a collection holds before event i: 0, one item, or more, two at a time.
  constexpr int summed(std::size_t i) {
    int sum = -1;
    for (std::size_t k = 0; k < i; ++k) {
      if (!resolving::adds_to_collection(events[k], resolved.facts[k], k, *events[i].is->text)) continue;
      const int item = this->operand(resolving::collected_by(events[k], k));
      sum = sum < 0 ? this->same(item) : this->binary(ops::add_n::info, sum, item);
    }
    return sum >= 0 ? sum : this->number(0, events[i].is->dtype);
  }
};

}  // namespace xscope::passes
