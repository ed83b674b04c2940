// SPDX-License-Identifier: BSD-3-Clause
// What passes make: the scopes of gradients and updates, which are named as operations are that stand
// elsewhere, and the variables that optimizers keep beside those that they train.
#pragma once

#include <cstddef>

#include "partitions.hpp"

namespace xscope::resolving {

template <std::size_t E, bool Passes>
struct slot_rules : partition_rules<E, Passes> {
  using base = partition_rules<E, Passes>;
  using base::add, base::at, base::counters, base::created, base::fail, base::join, base::mine, base::moved,
      base::now, base::out, base::push, base::refuse_twin, base::scope, base::scope_fact, base::share,
      base::stack, base::store, base::unique;
  using base::base;

  /// A name below another one; its first piece right behind that, if `joined`.
  constexpr path_id move_below(path_id name, path_id below, bool joined) {
    if (name <= root) return below;
    if constexpr (Passes) {
      moved_name& known = moved[static_cast<std::size_t>(name)];
      if (known.below == below) return known.name;
      const path_id parent = at(name).parent;
      const path_id above = move_below(parent, below, joined);
      known = {below, add(moved_path(at(name), parent < 0 ? empty_path : at(parent), at(above), above,
                                     joined && parent <= root))};
      return known.name;
    }
    return name;
  }

  /// The gradient of an operation N: N_grad, below the scope of all gradients.
  constexpr void enter_gradient(const event& e) {
    push(false, false, false);
    const path_id name = move_below(scope_fact(static_cast<int>(e.source)).name, stack, false);
    if (e.is->source_is == source_kind::name_scope) {  // of a scope S: S, below the current one
      stack = mine().name = name;
      return;
    }
    stack = mine().name = unique(continued_path(at(name), name, &naming::literal_of<"_grad">));
  }
  /// The update of a variable V: update_V, below the optimizer's scope.
  constexpr void enter_update(const event& e) {
    push(false, false, false);
    const path_id prefix = add(join(stack, &naming::literal_of<"update_">));
    stack = mine().name = unique(at(move_below(scope_fact(static_cast<int>(e.source)).name, prefix, true)));
  }

  /// A variable that goes with another one, V: variable_scope(None, default_name="V/O"), and in it the empty
  /// name. So its key ends in a slash, and its name is exact.
  constexpr void get_slot(const event& e) {
    const path_id primary = scope_fact(static_cast<int>(e.source)).name;
    const path_id beside = move_below(primary, stack, false);
    unique(join(beside, e.name.to));  // the name scope that is opened with it
    const path_id home = move_below(primary, scope_fact(scope).key, false);
    const path_id own = add(counters.unique(out.paths, home, e.name.to));
    counters.reset_below(counters.count(out.paths, own));
    fact& f = mine();
    f.key = add(join(own, &naming::literal_of<"">));
    const std::size_t slot = store.find(out.paths, at(f.key));
    const reuse_mode reuse = scope_fact(scope).reuse;
    if (store.has(slot)) {
      share(e, store.value[slot], reuse);
    } else if (reuse == reuse_mode::yes) {
      fail(diag::fault::slot_missing, f.key);
    } else {
      store.put(slot, f.key, static_cast<int>(now));
      f.name = own;
      refuse_twin(own, true);
      created(e);
    }
  }
};

}  // namespace xscope::resolving
