// SPDX-License-Identifier: BSD-3-Clause
// TensorFlow's own state machine over the events of a program: the variable store, the stack of variable
// scopes, the stack of name scopes, the names in use and the counters of default names.
// One pass; it stops at the first error. What TensorFlow does is the specification, name for name.
#pragma once

#include <cstddef>

#include "../meta/array_view.hpp"
#include "../program/handle.hpp"
#include "collections.hpp"
#include "default_names.hpp"
#include "resolution.hpp"
#include "tables.hpp"

namespace xscope::resolving {

using dsl::reuse_mode;
using tracing::event;
using tracing::event_kind;
using tracing::source_kind;

/// Passes: whether passes have put events in the places of others. These stand behind all that were traced,
/// and `order` says when they happen.
template <std::size_t E, bool Passes = false>
struct resolver {
  /// What is put back when a scope is left.
  struct frame {
    int scope;
    path_id stack;
    bool is_usual;  // and nothing else is
    name_counts counts;
    bool by_object;
    bool is_thread;
    bool is_variable_scope;
    int trainable;  // a template's later call: how many trainable variables there were; or -1
  };
  static constexpr int root_scope = static_cast<int>(E);

  const event* events;
  std::size_t end = 0;  // where the pass ends: at the first mistake it is 0
  static constexpr std::size_t names = Passes ? 4 * E + 256 : 2 * E + 2;
  resolution<E, names> out{};
  name_table<names, true> in_use{};  // name -> how often it was asked for again
  name_table<E, false> store{};      // variable -> the event that created it
  frame frames[E + 1]{};
  std::size_t depth = 0;
  int scope = root_scope;
  path_id stack = root;
  std::size_t now = 0;

  default_names<E> counters{};
  bool has_parts = false;  // whether any variable may be a slice: others need not be asked for
  int trainable = 0;       // how many variables have joined the trainable ones
  operation_table<E> operations{};
  bool is_borne[name_table<names, true>::slots]{};  // by its slot in in_use: an operation has exactly this
                                                    // name
  bool exact_names = false;  // whether an operation has a name ("name/") that is not among those in use

  const std::size_t* order = nullptr;
  std::size_t position = 0;  // of `now` in that order
  /// What was moved below a scope, and where it is now.
  struct moved_name {
    path_id below = no_path;
    path_id name = no_path;
  };
  moved_name moved[Passes ? names : 1]{};

  constexpr resolver(array_view<event> list, tracing::rarities rare, const std::size_t* when = nullptr)
      : events(list.data()), has_parts(rare.slices), order(when) {
    counters.on = rare.default_names || Passes;
    out.paths[0] = empty_path;
    out.path_count = 1;
    // As a whole: with members assigned alone, GCC 12 finds zeros in the others in some translation units.
    out.facts[E] = fact{.name = root, .key = root};
  }

  constexpr const path& at(path_id id) const { return out.paths[static_cast<std::size_t>(id)]; }
  constexpr path_id add(const path& p) {
    out.paths[out.path_count] = p;
    return out.path_count++;
  }
  constexpr path join(path_id parent, const literal* piece) const {
    return join_path(at(parent), parent, piece);
  }
  constexpr fact& mine() { return out.facts[now]; }
  constexpr fact& scope_fact(int id) { return out.facts[static_cast<std::size_t>(id)]; }
  constexpr int scope_index(std::size_t id) const {
    return id == dsl::root_scope_id ? root_scope : static_cast<int>(id);
  }
  constexpr bool failed() const { return !out.ok(); }
  constexpr failure& fail(diag::fault what) {
    out.error.what = what;
    out.error.event = now;
    end = 0;
    return out.error;
  }

  static constexpr const literal& part_0 = naming::literal_of<"part_0">;

  // ---- names -------------------------------------------------------------------------------------

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
    fail(diag::fault::invalid_scope_name).text = name;
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
    if (at(id).flaws != 0) fail(diag::fault::invalid_op_name).name = id;
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
    if (twin >= 0) fail(diag::fault::duplicate_op_name).name = twin;
  }

  // ---- scopes ------------------------------------------------------------------------------------

  constexpr void push(bool by_object, bool is_variable_scope, bool is_thread) {
    frames[depth++] = {scope, stack, false, {}, by_object, is_thread, is_variable_scope, -1};
  }

  /// name_scope(name): the stack inside of it.
  constexpr path_id enter_name(naming::optional_ref<literal> name) {
    if (name == nullptr || name->size == 0) return root;
    if (!check_scope_text(name)) return root;
    if (name->ends_in_slash()) return name->size == 1 ? root : add(absolute(name));
    return unique(join(stack, name));
  }

  /// The last part of a scope's name, under the current name stack.
  constexpr path_id enter_last_part(path_id name) {
    const path part = last_part(name);
    if (part.flaws == 0 || (stack != root && (part.flaws & path::bad_character) == 0)) return unique(part);
    fail(diag::fault::invalid_scope_name).name = add(part);
    return root;
  }
  constexpr path last_part(path_id name) const {
    const path& p = at(name);
    unsigned begin = p.end();
    while (begin > p.begin && p.piece->data[begin - 1] != '/') --begin;
    return below_stack(p, begin);
  }
  /// What a name says from `begin` on, under the current name stack.
  constexpr path below_stack(const path& p, unsigned begin) const {
    path part = make_path(at(stack), stack, p.piece, begin, p.end(), p.number);
    return p.suffix == 0 ? part : make_path(at(stack), stack, p.piece, begin, p.end(), p.suffix);
  }

  constexpr void enter_name_scope(const event& e) {
    if (e.is->makes_constant) make_constant();
    push(false, false, false);
    if (e.is->why.there) {
      fail(e.is->why->what).name = stack;
      return;
    }
    path_id inside = root;
    bool has_slash = true;
    if (e.is->source_is == source_kind::scope || e.is->source_is == source_kind::other) {
      fail(diag::fault::name_scope_expected).name = stack;
    } else if (e.is->source_is == source_kind::original_name_scope) {
      const fact& scope_then = scope_fact(scope_index(e.source));
      has_slash = scope_then.keeps_slash;
      inside = scope_then.name;
      // Only a template's scope may have a name without a slash there, which is one like any other.
      if (!has_slash && inside != root) inside = unique(below_stack(at(inside), at(inside).begin));
    } else if (e.is->source_is == source_kind::name_scope) {
      inside = out.facts[e.source].name;
      has_slash = out.facts[e.source].keeps_slash;
    } else {
      inside = enter_name(e.name);
      has_slash = e.name.there && e.name->ends_in_slash();
    }
    mine().name = inside;
    mine().keeps_slash = inside != root || has_slash;
    stack = inside;
  }
  constexpr path_id original(int id) { return scope_fact(id).name; }

  constexpr void enter_variable_scope(const event& e) {
    const bool by_object = e.is->source_is == source_kind::scope;
    if (e.is->why.there) {
      fail(e.is->why->what).name = scope_fact(scope).key;
      return;
    }
    if (!by_object && e.is->source_is != source_kind::none) {
      fail(diag::fault::scope_expected).name = stack;
      return;
    }
    const bool explicit_reuse = e.is->reuse == reuse_mode::yes || e.is->reuse == reuse_mode::automatic;
    if (!by_object && !e.name.there) {
      if (!e.is->default_name.there) {
        fail(diag::fault::scope_needs_name).name = scope_fact(scope).key;
        return;
      }
      if (explicit_reuse) {
        fail(diag::fault::reuse_needs_name).text = e.is->default_name;
        return;
      }
    }
    push(by_object, true, false);
    fact& f = mine();
    const int base = by_object ? scope_index(e.source) : scope;
    const literal* text = e.name.there ? e.name.to : e.is->default_name.to;

    // The name scope that goes with it, and what original_name_scope will say.
    path_id inside = stack;
    path_id handed = stack;
    if (by_object) {
      const path_id captured = scope_fact(base).key;
      if (e.is->auxiliary && captured != root && !ends_in_slash(captured)) inside = enter_last_part(captured);
      handed = original(base);
    } else if (e.is->auxiliary && (text->size > 0 || !e.name.there)) {
      inside = enter_name(text);
      handed = inside;
    } else if (e.is->auxiliary) {
      handed = root;
    }
    if (failed()) return;

    if (by_object) {
      f.key = scope_fact(base).key;
    } else if (e.name.there) {
      f.key = e.name.to->size == 0 && at(scope_fact(scope).key).length == 0
                  ? root
                  : add(join(scope_fact(scope).key, e.name.to));
    } else {
      f.key = add(counters.unique(out.paths, scope_fact(scope).key, e.is->default_name));
    }
    if (e.is->is_bare) handed = add(own_part(f.key));
    f.name = handed;
    f.keeps_slash = by_object
                        ? scope_fact(base).keeps_slash
                        : !e.is->is_bare && (handed != root || (e.is->auxiliary && text->ends_in_slash()));
    f.reuse = explicit_reuse ? e.is->reuse : scope_fact(base).reuse;
    if (!e.is->first_call) frames[depth - 1].trainable = trainable;
    scope = static_cast<int>(now);
    stack = inside;
    if (counters.on) {
      const std::size_t counter = counters.count(out.paths, f.key);
      if (by_object) frames[depth - 1].counts = counters.mark();
      else frames[depth - 1].counts.counter = counter;
    }
  }

  /// A scope's name without what is around it.
  constexpr path own_part(path_id key) const {
    const path& p = at(key);
    return make_path(empty_path, root, p.piece, p.begin, p.end(), p.number);
  }
  constexpr bool ends_in_slash(path_id id) const {
    const path& p = at(id);
    return p.suffix == 0 && p.number == 0 && (p.end() == p.begin || p.piece->data[p.end() - 1] == '/');
  }

  constexpr void enter_thread() {
    push(false, false, true);
    mine().key = root;
    mine().name = root;
    mine().reuse = reuse_mode::no;
    scope = static_cast<int>(now);
    stack = root;
    if (!counters.on) return;
    frames[depth - 1].counts = counters.mark();
    counters.begin_thread();
  }

  constexpr void leave() {
    const frame& f = frames[--depth];
    if (counters.on && (f.by_object || f.is_thread)) counters.roll_back(f.counts);
    else if (counters.on && f.is_variable_scope) counters.reset_below(f.counts.counter);
    if (f.trainable >= 0 && f.trainable != trainable)
      fail(diag::fault::template_trainable).name = scope_fact(scope).key;
    scope = f.scope;
    stack = f.stack;
  }

  /// Passes over the block that begins at `now`; nothing in it happens.
  constexpr void pass_over() {
    const std::size_t begin = now;
    for (std::size_t open = 0;;) {
      if (tracing::opens_block(events[now].what)) ++open;
      if (tracing::closes_block(events[now].what) && --open == 0) break;
      ++now;
      out.facts[now].skipped = true;
    }
    out.facts[begin].skipped = false;
    if constexpr (Passes) position += now - begin;
  }

  // ---- variables -----------------------------------------------------------------------------------

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
      fail(diag::fault::variable_missing).name = f.key;
    } else if (!e.is->has_initializer) {
      failure& why = fail(e.is->shape.there || e.is->has_callable ? diag::fault::initializer_required
                                                                  : diag::fault::shape_required);
      if (e.is->has_callable) why.what = diag::fault::initializer_not_valid;
      why.name = f.key;
      why.dtypes[0] = e.is->dtype;
    } else if (!e.is->shape.there) {
      fail(diag::fault::shape_required).name = f.key;
    } else if (!fully_known(*e.is->shape.to)) {
      failure& why = fail(diag::fault::shape_not_known);
      why.name = f.key;
      why.shapes[0] = e.is->shape;
    } else if (e.what == event_kind::get_created) {
      push(false, false, false);  // creators make it
    } else if (e.is->why.there) {
      fail(e.is->why->what).name = f.key;
    } else if (at(f.key).flaws != 0) {
      fail(diag::fault::invalid_op_name).name = f.key;
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

  /// A literal that is converted before anything is looked up.
  constexpr void make_constant() { unique(join(root, &naming::literal_of<"Const">)); }

  /// What creators make of a request: the name may be another, the store's key is not.
  constexpr void create_variable(const event& e) {
    fact& f = mine();
    fact& asked = scope_fact(static_cast<int>(e.source));
    f.key = asked.key;
    const path_id wanted = e.is->source_is == source_kind::root ? add(join(stack, e.name.to)) : f.key;
    if (at(wanted).flaws != 0) {
      fail(diag::fault::invalid_op_name).name = wanted;
      return;
    }
    if (e.is->why.there) {
      fail(e.is->why->what).name = f.key;
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
      if (!e.is->to_history) fail(diag::fault::needs_history).name = f.key;
      else share(e, store.value[slot], reuse);
      return false;
    }
    const path part = join(f.key, &part_0);
    const std::size_t first = store.find(out.paths, part);
    if (!store.has(first)) return true;
    fail(diag::fault::partitioner_missing).name = f.key;
    return false;
  }

  /// What is asked for must be what is found; the initializer of a variable that exists is ignored.
  constexpr void share(const event& e, int creator, reuse_mode reuse) {
    fact& f = mine();
    const event& first = event_of(creator);
    f.creator = creator;
    f.name = scope_fact(creator).name;
    if (reuse == reuse_mode::no) {
      fail(diag::fault::variable_exists).name = f.key;
    } else if (e.is->shape.there && !compatible(*e.is->shape.to, *first.is->shape.to)) {
      failure& why = fail(diag::fault::shape_mismatch);
      why.name = f.key;
      why.shapes[0] = e.is->shape;
      why.shapes[1] = first.is->shape;
    } else if (!(e.is->asked == first.is->dtype) || !(e.is->dtype == first.is->dtype)) {
      failure& why = fail(diag::fault::dtype_mismatch);
      why.name = f.key;
      why.dtypes[0] = e.is->asked == first.is->dtype ? e.is->dtype : e.is->asked;
      why.dtypes[1] = first.is->dtype;
    }
  }

  constexpr void get_partitioned(const event& e) {
    fact& f = mine();
    const reuse_mode reuse = reuse_for(e);
    if (e.is->makes_constant) make_constant();
    f.key = key_of(e);
    const std::size_t slot = store.find(out.paths, at(f.key));
    const bool exists = store.has(slot);
    const bool is_partitioned = exists && event_of(store.value[slot]).what == event_kind::get_partitioned;
    if (exists && !is_partitioned) {
      fail(diag::fault::unpartitioned_exists).name = f.key;
    } else if (e.is->why.there) {
      failure& why = fail(e.is->why->what);
      why.name = f.key;
      why.shapes[0] = e.is->shape;
    } else if (exists) {
      share_partitioned(e, store.value[slot], reuse);
    } else if (reuse == reuse_mode::yes) {
      fail(diag::fault::partitioned_missing).name = f.key;
    } else if (other_slices(f.key, e.args[1])) {
      fail(diag::fault::partitioned_otherwise).name = f.key;
    } else if (at(f.key).flaws != 0) {
      fail(diag::fault::invalid_op_name).name = f.key;
    } else {
      store.put(slot, f.key, static_cast<int>(now));
      f.name = f.key;
      f.creator = static_cast<int>(now);
      push(false, false, false);
    }
  }
  constexpr void share_partitioned(const event& e, int creator, reuse_mode reuse) {
    fact& f = mine();
    const event& first = event_of(creator);
    f.creator = creator;
    f.name = scope_fact(creator).name;
    failure why{.event = now, .name = f.key};
    if (reuse == reuse_mode::no) {
      why.what = diag::fault::partitioned_exists;
    } else if (!compatible(*e.is->shape.to, *first.is->shape.to)) {
      why.what = diag::fault::partitioned_shape;
      why.shapes[0] = e.is->shape;
      why.shapes[1] = first.is->shape;
    } else if (!(e.is->asked == first.is->dtype)) {
      why.what = diag::fault::partitioned_dtype;
      why.dtypes[0] = e.is->asked;
      why.dtypes[1] = first.is->dtype;
    } else if (!(*e.is->details->partitions == *first.is->details->partitions)) {
      why.what = diag::fault::partitions_differ;
      why.shapes[0] = e.is->details->partitions;
      why.shapes[1] = first.is->details->partitions;
    }
    if (why.what != diag::fault::none) {
      fail(why.what);
      out.error = why;
      return;
    }
    // The slices of the one stand for those of the other.
    const std::size_t begin = now;
    pass_over();
    std::size_t from = static_cast<std::size_t>(creator);
    for (std::size_t i = begin; i < now; ++i) {
      if (!is_slice(events[i], begin)) continue;
      for (++from; !is_slice(events[from], static_cast<std::size_t>(creator));) ++from;
      out.facts[i].creator = out.facts[from].creator;
      out.facts[i].name = out.facts[from].name;
    }
  }
  static constexpr bool is_slice(const event& e, std::size_t of) {
    return (e.what == event_kind::get_variable || e.what == event_kind::get_created) &&
           e.is->source_is == source_kind::partitioned && e.source == of;
  }
  /// Whether slices were created one by one, but another number of them.
  constexpr bool other_slices(path_id key, std::size_t count) {
    const path_id first = add(join(key, &part_0));
    if (!store.has(store.find(out.paths, at(first)))) return false;
    std::size_t found = 0;
    for (;; ++found) {
      const path part = make_path(at(key), key, &part_stem, 0, static_cast<unsigned>(part_stem.size),
                                  static_cast<unsigned>(found));
      const path& wanted = found == 0 ? at(first) : part;
      if (!store.has(store.find(out.paths, wanted))) break;
    }
    return found != count;
  }
  static constexpr const literal& part_stem = naming::literal_of<"part">;

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
  constexpr void enter_as_tensor(const event& e) {
    push(false, false, false);
    stack = mine().name =
        add(join(scope_fact(static_cast<int>(e.source)).key, &naming::literal_of<"ConcatPartitions">));
  }

  // ---- what passes make ----------------------------------------------------------------------------

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
      fail(diag::fault::slot_missing).name = f.key;
    } else {
      store.put(slot, f.key, static_cast<int>(now));
      f.name = own;
      refuse_twin(own, true);
      created(e);
    }
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
        failure& why = fail(diag::fault::collection_item);
        why.name = out.facts[collected_by(events[i], i)].name;
        why.text = e.is->text;
        why.dtypes[0] = e.is->dtype;
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

  // ---- the short way -------------------------------------------------------------------------------
  //
  // Nearly all events say nothing rare (`event::is_usual`), and nearly all names are a plain piece below one
  // that is there, and are new. For those the rules above come down to little, which is spelled out: each
  // call, and each member that is read, is time in which the compiler evaluates constants.

  /// An operation, or a scope with a name alone: its name is unique in the name scope.
  constexpr void usual_name(const event& e) {
    const literal* piece = e.name.to;
    const path& above = out.paths[stack];
    const std::uint64_t hash = above.hash * piece->power + piece->hash;
    const std::size_t slot = in_use.start(hash);
    path_id id = out.path_count;
    if (in_use.at[slot] == 0 && above.flaws == 0) {
      path& p = out.paths[id];
      p.parent = stack;
      p.length = above.length + 1 + static_cast<unsigned>(piece->size);
      p.hash = hash;
      p.piece = piece;
      ++out.path_count;
      in_use.at[slot] = id + 1;
      if (e.what == event_kind::apply) {
        out.facts[now].name = id;
        return;
      }
    } else if (e.what == event_kind::apply) {
      out.facts[now].name = name_operation(piece);
      return;
    } else {
      id = enter_name(piece);
    }
    frame& left = frames[depth++];
    left.scope = scope;
    left.stack = stack;
    left.is_usual = true;
    if (e.what == event_kind::enter_name_scope) {
      out.facts[now].name = stack = id;
      out.facts[now].keeps_slash = true;
      left.is_variable_scope = false;
      return;
    }
    const fact& around = out.facts[scope];
    fact& f = out.facts[now];
    f.name = id;
    f.key = stack == around.key && out.paths[id].suffix == 0 ? id : add(join(around.key, piece));
    f.reuse = around.reuse;
    f.keeps_slash = true;
    scope = static_cast<int>(now);
    stack = id;
    if (!counters.on) return;
    left.is_variable_scope = true;
    left.counts.counter = counters.count(out.paths, f.key);
  }

  /// A variable that the scope's own flag decides about. New, it has the same name in the store and as an
  /// operation.
  constexpr void usual_variable(const event& e) {
    const literal* piece = e.name.to;
    const fact& around = out.facts[scope];
    const path& above = out.paths[around.key];
    const std::uint64_t hash = above.hash * piece->power + piece->hash;
    const std::size_t slot = store.start(hash);
    const std::size_t used = in_use.start(hash);
    if (store.at[slot] != 0 || in_use.at[used] != 0 || around.reuse == reuse_mode::yes || above.flaws != 0)
      return get_variable(e);
    const path_id id = out.path_count++;
    path& p = out.paths[id];
    p.parent = around.key;
    p.length = above.length + 1 + static_cast<unsigned>(piece->size);
    p.hash = hash;
    p.piece = piece;
    store.at[slot] = in_use.at[used] = id + 1;
    store.value[slot] = static_cast<int>(now);
    fact& f = out.facts[now];
    f.key = f.name = id;
    f.creator = static_cast<int>(now);
    out.variables[out.variable_count++] = now;
    if (e.is->trainable) ++trainable;
  }

  // ---- the pass ------------------------------------------------------------------------------------

  constexpr void step(const event& e) {
    switch (e.what) {
    case event_kind::enter_variable_scope: return enter_variable_scope(e);
    case event_kind::enter_name_scope: return enter_name_scope(e);
    case event_kind::enter_thread: return enter_thread();
    case event_kind::enter_op:
      push(false, false, false);
      stack = mine().name = e.is->source_is == source_kind::name_scope
                                ? scope_fact(static_cast<int>(e.source)).name
                                : enter_name(e.name);
      return;
    case event_kind::leave: return leave();
    case event_kind::enter_control: return push(false, false, false);
    case event_kind::enter_gradient: return enter_gradient(e);
    case event_kind::enter_update: return enter_update(e);
    case event_kind::gradients:
    case event_kind::compute_gradients:
    case event_kind::pass_begins: return;
    case event_kind::pass_ends:
      if (e.args[0] == tracing::no_id) return;
      scope_fact(static_cast<int>(e.source)).name = out.facts[e.args[0]].name;
      scope_fact(static_cast<int>(e.source)).creator = static_cast<int>(e.args[0]);
      return;
    case event_kind::made_by_pass:
      if (e.source == tracing::no_id) return;
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
      if (e.is->filter != nullptr && !e.is->filter->ok()) fail(diag::fault::not_a_pattern);
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
    case event_kind::fault: return complain(e);
    }
  }

  /// What tracing refused: the sentence names the operation or the variable by its full name.
  constexpr void complain(const event& e) {
    if (e.is->why.to->what == diag::fault::no_path) {
      failure& why = fail(diag::fault::no_path);
      why.name = scope_fact(static_cast<int>(e.source)).name;
      why.other = scope_fact(static_cast<int>(e.args[0])).name;
      return;
    }
    const path_id name = !e.name.there ? stack : e.is->of_variable ? key_of(e) : unique(join(stack, e.name));
    // A constant with a shape is looked at only where no slices of that name are.
    const bool is_plain = e.is->of_variable && e.is->why.to->what == diag::fault::initializer_and_shape;
    if (is_plain && has_parts && store.has(store.find(out.paths, join(name, &part_0)))) {
      fail(diag::fault::partitioner_missing).name = name;
      return;
    }
    failure& why = fail(e.is->why.to->what);
    why.name = name;
    for (int i = 0; i < 2; ++i) {
      why.shapes[i] = e.is->why.to->shapes[i];
      why.dtypes[i] = e.is->why.to->dtypes[i];
    }
  }

  /// Goes on to the event of that number, or a little further. (One loop without calls: see above.)
  constexpr void run_to(std::size_t number) {
    if (failed()) return;
    end = number;
    while ((Passes ? position : now) < end) {
      if constexpr (Passes) now = order[position];
      const event& e = events[now];
      if (e.what == event_kind::leave) {
        const frame& f = frames[depth - 1];
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
