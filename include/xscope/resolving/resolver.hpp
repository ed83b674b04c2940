// SPDX-License-Identifier: BSD-3-Clause
// TensorFlow's own state machine over the events of a program: the variable store, the stack of variable
// scopes, the stack of name scopes, the names in use and the counters of default names.
// One pass; it stops at the first error. What TensorFlow does is the specification, name for name. The rules
// stand in the headers beside this one, each of which takes the one before it further: names, scopes, store,
// partitions, slots, operations.
#pragma once

#include <cstddef>

#include "usual.hpp"

namespace xscope::resolving {

template <std::size_t E, bool Passes = false>
struct resolver : usual_rules<E, Passes> {
  using base = usual_rules<E, Passes>;
  using base::apply, base::at, base::check_name, base::check_scope_text, base::counters,
      base::create_variable, base::depth, base::end, base::enter_as_tensor, base::enter_gradient,
      base::enter_name, base::enter_name_scope, base::enter_regularizer, base::enter_thread,
      base::enter_update, base::enter_variable_scope, base::events, base::exact_names, base::fail,
      base::failed, base::open_scopes, base::get_partitioned, base::get_slot, base::get_variable,
      base::has_parts, base::join, base::key_of, base::leave, base::mine, base::name_operation, base::names,
      base::now, base::order, base::out, base::part_0, base::position, base::push, base::read_scope_text,
      base::scope, base::scope_fact, base::scope_index, base::stack, base::store, base::sum_collection,
      base::unique, base::unique_name, base::usual_name, base::usual_variable, base::variable;
  using base::base;

  constexpr void step(const event& e) {
    switch (e.what) {
    case event_kind::enter_variable_scope: return enter_variable_scope(e);
    case event_kind::enter_name_scope: return enter_name_scope(e);
    case event_kind::enter_thread: return enter_thread();
    case event_kind::enter_op:
      push(false, false, false);
      stack = mine().name =
          e.is->source_is == source_kind::name_scope ? scope_fact(static_cast<int>(e.source)).name
          : e.is->source_is == source_kind::numbered ? unique(at(scope_fact(static_cast<int>(e.source)).name))
                                                     : enter_name(e.name);
      return;
    case event_kind::leave: return leave();
    case event_kind::enter_control: return push(false, false, false);
    case event_kind::enter_gradient: return enter_gradient(e);
    case event_kind::enter_update: return enter_update(e);
    case event_kind::gradients:
    case event_kind::compute_gradients:
    case event_kind::change_gradients:
    case event_kind::pass_begins: return;
    case event_kind::pass_ends:
      if (e.args[0] == tracing::no_id) return;
      scope_fact(static_cast<int>(e.source)).name = out.facts[e.args[0]].name;
      scope_fact(static_cast<int>(e.source)).creator = static_cast<int>(e.args[0]);
      return;
    case event_kind::made_by_pass:
      if (e.source == tracing::no_id) return Passes ? refuse_users() : void();
      mine().creator = static_cast<int>(e.source);
      mine().name = out.facts[e.source].name;
      mine().output = out.facts[e.source].output;
      return;
    case event_kind::get_slot: return get_slot(e);
    case event_kind::set_reuse: scope_fact(scope_index(e.source)).reuse = reuse_mode::yes; return;
    case event_kind::current_name_scope: mine().name = stack; return;
    case event_kind::more_operands:
    case event_kind::collect:
    case event_kind::template_made: return;
    case event_kind::listing:
      if (e.is->filter != nullptr && !e.is->filter->ok()) fail(evidence_of_pattern(*e.is->filter), stack);
      return;
    case event_kind::output:
      mine().name = out.facts[e.args[0]].name;
      mine().output = e.is->arg_count;
      return;
    case event_kind::enter_regularizer: return enter_regularizer(e);
    case event_kind::enter_as_tensor: return enter_as_tensor(e);
    case event_kind::note_name: mine().name = key_of(e); return;
    case event_kind::unique_name: return unique_name(e);
    case event_kind::read_scope_text: return read_scope_text(e);
    case event_kind::get_created: return get_variable(e);
    case event_kind::get_partitioned: return get_partitioned(e);
    case event_kind::create_variable: return create_variable(e);
    case event_kind::create_op:
      if (e.is->marks || e.is->source_is != source_kind::none) return apply(e);
      mine().name = name_operation(e.name.to);
      return;
    case event_kind::get_variable: return get_variable(e);
    case event_kind::variable: return variable(e);
    case event_kind::placeholder:
    case event_kind::constant: mine().name = name_operation(e.name.to); return;
    case event_kind::apply: return apply(e);
    case event_kind::sum_collection: return sum_collection(e);
    case event_kind::minimize:
    case event_kind::apply_gradients:
      // Where passes have been, its name is that of what they made.
      if constexpr (!Passes) {
        if (check_scope_text(e.name.to)) mine().name = name_operation(e.name.to);
      }
      return;
    case event_kind::apply_update:
    case event_kind::group: return apply(e);
    case event_kind::apply_in_scope:
      check_name(mine().name = stack,
                 e.name.to->ends_in_slash() || e.is->source_is == source_kind::name_scope);
      return leave();
    case event_kind::fault: return report(e);
    }
  }

  /// Whose gradient it is, the k-th one that is asked for.
  constexpr path_id name_of_asked(std::size_t asked, unsigned k) const {
    const tracing::training& told = *events[asked].is->training_of;
    if (told.xs != 0) return out.facts[events[asked].operand(told.ys + k)].name;
    return stack;
  }
  /// A gradient that there is none of is no operand.
  constexpr void refuse_users() {
    for (std::size_t i = now + 1; i < E && events[i].what != event_kind::pass_begins; ++i) {
      const event& user = events[i];
      if (user.what != event_kind::apply && user.what != event_kind::apply_in_scope) continue;
      for (unsigned k = 0; k < user.is->arg_count; ++k) {
        if (user.operand(k) != now) continue;
        std::size_t asked = now - 1;
        while (events[asked].what != event_kind::gradients &&
               events[asked].what != event_kind::change_gradients)
          --asked;
        first_fault& fault =
            fail(diag::fault::gradient_is_none, name_of_asked(asked, events[now].is->arg_count));
        fault.call = user.is->op->type;
        fault.event = i;
        return;
      }
    }
  }

  /// What a pass has found: the message names the event that it is told of, and perhaps another.
  constexpr void report_of_pass(const event& e) {
    first_fault& fault = fail(*e.is->evidence, scope_fact(static_cast<int>(e.source)).name);
    if (e.args[0] == tracing::no_id) return;
    const event& other = events[e.args[0]];
    fault.other_path = scope_fact(static_cast<int>(e.args[0])).name;
    fault.other_shape = other.is->shape;
    fault.other_dtype = other.is->dtype;
    if (fault.what == diag::fault::no_gradient_defined) fault.given = other.is->text->view();
  }
  /// What tracing has found: the message names the operation or the variable by its full name.
  constexpr void report(const event& e) {
    if (e.source != tracing::no_id && e.is->source_is == source_kind::none) return report_of_pass(e);
    const path_id name = !e.name.there ? stack : e.is->of_variable ? key_of(e) : unique(join(stack, e.name));
    // A constant with a shape is looked at only where no slices of that name are.
    const bool is_plain = e.is->of_variable && e.is->evidence.to->what == diag::fault::initializer_and_shape;
    if (is_plain && has_parts && store.has(store.find(out.paths, join(name, &part_0)))) {
      fail(diag::fault::partitioner_missing, name);
      return;
    }
    fail(*e.is->evidence, name);
  }

  /// Goes on to the event of that number, or a little further. (One loop without calls: see above.)
  constexpr void run_to(std::size_t number) {
    if (failed()) return;
    end = number;
    while ((Passes ? position : now) < end) {
      if constexpr (Passes) now = order[position];
      const event& e = events[now];
      if (e.what == event_kind::leave) {
        const open_scope& f = open_scopes[depth - 1];
        if (!f.is_usual) {
          leave();
        } else {
          scope = f.scope;
          stack = f.stack;
          --depth;
          if (counters.on && f.is_variable_scope) counters.reset_below(f.counts.counter);
        }
      } else if (e.is->is_usual && !exact_names) {
        if (e.what != event_kind::get_variable) usual_name(e);
        else if (has_parts) get_variable(e);
        else usual_variable(e);
      } else {
        step(e);
      }
      if constexpr (Passes) ++position;
      else ++now;
    }
  }
};

/// Resolves a program: the one pass over its events.
template <std::size_t E>
constexpr auto resolve(array_view<event> events, tracing::rarities rare) {
  resolver<E> r(events, rare);
  r.run_to(events.size());
  return r.out;
}

/// How many events are resolved in one constant evaluation: Clang takes 1,048,576 steps in each. An event
/// takes up to 30, one that is not usual up to 100.
constexpr std::size_t events_at_once(std::size_t events, std::size_t unusual) {
  return 1 + events / (1 + (30 * events + 70 * unusual) / 1'000'000);
}

template <const auto& Events>
constexpr auto begin_to_resolve() {
  using list = std::remove_cvref_t<decltype(Events)>;
  if constexpr (requires { Events.order; })
    return resolver<list::size, true>(Events.view(), Events.rare, Events.order);
  else return resolver<list::size>(Events.view(), Events.rare);
}

/// A resolver that has gone through the first N events of Events, and a little further.
template <const auto& Events, std::size_t N, std::size_t AtOnce>
inline constexpr auto resolved_to = [] {
  if constexpr (N <= AtOnce) {
    auto r = begin_to_resolve<Events>();
    r.run_to(N);
    return r;
  } else {
    auto r = resolved_to<Events, N - AtOnce, AtOnce>;
    r.run_to(N);
    return r;
  }
}();

/// The resolution of a list of events. The state is copied where it does not fit into one evaluation.
template <const auto& Events>
constexpr auto resolve_all() {
  constexpr std::size_t size = std::remove_cvref_t<decltype(Events)>::size;
  constexpr std::size_t at_once = events_at_once(size, Events.rare.unusual);
  if constexpr (size <= at_once) {
    auto r = begin_to_resolve<Events>();
    r.run_to(size);
    return r.out;
  } else {
    return resolved_to<Events, size, at_once>.out;
  }
}

}  // namespace xscope::resolving
