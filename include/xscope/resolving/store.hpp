// SPDX-License-Identifier: BSD-3-Clause
// The variable store: what a request for a variable creates, shares, or is refused for.
#pragma once

#include <cstddef>

#include "scopes.hpp"

namespace xscope::resolving {

template <std::size_t E, bool Passes>
struct store_rules : scope_rules<E, Passes> {
  using base = scope_rules<E, Passes>;
  using base::add, base::at, base::end, base::events, base::exact_names, base::fail, base::failed,
      base::has_parts, base::join, base::make_constant, base::mine, base::now, base::out, base::part_0,
      base::pass_over, base::push, base::refuse_twin, base::scope, base::scope_fact, base::scope_index,
      base::stack, base::store, base::trainable, base::unique;
  using base::base;

  /// The name in the store that a request is for.
  constexpr path_id key_of(const event& e) {
    switch (e.is->source_is) {
    case source_kind::root: return add(join(root, e.name.to));
    case source_kind::scope: return add(join(scope_fact(scope_index(e.source)).key, e.name.to));
    case source_kind::partitioned: return add(join(scope_fact(static_cast<int>(e.source)).key, e.name.to));
    default: return add(join(scope_fact(scope).key, e.name.to));
    }
  }
  constexpr reuse_mode reuse_for(const event& e) {
    if (e.is->reuse != reuse_mode::inherit) return e.is->reuse;
    if (e.is->source_is == source_kind::scope) return scope_fact(scope_index(e.source)).reuse;
    return scope_fact(scope).reuse;
  }
  constexpr const event& event_of(int id) const { return events[static_cast<std::size_t>(id)]; }

  constexpr void get_variable(const event& e) {
    fact& f = mine();
    const reuse_mode reuse = reuse_for(e);
    if (e.is->makes_constant) make_constant();
    f.key = key_of(e);
    const std::size_t slot = store.find(out.paths, at(f.key));
    if (has_parts && !check_parts(e, slot, reuse)) return;
    if (store.has(slot)) {
      share(e, store.value[slot], reuse);
      if (!failed() && e.what == event_kind::get_created) pass_over();
      return;
    }
    if (reuse == reuse_mode::yes) {
      fail(diag::fault::variable_missing, f.key);
    } else if (!e.is->has_initializer) {
      fail(e.is->has_callable  ? diag::fault::initializer_not_valid
           : e.is->shape.there ? diag::fault::initializer_required
                               : diag::fault::shape_required,
           f.key)
          .dtype = e.is->dtype;
    } else if (!e.is->shape.there) {
      fail(diag::fault::shape_required, f.key);
    } else if (!fully_known(*e.is->shape.to)) {
      fail(diag::fault::shape_not_known, f.key).shape = e.is->shape;
    } else if (e.what == event_kind::get_created) {
      push(false, false, false);  // creators make it
    } else if (e.is->evidence.there) {
      fail(*e.is->evidence, f.key);
    } else if (at(f.key).flaws != 0) {
      fail(diag::fault::invalid_op_name, f.key);
    } else {
      // The key is the name that was asked for; the operation's name may have to differ from it.
      store.put(slot, f.key, static_cast<int>(now));
      f.name = name_variable(f.key);
      created(e);
    }
  }
  /// A variable's operation; by a name with a slash at its end it is named exactly, without that.
  constexpr path_id name_variable(path_id name) {
    const path& p = at(name);
    if (p.suffix != 0 || p.number != 0 || p.end() == p.begin || p.piece->data[p.end() - 1] != '/')
      return unique(p);
    const path_id id = add(make_path(at(p.parent), p.parent, p.piece, p.begin, p.end() - 1, 0));
    refuse_twin(id, true);
    return id;
  }
  constexpr void created(const event& e) {
    mine().creator = static_cast<int>(now);
    out.variables[out.variable_count++] = now;
    if (e.is->trainable) ++trainable;
    if (exact_names) refuse_twin(mine().name, false);
  }

  /// What creators make of a request: the name may be another, the store's key is not.
  constexpr void create_variable(const event& e) {
    fact& f = mine();
    fact& asked = scope_fact(static_cast<int>(e.source));
    f.key = asked.key;
    const path_id wanted = e.is->source_is == source_kind::root ? add(join(stack, e.name.to)) : f.key;
    if (at(wanted).flaws != 0) {
      fail(diag::fault::invalid_op_name, wanted);
      return;
    }
    if (e.is->evidence.there) {
      fail(*e.is->evidence, f.key);
      return;
    }
    f.name = name_variable(wanted);
    store.put(store.find(out.paths, at(f.key)), f.key, static_cast<int>(now));
    asked.creator = static_cast<int>(now);
    asked.name = f.name;
    created(e);
  }

  /// Where slices may be about: a plain request does not take a partitioned variable for its own.
  constexpr bool check_parts(const event& e, std::size_t slot, reuse_mode reuse) {
    fact& f = mine();
    const bool is_partitioned =
        store.has(slot) && event_of(store.value[slot]).what == event_kind::get_partitioned;
    if (is_partitioned && reuse == reuse_mode::yes) {
      if (!e.is->to_history) fail(diag::fault::needs_history, f.key);
      else share(e, store.value[slot], reuse);
      return false;
    }
    const path part = join(f.key, &part_0);
    const std::size_t first = store.find(out.paths, part);
    if (!store.has(first)) return true;
    fail(diag::fault::partitioner_missing, f.key);
    return false;
  }

  /// What is asked for must be what is found; the initializer of a variable that exists is ignored.
  constexpr void share(const event& e, int creator, reuse_mode reuse) {
    fact& f = mine();
    const event& first = event_of(creator);
    f.creator = creator;
    f.name = scope_fact(creator).name;
    if (reuse == reuse_mode::no) {
      fail(diag::fault::variable_exists, f.key);
    } else if (e.is->shape.there && !compatible(*e.is->shape.to, *first.is->shape.to)) {
      first_fault& fault = fail(diag::fault::shape_mismatch, f.key);
      fault.shape = e.is->shape;
      fault.other_shape = first.is->shape;
    } else if (!(e.is->asked == first.is->dtype) || !(e.is->dtype == first.is->dtype)) {
      first_fault& fault = fail(diag::fault::dtype_mismatch, f.key);
      fault.dtype = e.is->asked == first.is->dtype ? e.is->dtype : e.is->asked;
      fault.other_dtype = first.is->dtype;
      fault.other_is_ref = !first.is->details.there || !first.is->details->use_resource;
    }
  }
};

}  // namespace xscope::resolving
