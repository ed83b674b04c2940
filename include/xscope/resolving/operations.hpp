// SPDX-License-Identifier: BSD-3-Clause
// Operations, variables without a store, and what reads names.
#pragma once

#include <cstddef>

#include "slots.hpp"

namespace xscope::resolving {

template <std::size_t E, bool Passes>
struct operation_rules : slot_rules<E, Passes> {
  using base = slot_rules<E, Passes>;
  using base::add, base::at, base::check_name, base::check_scope_text, base::created, base::ends_in_slash,
      base::events, base::fail, base::failed, base::in_use, base::join, base::mine, base::name_operation,
      base::names, base::now, base::out, base::pass_over, base::push, base::scope, base::scope_fact,
      base::scope_index, base::stack, base::store, base::unique;
  using base::base;

  /// The losses of a new variable: below its name in the store, exactly.
  constexpr void enter_regularizer(const event& e) {
    const fact& v = scope_fact(static_cast<int>(e.source));
    if (v.creator < static_cast<int>(e.source)) {
      pass_over();
      return;
    }
    push(false, false, false);
    stack = mine().name = add(join(v.key, &naming::literal_of<"Regularizer">));
    mine().keeps_slash = true;
  }
  /// tf.Variable: named through a name scope, never in the store.
  constexpr void variable(const event& e) {
    if (!check_scope_text(e.name.to)) return;
    mine().name = name_operation(e.name.to);
    if (!failed()) created(e);
  }

  /// An operation that is named as a variable is, from the root of names.
  constexpr void apply(const event& e) {
    if (e.is->source_is == source_kind::variable) {
      mine().name = unique(at(scope_fact(static_cast<int>(e.source)).key));
    } else if (e.is->source_is == source_kind::numbered) {
      mine().name = unique(at(scope_fact(static_cast<int>(e.source)).name));
    } else if (e.is->source_is == source_kind::name_scope) {
      check_name(mine().name = scope_fact(static_cast<int>(e.source)).name, true);
    } else if (check_scope_text(e.name.to)) {
      mine().name = name_operation(e.name.to);
    }
  }

  /// What is summed must be scalars of one element type.
  constexpr void sum_collection(const event& e) {
    for (std::size_t i = 0; i < now; ++i) {
      if (!adds_to_collection(events[i], out.facts[i], i, *e.is->text)) continue;
      const event& item = events[collected_by(events[i], i)];
      const bool is_tensor = (item.what >= event_kind::placeholder || item.what == event_kind::output) &&
                             item.what != event_kind::minimize && item.is->shape.there;
      if (!is_tensor || item.is->shape->rank() != 0 || !(item.is->dtype == e.is->dtype)) {
        first_fault& fault = fail(diag::fault::collection_item, out.facts[collected_by(events[i], i)].name);
        fault.other = e.is->text->view();
        fault.dtype = e.is->dtype;
        return;
      }
    }
    apply(e);
  }

  /// A name that nothing has to bear.
  constexpr void unique_name(const event& e) {
    const path wanted = join(stack, e.name.to);
    if (e.is->marks) {
      mine().name = unique(wanted);
      return;
    }
    const std::size_t slot = in_use.find(out.paths, wanted);
    path free = wanted;
    if (in_use.has(slot)) {
      for (int i = in_use.value[slot] + 1; in_use.has(in_use.find(out.paths, free)); ++i) {
        free = with_suffix(wanted, static_cast<unsigned>(i));
      }
    }
    mine().name = add(free);
  }

  constexpr void read_scope_text(const event& e) {
    const fact& read = scope_fact(scope_index(e.source));
    if (e.is->source_is == source_kind::original_name_scope) {
      mine().name = read.name;
      mine().keeps_slash = read.keeps_slash;
    } else {
      mine().name = read.key;
      mine().keeps_slash =
          e.is->source_is == source_kind::name_scope && read.key != root && !ends_in_slash(read.key);
    }
  }
};

}  // namespace xscope::resolving
