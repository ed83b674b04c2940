// SPDX-License-Identifier: BSD-3-Clause
// Gradients as tensors: gradients(y, x...). What the other passes begin and end with stands here too.
#pragma once

#include "differentiate.hpp"

namespace xscope::passes {

template <std::size_t Events, bool Trains, class Resolution>
struct gradient_tensors : differentiator<Events, Trains, Resolution> {
  using base = differentiator<Events, Trains, Resolution>;
  using base::at, base::nodes, base::of, base::events, base::event, base::made, base::pass, base::slopes;
  using base::base;
  using base::now, base::next, base::resolved;

  // ---- what passes have in common ------------------------------------------------------------------------

  constexpr void begin(stage s) {
    now = s;
    next = 0;
  }
  constexpr void begin_pass() {
    pass = {};
    this->make({.what = event_kind::pass_begins, .source = event});
  }
  /// Events go on; what was wanted is so no more.
  constexpr void end_pass() {
    this->make({.what = event_kind::pass_ends, .source = event, .other = pass.ends_as});
    for (std::size_t k = 0; k < of.trained_count; ++k) {
      of.wanted[of.trained[k]] = false;
      of.slope[of.trained[k]] = -1;
    }
    of.trained_count = 0;
    ++event;
    begin(stage::events);
  }

  /// The K-th tensor that is to stand for what the event gives: the event for it.
  constexpr std::size_t result_event(std::size_t k) const {
    std::size_t first = event;
    while (events[first].what != event_kind::made_by_pass) ++first;
    return first + k;
  }

  /// Nothing flows from y to x, perhaps because of an operation that only has a name.
  constexpr void refuse_path(diag::fault what, std::size_t y, std::size_t x) {
    const std::size_t strange = named_operation_behind(y);
    if (strange != no_id) this->make_fault(diag::fault::no_gradient_defined, strange, strange);
    else this->make_fault(what, y, x);
  }

  /// A variable gets a gradient.
  constexpr void choose(std::size_t creator) {
    if (of.wanted[creator]) return;
    of.wanted[creator] = true;
    of.trained[of.trained_count++] = creator;
  }
  /// The name of a variable, "net/w:0".
  constexpr growing<char> name_of(std::size_t creator) const {
    const resolving::path_id id = resolved.facts[creator].name;
    const std::size_t size = resolved.paths[static_cast<std::size_t>(id)].size();
    growing<char> text(size + 2, '\0');
    resolving::write_backwards(resolved.paths, id, text.data() + size);
    text[size] = ':';
    text[size + 1] = '0';
    return text;
  }

  // ---- gradients as tensors ------------------------------------------------------------------------------

  constexpr void begin_gradients() {
    const tracing::event& e = events[event];
    const tracing::training& told = *e.is->training_of;
    begin_pass();
    pass.scope = this->make_scope(event_kind::enter_name_scope, no_id, e.name);
    growing<int> tensors;
    growing<int> stops;
    growing<int> ys;
    for (unsigned k = 0; k < told.xs; ++k) want(e.operand(told.ys + k), tensors);
    for (unsigned k = 0; k < told.stops; ++k)
      stops.push_back(this->operand(e.operand(told.first_stop() + k)));
    for (unsigned k = 0; k < told.ys; ++k) ys.push_back(this->operand(e.operand(k)));
    growing<int> given;
    for (unsigned k = 0; k < told.grads; ++k)
      given.push_back(this->operand(e.operand(told.first_grad() + k)));
    this->mark(tensors, stops);
    for (unsigned k = 0; k < told.ys; ++k) this->seed(ys[k], k < told.grads ? given[k] : -1, k);
    begin(stage::slopes);
    next = static_cast<int>(pass.before) - 1;
  }
  /// The gradients stand where the events for them are.
  constexpr void end_gradients() {
    const tracing::event& e = events[event];
    const tracing::training& told = *e.is->training_of;
    for (unsigned k = 0; k < told.xs; ++k) {
      const std::size_t x = e.operand(told.ys + k);
      int slope = -1;
      if (tracing::gives_variable(events[x].what)) slope = of.slope[this->creator_of(x)];
      else if (of.result[x] >= 0) slope = slopes[static_cast<std::size_t>(of.result[x])];
      if (slope < 0 && told.zero) {
        slope = this->number(0, events[x].is->dtype);
        nodes.mine(slope).shape = *events[x].is->shape;
        this->make_operation(slope, "zeros_like");
      } else if (slope < 0 && !told.may_be_none) {
        return refuse_path(diag::fault::no_path, e.operand(0), x);
      }
      of.result[result_event(k)] = slope;
    }
    this->leave();
    end_pass();
  }

 private:
  /// The last operation without arithmetic that y is made of, or no_id.
  constexpr std::size_t named_operation_behind(std::size_t y) const {
    if (!of.has_gaps || y >= Events) return no_id;
    growing<bool> behind(y + 1, false);
    behind[y] = true;
    for (std::size_t i = y + 1; i-- > 0;) {
      if (!behind[i]) continue;
      const tracing::event& e = events[i];
      if (e.what == event_kind::create_op) return i;
      if (e.what == event_kind::output) behind[e.args[0]] = true;
      if (e.what != event_kind::apply && e.what != event_kind::apply_in_scope) continue;
      for (unsigned k = 0; k < e.is->arg_count; ++k) {
        if (e.operand(k) < i) behind[e.operand(k)] = true;
      }
    }
    return no_id;
  }
  constexpr void want(std::size_t x, growing<int>& tensors) {
    if (tracing::gives_variable(events[x].what)) choose(this->creator_of(x));
    else tensors.push_back(of.result[x]);
  }
};

}  // namespace xscope::passes
