// SPDX-License-Identifier: BSD-3-Clause
// Lists of gradients, each with its variable: what makes them of others, and what reads them. An operation
// of lists is that operation of each gradient; a variable that has no gradient has none afterwards.
#pragma once

#include <limits>
#include <string_view>

#include "gradients.hpp"

namespace xscope::passes {

template <std::size_t Events, bool Trains, class Resolution>
struct gradient_lists : gradient_tensors<Events, Trains, Resolution> {
  using base = gradient_tensors<Events, Trains, Resolution>;
  using base::at, base::nodes, base::of, base::events, base::event, base::pairs, base::pass;
  using base::base;
  using base::now;

  /// What the event asks for, at once.
  constexpr void change_lists() {
    const tracing::training& told = *events[event].is->training_of;
    this->begin_pass();
    switch (told.work) {
    case tracing::list_work::zip: zip(told); break;
    case tracing::list_work::each: apply_to_each(told); break;
    case tracing::list_work::read: read(told); break;
    case tracing::list_work::global_norm:
      of.result[this->result_event(0)] = global_norm(members(told), events[event].name);
      break;
    case tracing::list_work::clip: clip(told); break;
    }
    if (now != stage::done) this->end_pass();
  }

 protected:
  /// The list that a list was made of in the end: what compute_gradients or zip has given.
  constexpr std::size_t origin_of(std::size_t list) const {
    while (events[list].what == event_kind::change_gradients &&
           events[list].is->training_of->work != tracing::list_work::zip)
      list = events[list].operand(first_list_of(events[list]));
    return list;
  }

 private:
  constexpr bool is_list(std::size_t id) const {
    return id != no_id && (events[id].what == event_kind::compute_gradients ||
                           events[id].what == event_kind::change_gradients);
  }
  constexpr unsigned first_list_of(const tracing::event& e) const {
    unsigned k = 0;
    while (!is_list(e.operand(k))) ++k;
    return k;
  }
  constexpr std::size_t begin_of(std::size_t list) const {
    std::size_t i = 0;
    while (i < pairs.size() && pairs[i].list != list) ++i;
    return i;
  }
  /// The place of a variable in a list; `expected` is looked at first: lists are mostly in one order.
  constexpr std::size_t find(std::size_t list, std::size_t variable, std::size_t expected) const {
    const auto is = [&](std::size_t i) {
      return i < pairs.size() && pairs[i].list == list && pairs[i].variable == variable;
    };
    if (is(expected)) return expected;
    std::size_t i = 0;
    while (i < pairs.size() && !is(i)) ++i;
    return i;
  }

  // ---- lists out of tensors, and tensors out of lists -------------------------------------------------

  constexpr void zip(const tracing::training& told) {
    const tracing::event& e = events[event];
    for (unsigned k = 0; k < told.ys; ++k) {
      const std::size_t variable = this->creator_of(e.operand(told.ys + k));
      if (find(event, variable, no_id) < pairs.size())
        return this->make_fault(diag::fault::two_gradients, variable);
      pairs.push_back({event, variable, this->operand(e.operand(k))});
    }
  }
  constexpr void read(const tracing::training& told) {
    const tracing::event& e = events[event];
    const std::size_t list = e.operand(0);
    const std::size_t begins = begin_of(list);
    std::size_t found = begins;
    if (told.xs != 0) {
      found = find(list, this->creator_of(e.operand(1)), no_id);
    } else {
      while (found < pairs.size() && !(pairs[found].list == list && is_called(pairs[found].variable)))
        ++found;
    }
    if (found >= pairs.size()) {
      const std::size_t first = pairs[begins].variable;
      this->make_fault(diag::fault::not_in_list, told.xs != 0 ? this->creator_of(e.operand(1)) : first,
                       first);
      this->made[this->made.size() - 1].name = e.is->text;  // if it was asked for by name
      return;
    }
    const std::size_t result = this->result_event(0);
    const tracing::event& variable = events[pairs[found].variable];
    if (!(*variable.is->shape == *events[result].is->shape) ||
        !(variable.is->dtype == events[result].is->dtype))
      return refuse_reading(pairs[found].variable, result);
    of.result[result] = pairs[found].gradient;
  }
  constexpr void refuse_reading(std::size_t variable, std::size_t result) {
    const int held = this->held_by(variable);
    this->make_fault(diag::fault::gradient_is_otherwise, variable, result);
    this->operand_node(held);
  }
  constexpr bool is_called(std::size_t variable) const {
    const growing<char> name = this->name_of(variable);
    return std::string_view(name.begin(), name.size() - 2) == events[event].is->text->view();
  }

  // ---- an operation of each ---------------------------------------------------------------------------

  constexpr void apply_to_each(const tracing::training& told) {
    const tracing::event& e = events[event];
    const std::size_t first = e.operand(first_list_of(e));
    const std::size_t begin = begin_of(first);
    bool is_first = true;
    for (std::size_t i = begin; i < pairs.size() && pairs[i].list == first; ++i) {
      const std::size_t variable = pairs[i].variable;
      growing<int> given;
      bool any = false;
      bool all = true;
      for (unsigned k = 0; k < told.ys; ++k) {
        const std::size_t id = e.operand(k);
        if (told.is_number(k)) {
          given.push_back(-1);
        } else if (!is_list(id)) {
          given.push_back(this->operand(id));
        } else {
          const std::size_t place = find(id, variable, begin_of(id) + (i - begin));
          given.push_back(place < pairs.size() ? pairs[place].gradient : -1);
          const bool has = given[k] >= 0;
          any = any || has;
          all = all && has;
        }
      }
      if (any && !all) return this->make_fault(diag::fault::gradient_is_none, variable, event);
      if (any && !one_operation(told, given, is_first)) return;
      if (any) is_first = false;
      pairs.push_back({event, variable, any ? nodes.size() - 1 : -1});
    }
  }
  /// One operation, as the program would make it. An operation that is named as a scope is so once; the later
  /// ones are numbered.
  constexpr bool one_operation(const tracing::training& told, growing<int>& given, bool is_first) {
    const tracing::event& e = events[event];
    const ops::op_info& op = *e.is->op;
    const bool named_as_scope = e.is->source_is == tracing::source_kind::name_scope;
    made_event named{.source = e.source,
                     .name = e.name,
                     .exact = named_as_scope && is_first,
                     .numbered = named_as_scope && !is_first};
    int like = -1;  // whose element type numbers take
    for (std::size_t k = op.of_own_type; k < given.size() && like < 0; ++k) like = given[k];
    if (told.numbers != 0) {
      named.what = event_kind::enter_op;
      this->make(named);
      for (unsigned k = 0; k < told.ys; ++k) {
        if (!told.is_number(k)) continue;
        given[k] = this->number(told.hypers[k].number, at(like).dtype);
        this->make_operation(given[k], op.operands[k < op.arity() ? k : op.arity() - 1]);
      }
    }
    int result = given[0];
    if (!op.variadic) {
      result = operation(op, given);
    } else {
      for (std::size_t k = 1; k < given.size() && result >= 0; ++k) {
        growing<int> both;
        both.push_back(result);
        both.push_back(given[k]);
        result = operation(op, both);
      }
      if (given.size() == 1) result = this->same(result);
    }
    if (result < 0) return false;
    this->wait(result);
    named.what = told.numbers != 0 ? event_kind::apply_in_scope : event_kind::apply;
    named.node = result;
    named.as = &op;
    named.first_operand = static_cast<unsigned>(this->operands.size());
    nodes.mine(result).event = this->make(named);
    for (const int o : given) this->operand_node(o);
    return true;
  }
  /// Its node, or -1 where its rule refuses them.
  constexpr int operation(const ops::op_info& op, const growing<int>& given) {
    const ops::attributes& attributes = *events[event].is->attributes;
    node n{};
    n.op = &op;
    n.attrs = nodes.attributes_given.number_of(attributes);
    ops::operand in[ops::max_operands];
    for (const int o : given) {
      in[n.arg_count] = {at(o).dtype, at(o).shape};
      n.args[n.arg_count++] = o;
    }
    const ops::inferred rule =
        op.infer(array_view<ops::operand>(in, static_cast<std::size_t>(n.arg_count)), attributes);
    if (rule.fault != diag::fault::none) {
      this->make_fault(rule.fault, no_id, no_id, op.type);
      this->operand_node(n.args[static_cast<std::size_t>(rule.operand)]);
      if (n.arg_count > 1) this->operand_node(n.args[1]);
      return -1;
    }
    if (rule.as.there) n.op = rule.as;
    n.dtype = rule.dtype;
    n.shape = rule.shape;
    if (op.takes_alpha) n.args[n.arg_count++] = this->number(attributes.alpha, n.dtype);
    return this->add(n);
  }

  // ---- norms ------------------------------------------------------------------------------------------

  /// The tensors that the event is given: those of a list, or each by itself. -1: none.
  constexpr growing<int> members(const tracing::training& told) {
    const tracing::event& e = events[event];
    growing<int> out;
    if (is_list(e.operand(0))) {
      for (std::size_t i = begin_of(e.operand(0)); i < pairs.size() && pairs[i].list == e.operand(0); ++i)
        out.push_back(pairs[i].gradient);
    } else {
      for (unsigned k = 0; k < told.ys; ++k) out.push_back(this->operand(e.operand(k)));
    }
    return out;
  }
  constexpr int named(int id, const char* name) {
    this->wait(id);
    this->make_operation(id, name);
    return id;
  }
  constexpr int named_number(double value, data_type dtype) {
    return named(this->number(value, dtype), "Const");
  }
  constexpr int named_unary(const ops::op_info& op, int a) { return named(this->unary(op, a, {}), op.name); }
  constexpr int named_binary(const ops::op_info& op, int a, int b) {
    return named(this->binary(op, a, b), op.name);
  }

  /// The root of the sum of all squares, in a scope of its own.
  constexpr int global_norm(const growing<int>& all, naming::optional_ref<naming::literal> scope) {
    this->make_scope(event_kind::enter_name_scope, no_id, scope);
    int sum = -1;
    for (const int one : all) {
      if (one < 0) continue;
      const int half = named_unary(ops::l2_loss::info, one);
      sum = sum < 0 ? half : this->sum(sum, half);
    }
    if (sum >= 0) this->name_sum(sum);
    const data_type dtype = sum < 0 ? data_type_of<float> : at(sum).dtype;
    if (sum < 0) sum = named_number(0, dtype);
    const int square = named_binary(ops::multiply::info, sum, named_number(2, dtype));
    const int norm = named(this->unary(ops::sqrt::info, square, {}), "global_norm");
    this->leave();
    return norm;
  }

  /// x * c * min(1/G, 1/c) for each x, where G is the norm of all; no number where G is none.
  constexpr void clip(const tracing::training& told) {
    const tracing::event& e = events[event];
    const growing<int> all = members(told);
    const bool is_named =
        e.is->source_is == tracing::source_kind::other;  // by the user, the norm's scope too
    const int norm = told.grads != 0
                         ? this->operand(e.operand(told.first_grad()))
                         : global_norm(all, is_named ? e.name.to : &naming::literal_of<"global_norm">);
    const std::size_t scope = this->make_scope(event_kind::enter_name_scope, no_id, e.name);
    const int scale = clip_scale(told, norm);
    growing<gradient_of_variable> clipped;
    const std::size_t begin = is_list(e.operand(0)) ? begin_of(e.operand(0)) : 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      int result = -1;
      if (all[i] >= 0) {
        const int scaled = named_binary(ops::multiply::info, all[i], scale);
        this->make({.what = event_kind::enter_gradient, .source = scope, .exact = true});
        result = named(this->same(scaled), index_names.text[i < most_named ? i : most_named]);
        this->leave();
      }
      if (!is_list(e.operand(0))) of.result[this->result_event(1 + i)] = result;
      else clipped.push_back({event, pairs[begin + i].variable, result});
    }
    for (const gradient_of_variable& one : clipped) pairs.push_back(one);
    of.result[this->result_event(0)] = norm;
    this->leave();
  }
  constexpr int clip_scale(const tracing::training& told, int norm) {
    const data_type dtype = at(norm).dtype;
    const tracing::hyper_value& limit = told.hypers[0];
    const int c = limit.operand < 0
                      ? named_number(limit.number, dtype)
                      : this->operand(events[event].operand(static_cast<std::size_t>(limit.operand)));
    const int one = named_number(1, dtype);
    const int smaller = named_binary(ops::minimum::info, named_binary(ops::divide::info, one, norm),
                                     named_binary(ops::divide::info, one, c));
    const int scale = named_binary(ops::multiply::info, c, smaller);
    const int no_number = named_number(std::numeric_limits<double>::quiet_NaN(), dtype);
    ops::gradient_builder g{nodes, nullptr, nullptr, {}};
    const int finite = named(g.apply(ops::is_finite::info, {norm}), ops::is_finite::info.name);
    return named(g.apply(ops::select::info, {finite, scale, no_number}), ops::select::info.name);
  }

  /// "_0", "_1", ...: what clip_by_global_norm calls its results.
  static constexpr std::size_t most_named = 999;
  struct name_table {
    char text[most_named + 2][5]{};
  };
  static constexpr name_table index_names = [] {
    name_table out;
    for (std::size_t i = 0; i <= most_named; ++i) {
      char* to = out.text[i];
      *to++ = '_';
      if (i >= 100) *to++ = static_cast<char>('0' + i / 100);
      if (i >= 10) *to++ = static_cast<char>('0' + i / 10 % 10);
      *to++ = static_cast<char>('0' + i % 10);
    }
    return out;
  }();
};

}  // namespace xscope::passes
