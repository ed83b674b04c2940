// SPDX-License-Identifier: BSD-3-Clause
// The nodes of a program, in pages. A training step becomes the nodes of its gradient (by reverse
// accumulation: each operation knows its own part, and what no trained variable stands behind is left out)
// and its updates. Compilers limit the steps that evaluating one constant may take, so a page holds a few
// hundred nodes and all that making the next one takes.
#pragma once

#include <cstddef>

#include "../graph/resolved.hpp"
#include "../meta/growing.hpp"
#include "node_maker.hpp"

namespace xscope::gradients {

/// What is being done where a page ends.
enum class stage : unsigned char {
  events,    // the program's events, one after the other
  slopes,    // within a training step: the gradients of its loss, from the loss backwards
  sums,      // those of a variable's values are added up
  updates,   // the variables' new values
  replaced,  // the variables get them
  done
};

/// Numbers for each event: the nodes that stand for it.
template <std::size_t Events, bool Trains>
struct event_nodes {
  int result[Events + 1]{};   // or -1
  int current[Events + 1]{};  // of an event that creates a variable: the node of its value now
  // In a training step, of an event that creates a variable:
  int slope[Trains ? Events + 1 : 1]{};
  int update[Trains ? Events + 1 : 1]{};
};

/// The nodes of an earlier page.
struct node_range {
  const node* nodes = nullptr;
  std::size_t count = 0;
};

/// A page with room for so many nodes, and what making the next page begins with. Before: how many nodes
/// there may be before the training step, for each of which a gradient is kept.
template <std::size_t Events, bool Trains, std::size_t Room, std::size_t Before, std::size_t Pages>
struct page {
  std::size_t first = 0;
  std::size_t count = 0;  // more than Room where it does not suffice
  node nodes[Room + 1]{};
  node_range earlier[Pages + 1]{};

  stage now = stage::events;
  std::size_t event = 0;   // the next one, or the training step
  int next = 0;            // in a training step: the next node, or event
  std::size_t before = 0;  // the nodes that were there before it
  event_nodes<Events, Trains> of{};
  int slopes[Before + 1]{};  // for each node that of d(loss)/d(node), or -1
  bool relevant[Before + 1]{};

  static constexpr std::size_t pages = Pages;
  constexpr std::size_t end() const { return first + count; }
};

/// A page is full where its last node has a number from here on, or after so many pieces of work.
inline constexpr std::size_t full_page = 480;
inline constexpr std::size_t most_work = 16'000;

/// Makes nodes until a page is full. A variable has a node for each of its values: the one before a training
/// step and the one after it are different.
template <std::size_t Events, bool Trains, class Resolution>
struct lowering : node_maker {
  const tracing::event* events;
  const Resolution& resolved;
  stage now = stage::events;
  std::size_t event = 0;
  int next = 0;
  std::size_t before = 0;
  event_nodes<Events, Trains> of{};
  growing<int> slopes;
  growing<bool> relevant;

  constexpr lowering(const tracing::event* list, const Resolution& r) : events(list), resolved(r) {}

  /// Before the first page.
  constexpr void begin() {
    for (std::size_t i = 0; i < Events; ++i) of.result[i] = of.current[i] = -1;
    if constexpr (Trains) {
      for (std::size_t i = 0; i < Events; ++i) of.slope[i] = of.update[i] = -1;
    }
  }
  /// Goes on where that page ended.
  template <class Page>
  constexpr void resume(const Page& from) {
    nodes.earlier.reserve(from.end());
    nodes.added.reserve(full_page + 32);
    for (std::size_t p = 0; p < from.pages; ++p) know(from.earlier[p]);
    know({from.nodes, from.count});
    now = from.now;
    event = from.event;
    next = from.next;
    before = from.before;
    of = from.of;
    if (now != stage::slopes && now != stage::sums) return;
    slopes.assign(before, -1);
    relevant.assign(before, false);
    for (std::size_t i = 0; i < before; ++i) {
      slopes[i] = from.slopes[i];
      relevant[i] = from.relevant[i];
    }
  }
  /// Ends a page. Where its room does not suffice, it has the count alone.
  template <class Page>
  constexpr void save(Page& to) const {
    to.first = nodes.earlier.size();
    to.count = nodes.added.size();
    if (to.count > sizeof(to.nodes) / sizeof(node) - 1) return;
    for (std::size_t i = 0; i < to.count; ++i) to.nodes[i] = nodes.added[i];
    to.now = now;
    to.event = event;
    to.next = next;
    to.before = before;
    to.of = of;
    if (now != stage::slopes && now != stage::sums) return;
    for (std::size_t i = 0; i < before; ++i) {
      to.slopes[i] = slopes[i];
      to.relevant[i] = relevant[i];
    }
  }

  constexpr void run() {
    for (std::size_t work = 0; work < most_work && nodes.added.size() < full_page; ++work) {
      if (now == stage::events) {
        if (event == Events) now = stage::done;
        else lower();
      } else if (now == stage::done) {
        return;
      } else if constexpr (Trains) {
        train();
      }
    }
  }

 private:
  constexpr void know(node_range page) {
    for (std::size_t i = 0; i < page.count; ++i) nodes.earlier.push_back(page.nodes + i);
  }

  constexpr void lower() {
    using enum tracing::event_kind;
    const std::size_t i = event++;
    const tracing::event& e = events[i];
    if (resolved.facts[i].skipped && resolved.facts[i].creator < 0) return;  // it does not happen
    const auto operand_of = [this](std::size_t given) { return operand(given); };
    switch (e.what) {
    case placeholder: of.result[i] = leaf(node_kind::placeholder, e, i); break;
    case constant: of.result[i] = leaf(node_kind::constant, e, i); break;
    case get_variable:
    case create_variable:
    case variable: {
      const std::size_t creator = static_cast<std::size_t>(resolved.facts[i].creator);
      if (events[creator].what != get_partitioned) of.result[i] = value_of(creator);
      break;
    }
    case apply:
    case apply_in_scope: of.result[i] = applied(e, i, 0, operand_of); break;
    case output: of.result[i] = applied(events[e.args[0]], e.args[0], e.is->arg_count, operand_of); break;
    case sum_collection: of.result[i] = summed(i); break;
    case minimize:
      event = i;
      if constexpr (Trains) begin_training();
      break;
    default: break;
    }
  }

  /// The node of a variable's value at this point of the program.
  constexpr int value_of(std::size_t creator) {
    int& now_is = of.current[creator];
    if (now_is < 0) now_is = leaf(node_kind::variable, events[creator], creator);
    return now_is;
  }
  constexpr int operand(std::size_t given) {
    if (!tracing::gives_variable(events[given].what)) return of.result[given];
    return value_of(static_cast<std::size_t>(resolved.facts[given].creator));
  }

  /// The sum of what a collection holds before event i: 0, one item, or more, two at a time.
  constexpr int summed(std::size_t i) {
    int sum = -1;
    for (std::size_t k = 0; k < i; ++k) {
      if (!resolving::adds_to_collection(events[k], resolved.facts[k], k, *events[i].is->text)) continue;
      const int item = operand(resolving::collected_by(events[k], k));
      sum = sum < 0 ? same(item) : binary(ops::add_n::info, sum, item);
    }
    return sum >= 0 ? sum : number(0, events[i].is->dtype);
  }

  constexpr bool is_trained(const node& n) const {
    return n.kind == node_kind::variable && events[n.event].is->trainable && n.dtype.is_floating();
  }

  constexpr void begin_training() {
    int loss = operand(events[event].args[0]);
    // The loss that a run gives is the one from before the step, even where it is a variable itself.
    if (at(loss).kind == node_kind::variable) loss = same(loss);
    of.result[event] = loss;
    before = static_cast<std::size_t>(nodes.size());
    slopes.assign(before, -1);
    relevant.assign(before, false);
    for (std::size_t i = 0; i < before; ++i) {
      const node& n = at(static_cast<int>(i));
      bool is = is_trained(n);
      if (n.kind == node_kind::apply && n.dtype.is_floating()) {
        for (int k = 0; k < n.arg_count && !is; ++k) is = relevant[static_cast<std::size_t>(n.args[k])];
      }
      relevant[i] = is;
    }
    if (relevant[static_cast<std::size_t>(loss)])
      slopes[static_cast<std::size_t>(loss)] = number(1.0, at(loss).dtype);
    now = stage::slopes;
    next = loss;
  }

  constexpr void train() {
    const auto n = static_cast<std::size_t>(next);
    switch (now) {
    case stage::slopes:
      flow_back(next);
      if (--next < 0) begin(stage::sums);
      break;
    case stage::sums:
      if (n == before) begin(stage::updates);
      else sum_up(next++);
      break;
    case stage::updates:
      if (n == event) begin(stage::replaced);
      else update(static_cast<std::size_t>(next++));
      break;
    default:
      if (n == event) end_training();
      else replace(static_cast<std::size_t>(next++));
    }
  }
  constexpr void begin(stage s) {
    now = s;
    next = 0;
  }

  constexpr void flow_back(int i) {
    const int slope = slopes[static_cast<std::size_t>(i)];
    if (slope < 0 || !relevant[static_cast<std::size_t>(i)] || at(i).kind != node_kind::apply) return;
    if (!at(i).op->gradient.there) return;
    ops::gradient_builder g{nodes,
                            slopes.data(),
                            relevant.data(),
                            {&ops::add::info, &ops::reduce_sum::info, &ops::reshape::info}};
    at(i).op->gradient(g, i, slope);
  }
  /// A loss that was computed around an earlier step may depend on more than one value of a variable.
  constexpr void sum_up(int value) {
    const int slope = slopes[static_cast<std::size_t>(value)];
    if (slope < 0 || !is_trained(at(value))) return;
    int& sum = of.slope[at(value).event];
    sum = sum < 0 ? slope : binary(ops::add::info, sum, slope);
  }
  /// All gradients stand before the first update: each sees the values that the loss was computed with.
  constexpr void update(std::size_t i) {
    if (of.slope[i] < 0) return;
    const int value = value_of(i);
    const int rate = number(events[event].is->optimizer->learning_rate, at(value).dtype);
    const int scaled = binary(ops::multiply::info, of.slope[i], rate);
    of.update[i] = binary(ops::subtract::info, value, scaled);
    if (events[i].is->constraint != nullptr)
      of.update[i] = projected(*events[i].is->constraint, of.update[i]);
    of.slope[i] = -1;
  }
  constexpr void replace(std::size_t i) {
    if (of.update[i] < 0) return;
    node n;
    n.kind = node_kind::update;
    n.dtype = at(of.current[i]).dtype;
    n.shape = at(of.current[i]).shape;
    n.event = i;
    n.step = event;
    n.args[0] = of.current[i];
    n.args[1] = of.update[i];
    n.arg_count = 2;
    add(n);
    of.update[i] = of.current[i] = -1;  // who reads the variable from here on reads the new value
  }
  constexpr void end_training() {
    now = stage::events;
    ++event;
  }
};

}  // namespace xscope::gradients
