// SPDX-License-Identifier: BSD-3-Clause
// How operations get their names: made unique in their name scope, or exactly as they are given.
#pragma once

#include <cstddef>

#include "resolver_state.hpp"

namespace xscope::resolving {

template <std::size_t E, bool Passes>
struct name_rules : resolver_state<E, Passes> {
  using base = resolver_state<E, Passes>;
  using base::add, base::at, base::end, base::events, base::exact_names, base::fail, base::in_use,
      base::is_borne, base::join, base::names, base::now, base::operations, base::order, base::out,
      base::position, base::scope, base::stack;
  using base::base;

  /// TensorFlow's unique_name with marking, for a name that is ready but for its suffix.
  constexpr path_id unique(const path& wanted) {
    // Nearly always nothing stands where the name belongs.
    const std::size_t first = in_use.start(wanted.hash);
    if (in_use.at[first] == 0 && wanted.piece->ends_as <= naming::given_name::part_0)
      return claim(first, add(wanted));
    const std::size_t slot = in_use.find(out.paths, wanted);
    if (!in_use.has(slot)) {
      const bool helper = wanted.piece->ends_as > naming::given_name::part_0 && wanted.number == 0;
      if (!helper || !is_helper(wanted)) return claim(slot, add(wanted));
      claim(slot, add(wanted));
    }
    for (int i = ++in_use.value[slot];; ++i) {
      const path numbered = with_suffix(wanted, static_cast<unsigned>(i));
      const std::size_t other = in_use.find(out.paths, numbered);
      if (!in_use.has(other)) return claim(other, add(numbered));
    }
  }
  constexpr path_id claim(std::size_t slot, path_id id) {
    in_use.at[slot] = id + 1;
    return id;
  }

  /// Whether a name is that of an operation that TensorFlow makes beside a variable: N/read, N/Assign, ...
  /// They are no operations here, and their names are looked for only where a program uses one itself.
  constexpr bool is_helper(const path& wanted) {
    using enum naming::given_name;
    const naming::given_name which = wanted.piece->ends_as;
    unsigned last = wanted.end();
    while (last > wanted.begin && wanted.piece->data[last - 1] != '/') --last;
    const bool below = last > wanted.begin;  // the variable's name ends within the piece
    const path owner =
        below ? make_path(at(wanted.parent), wanted.parent, wanted.piece, wanted.begin, last - 1, 0)
              : at(wanted.parent);
    return any_operation<true>(owner, [&](std::size_t i) {
      const event& e = events[i];
      if (!tracing::gives_variable(e.what)) return false;
      const bool resource = e.is->details.there && e.is->details->use_resource;
      const bool from_literal = e.is->init->how == dsl::fill::values;
      return which == assign || (which == read && !resource) ||
             ((which == resource_read || which == is_initialized) && resource) ||
             (which == initial_value && from_literal && !resource) ||
             (which == initializer && (!from_literal || resource));
    });
  }

  /// The name of event i if it is an operation that was made there, or no_path.
  constexpr path_id own_name(std::size_t i) const {
    const fact& f = out.facts[i];
    const bool is_own =
        events[i].what >= event_kind::placeholder && (f.creator < 0 || f.creator == static_cast<int>(i));
    return is_own ? f.name : no_path;
  }
  /// Whether found(event) holds for any operation so far with that name.
  template <bool Fold, class Found>
  constexpr bool any_operation(const path& name, Found found) {
    if constexpr (Passes) {
      const auto own = [this](std::size_t k) { return own_name(order[k]); };
      operations.enter(out.paths, position, own);
      return operations.template any<Fold>(out.paths, name, own,
                                           [&](std::size_t k) { return found(order[k]); });
    } else {
      const auto own = [this](std::size_t i) { return own_name(i); };
      operations.enter(out.paths, now, own);
      return operations.template any<Fold>(out.paths, name, own, found);
    }
  }

  /// A name with a slash at its end is absolute and taken as it is.
  constexpr path absolute(const literal* name) const {
    return make_path(empty_path, root, name, 0, static_cast<unsigned>(name->size - 1), 0);
  }

  constexpr bool check_scope_text(const literal* name) {
    if (stack == root ? name->valid_at_root : name->valid_in_scope) return true;
    fail(diag::fault::invalid_scope_name).name = name->view();
    return false;
  }

  constexpr path_id name_operation(const literal* name) {
    const bool exact = name->ends_in_slash();
    const path_id id = exact ? add(absolute(name)) : unique(join(stack, name));
    check_name(id, exact);
    return id;
  }
  constexpr void check_name(path_id id, bool exact) {
    if (exact || exact_names) refuse_twin(id, exact);
    if (at(id).flaws != 0) fail(diag::fault::invalid_op_name, id);
  }
  /// Two operations never have the same exact name. Names that are made unique differ from those in use; so
  /// they are looked at only where an operation has a name that is not among those.
  constexpr void refuse_twin(path_id id, bool exact) {
    const path& name = at(id);
    const std::size_t slot = exact ? in_use.find(out.paths, name) : 0;
    if (exact && !in_use.has(slot)) {
      exact_names = true;
    } else if (exact) {
      // The name of a scope that is in use by that very scope: no operation got it by being made unique.
      const bool is_new = !is_borne[slot];
      is_borne[slot] = true;
      if (is_new && !exact_names && in_use.at[slot] == id + 1) return;
    }
    path_id twin = no_path;
    any_operation<false>(name, [&](std::size_t i) {
      twin = own_name(i);
      return true;
    });
    if (twin >= 0) fail(diag::fault::duplicate_op_name, twin);
  }

  /// A literal that is converted before anything is looked up.
  constexpr void make_constant() { unique(join(root, &naming::literal_of<"Const">)); }
};

}  // namespace xscope::resolving
