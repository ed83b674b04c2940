// SPDX-License-Identifier: BSD-3-Clause
// Training steps: the gradients of a loss, and what an optimizer makes of them.
#pragma once

#include "../naming/regex_match.hpp"
#include "gradient_lists.hpp"
#include "update_builder.hpp"

namespace xscope::passes {

template <std::size_t Events, bool Trains, class Resolution>
struct trainer : gradient_lists<Events, Trains, Resolution> {
  using base = gradient_lists<Events, Trains, Resolution>;
  using base::at, base::nodes, base::of, base::events, base::event, base::made, base::pass, base::slopes;
  using base::base;
  using base::begin, base::begin_pass, base::choose, base::end_pass, base::name_of;
  using base::now, base::next, base::resolved, base::assignments;

  // ---- training steps ------------------------------------------------------------------------------------

  constexpr void begin_training() {
    const tracing::event& e = events[event];
    const tracing::training& told = *e.is->training_of;
    begin_pass();
    int loss = this->operand(e.operand(0));
    // The loss that a run gives is the one from before the step, even where it is a variable itself.
    if (loss >= 0 && at(loss).kind == node_kind::variable) loss = this->same(loss);
    of.result[event] = loss;
    choose_variables(e, told);
    if (of.trained_count == 0) return this->make_fault(diag::fault::nothing_to_train, no_id);
    pass.scope = this->make_scope(event_kind::enter_name_scope, no_id, &naming::literal_of<"gradients">);
    const int given = told.grads != 0 ? this->operand(e.operand(told.first_grad())) : -1;
    this->mark({}, {});
    this->seed(loss, given, 0);
    begin(stage::slopes);
    next = static_cast<int>(pass.before) - 1;
  }

  /// The gradients of a list are applied.
  constexpr void begin_applying() {
    begin_pass();
    for (const gradient_of_variable& pair : this->pairs) {
      if (pair.list != events[event].args[0]) continue;
      if (pair.gradient >= 0 && !fits(pair)) {
        this->make_fault(diag::fault::gradient_is_otherwise, pair.variable, pair.variable);
        return this->operand_node(pair.gradient);
      }
      choose(pair.variable);
      of.slope[pair.variable] = pair.gradient;
    }
    update_variables();
  }

  /// One piece of work on gradients or on a training step.
  constexpr void train() {
    switch (now) {
    case stage::slopes:
      this->flow_back(next);
      if (--next < 0) begin(stage::sums);
      break;
    case stage::sums:
      if (static_cast<std::size_t>(next) < pass.before) this->sum_up(next++);
      else if (events[event].what == event_kind::gradients) this->end_gradients();
      else if (events[event].what == event_kind::compute_gradients) end_computing();
      else begin_slots();
      break;
    case stage::slots:
      if (static_cast<std::size_t>(next) < of.trained_count) make_slots(of.trained[next++]);
      else begin_updates();
      break;
    case stage::updates:
      if (static_cast<std::size_t>(next) < of.trained_count) update(of.trained[next++]);
      else end_updates();
      break;
    default:
      if (static_cast<std::size_t>(next) < assignments.size()) assign_next();
      else end_training();
    }
  }

 private:
  constexpr bool fits(const gradient_of_variable& pair) const {
    const tracing::description& variable = *events[pair.variable].is;
    return at(pair.gradient).shape == *variable.shape && at(pair.gradient).dtype == variable.dtype;
  }
  /// The variables that are trained: those that are given, or the trainable ones that exist here.
  constexpr void choose_variables(const tracing::event& e, const tracing::training& told) {
    if (told.lists_variables) {
      for (unsigned k = 0; k < told.xs; ++k) {
        const std::size_t x = e.operand(told.ys + k);
        if (tracing::gives_variable(events[x].what)) choose(this->creator_of(x));
      }
      return;
    }
    for (std::size_t i = 0; i < event; ++i) {
      const bool is_new = tracing::gives_variable(events[i].what) &&
                          resolved.facts[i].creator == static_cast<int>(i) && !resolved.facts[i].skipped;
      if (is_new && events[i].is->trainable && (!told.filter.there || has_name(*told.filter, i))) choose(i);
    }
  }
  constexpr bool has_name(const naming::regex& pattern, std::size_t i) const {
    const growing<char> text = name_of(i);
    const std::string_view whole(text.begin(), text.size());
    return pattern.text.find_first_of("\\.^$*+?{}[]|()") == std::string_view::npos
               ? whole.starts_with(pattern.text)
               : naming::match(pattern, whole) == naming::regex_answer::yes;
  }

  constexpr const optimizers::rule& rule() const { return *events[event].is->training_of->rule; }
  constexpr bool is_updated(std::size_t creator) const { return of.slope[creator] >= 0; }

  /// The optimizer's own variables come first, then those of each variable.
  constexpr void begin_slots() {
    this->leave();
    update_variables();
  }
  /// The list of gradients that other statements work with: all variables, whether they have one or not.
  constexpr void end_computing() {
    this->leave();
    for (std::size_t k = 0; k < of.trained_count; ++k)
      this->pairs.push_back({event, of.trained[k], of.slope[of.trained[k]]});
    end_pass();
  }
  constexpr void update_variables() {
    bool any = false;
    for (std::size_t k = 0; k < of.trained_count; ++k) any = any || is_updated(of.trained[k]);
    if (!any) {
      const tracing::event& e = events[event];
      const std::size_t list = e.what == event_kind::apply_gradients ? this->origin_of(e.args[0]) : event;
      if (events[list].what == event_kind::change_gradients)
        return this->make_fault(diag::fault::all_none, of.trained[0]);
      return this->refuse_path(diag::fault::no_gradients, events[list].operand(0), of.trained[0]);
    }
    const tracing::training& told = *events[event].is->training_of;
    pass.first_scalar = static_cast<std::size_t>(nodes.size());
    for (std::size_t k = 0; k < rule().scalar_count; ++k) {
      own_variable({.what = event_kind::variable,
                    .op_name = rule().scalars[k].name,
                    .use_resource = is_first_a_resource(),
                    .dtype = data_type_of<float>,
                    .shape = &tracing::extents_of<>,
                    .initial = told.hypers[rule().scalars[k].initial_hyper].number});
    }
    pass.first_slot = static_cast<std::size_t>(nodes.size());
    begin(stage::slots);
  }
  constexpr bool is_resource(std::size_t creator) const {
    const auto details = events[creator].is->details;
    return details.there && details->use_resource;
  }
  /// Of what kind the optimizer's own variables are: as the variable whose name comes first.
  constexpr bool is_first_a_resource() const {
    bool any = false;
    for (std::size_t k = 0; k < of.trained_count; ++k) any = any || is_resource(of.trained[k]);
    if (!any) return false;
    std::size_t first = no_id;
    for (std::size_t k = 0; k < of.trained_count; ++k) {
      const std::size_t one = of.trained[k];
      if (is_updated(one) && (first == no_id || comes_before(name_of(one), name_of(first)))) first = one;
    }
    return is_resource(first);
  }
  static constexpr bool comes_before(const growing<char>& a, const growing<char>& b) {
    return naming::comes_before({a.begin(), a.size()}, {b.begin(), b.size()});
  }
  constexpr void make_slots(std::size_t creator) {
    if (!is_updated(creator)) return;
    const tracing::training& told = *events[event].is->training_of;
    for (std::size_t k = 0; k < rule().slot_count; ++k) {
      const optimizers::slot& slot = rule().slots[k];
      own_variable(
          {.what = event_kind::get_slot,
           .source = creator,
           .name = told.optimizer_name,
           .use_resource = is_resource(creator),
           .dtype = events[creator].is->dtype,
           .shape = events[creator].is->shape,
           .initial = slot.initial_hyper < 0 ? slot.initial : told.hypers[slot.initial_hyper].number});
    }
  }
  constexpr void own_variable(made_event e) {
    node n{};
    n.kind = node_kind::variable;
    n.dtype = e.dtype;
    n.shape = *e.shape;
    n.event = this->next_made();
    e.node = this->add(n);
    this->make(e);
  }

  constexpr void begin_updates() {
    const tracing::event& e = events[event];
    const tracing::training& told = *e.is->training_of;
    pass.scope = this->make_scope(event_kind::enter_name_scope, no_id, e.name);
    pass.first_hyper = static_cast<std::size_t>(nodes.size());
    for (std::size_t k = 0; k < rule().hyper_count; ++k) {
      const tracing::hyper_value& h = told.hypers[k];
      if (h.operand >= 0) {
        this->same(this->operand(e.operand(static_cast<std::size_t>(h.operand))));
      } else {
        this->make_operation(this->number(h.number, data_type_of<float>), rule().hypers[k].name);
      }
    }
    begin(stage::updates);
  }
  constexpr int hyper(std::size_t k) const { return static_cast<int>(pass.first_hyper + k); }
  /// A scalar in an element type.
  constexpr int as_type(int id, data_type dtype) {
    if (at(id).dtype == dtype) return id;
    if (at(id).kind == node_kind::constant) return this->number(at(id).number.real, dtype);
    ops::attributes to;
    to.dtype = dtype;
    const int cast = this->unary(ops::cast::info, id, to);
    nodes.mine(cast).dtype = dtype;
    return cast;
  }
  constexpr update_builder builder(data_type dtype) {
    update_builder b{*this};
    b.dtype = dtype;
    b.numbers_ = numbers();
    for (std::size_t k = 0; k < rule().hyper_count; ++k) b.hypers_[k] = as_type(hyper(k), dtype);
    for (std::size_t k = 0; k < rule().scalar_count; ++k)
      b.scalars_[k] = as_type(static_cast<int>(pass.first_scalar + k), dtype);
    return b;
  }
  double numbers_of_hypers[optimizers::most_hypers]{};
  constexpr const double* numbers() {
    for (std::size_t k = 0; k < rule().hyper_count; ++k)
      numbers_of_hypers[k] = events[event].is->training_of->hypers[k].number;
    return numbers_of_hypers;
  }

  /// The new values of a variable and its slots. All of these are worked out before the first variable gets
  /// one: each sees the values that the loss was computed with.
  constexpr void update(std::size_t creator) {
    if (!is_updated(creator)) return;
    this->make_scope(event_kind::enter_update, creator);
    update_builder b = builder(events[creator].is->dtype);
    b.variable_ = this->held_by(creator);
    b.gradient_ = of.slope[creator];
    for (std::size_t k = 0; k < rule().slot_count; ++k) b.slots_[k] = static_cast<int>(pass.first_slot++);
    rule().update(b);
    const std::size_t operation = this->next_made();
    for (std::size_t k = 0; k < b.given_count; ++k) {
      int value = b.given[k].value;
      if (b.given[k].variable == b.variable_ && events[creator].is->constraint != nullptr)
        value = this->projected(*events[creator].is->constraint, value);
      assignments.push_back({at(b.given[k].variable).event, b.given[k].variable, value,
                             b.given[k].variable == b.variable_ ? operation : no_id, k == 0});
    }
    this->make({.what = event_kind::apply_update,
                .node = b.given[b.given_count - 1].value,
                .op_name = rule().op_type,
                .type = rule().op_type,
                .dtype = events[creator].is->dtype,
                .shape = events[creator].is->shape,
                .first_operand = static_cast<unsigned>(this->operands.size())});
    this->operand_event(creator);
    for (std::size_t k = 0; k < rule().slot_count; ++k) this->operand_node(b.slots_[k]);
    for (std::size_t k = 0; k < rule().scalar_count; ++k)
      this->operand_node(static_cast<int>(pass.first_scalar + k));
    for (std::size_t k = 0; k < rule().hyper_count; ++k) {
      const int given = events[event].is->training_of->hypers[k].operand;
      if (given >= 0) this->operand_event(events[event].operand(static_cast<std::size_t>(given)));
      else this->operand_node(hyper(k));
    }
    this->operand_node(b.gradient_);
    this->leave();
  }
  constexpr void end_updates() {
    if (rule().finish.there) {
      // The scalars get their new values when all updates have read the old ones.
      this->make({.what = event_kind::enter_control});
      operands_of_group();
      update_builder b = builder(data_type_of<float>);
      rule().finish(b);
      for (std::size_t k = 0; k < b.given_count; ++k) {
        const new_value& given = b.given[k];
        this->make_operation(given.value, "mul");
        this->make({.what = event_kind::apply_update,
                    .node = given.value,
                    .op_name = "Assign",
                    .type = "Assign",
                    .dtype = data_type_of<float>,
                    .shape = &tracing::extents_of<>,
                    .first_operand = static_cast<unsigned>(this->operands.size())});
        this->operand_event(at(given.variable).event);
        this->operand_node(given.value);
        assignments.push_back({at(given.variable).event, given.variable, given.value, this->next_made() - 1});
      }
      this->leave();
    }
    pass.first_update = nodes.size();
    begin(stage::assigned);
  }
  /// Each assignment is two nodes, one behind another: the update, and the value behind it.
  constexpr void assign_next() {
    const assignment& a = assignments[static_cast<std::size_t>(next++)];
    const int update = this->assign(a.variable, a.value);
    if (a.begins) pass.together = update;
    nodes.mine(update).together = pass.together;
    const int value = this->value_behind(update);
    if (a.event < Events) of.latest[a.event] = value;
  }
  /// What is made up to its `leave` waits for an operation.
  constexpr void make_control(std::size_t operation) {
    this->make(
        {.what = event_kind::enter_control, .first_operand = static_cast<unsigned>(this->operands.size())});
    this->operand_event(operation);
  }
  /// The last event that was made has all updates as its operands.
  constexpr void operands_of_group() {
    made[made.size() - 1].first_operand = static_cast<unsigned>(this->operands.size());
    for (const assignment& a : assignments) {
      if (a.made != no_id) this->operand_event(a.made);
    }
  }
  constexpr void end_training() {
    const tracing::event& e = events[event];
    const tracing::training& told = *e.is->training_of;
    growing<int> updates;
    for (std::size_t k = 0; k < assignments.size(); ++k)
      updates.push_back(pass.first_update + 2 * static_cast<int>(k));
    int effect = this->group_of(updates);
    this->wait(effect);
    if (told.has_global_step) {
      const std::size_t updated_all =
          this->make({.what = event_kind::group, .node = effect, .op_name = "update"});
      operands_of_group();
      make_control(updated_all);
      const std::size_t counter = this->creator_of(e.operand(told.global_step()));
      const int old = this->held_by(counter);
      const int one = this->number(1, at(old).dtype);
      this->make_operation(one, "value");
      const int grown = this->binary(ops::add::info, old, one);
      const int updated = this->assign(old, grown);
      nodes.mine(updated).after = effect;
      of.latest[counter] = this->value_behind(updated);
      effect = updated;
      pass.ends_as = this->make({.what = event_kind::apply_update,
                                 .node = of.latest[counter],
                                 .source = pass.scope,
                                 .name = e.name,
                                 .type = "AssignAdd",
                                 .exact = true,
                                 .dtype = events[counter].is->dtype,
                                 .shape = events[counter].is->shape,
                                 .first_operand = static_cast<unsigned>(this->operands.size())});
      this->operand_event(counter);
      this->operand_node(one);
      this->leave();
    } else {
      pass.ends_as = this->make(
          {.what = event_kind::group, .node = effect, .source = pass.scope, .name = e.name, .exact = true});
      operands_of_group();
    }
    of.effect[event] = effect;
    assignments.assign(0, {});
    this->leave();
    end_pass();
  }
};

}  // namespace xscope::passes
