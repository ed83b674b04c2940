// SPDX-License-Identifier: BSD-3-Clause
// Variable scopes, name scopes and threads: what opening one does to the stacks, and what leaving it puts
// back.
#pragma once

#include <cstddef>

#include "names.hpp"

namespace xscope::resolving {

template <std::size_t E, bool Passes>
struct scope_rules : name_rules<E, Passes> {
  using base = name_rules<E, Passes>;
  using base::absolute, base::add, base::at, base::check_scope_text, base::counters, base::depth,
      base::events, base::fail, base::failed, base::open_scopes, base::join, base::make_constant, base::mine,
      base::now, base::out, base::position, base::scope, base::scope_fact, base::scope_index, base::stack,
      base::trainable, base::unique;
  using base::base;

  constexpr void push(bool by_object, bool is_variable_scope, bool is_thread) {
    open_scopes[depth++] = {scope, stack, false, {}, by_object, is_thread, is_variable_scope, -1};
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
    fail(diag::fault::invalid_scope_name, add(part));
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
    if (e.is->evidence.there) {
      fail(*e.is->evidence, stack);
      return;
    }
    path_id inside = root;
    bool has_slash = true;
    if (e.is->source_is == source_kind::scope || e.is->source_is == source_kind::other) {
      fail(diag::fault::name_scope_expected, stack);
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
    if (e.is->evidence.there) {
      fail(*e.is->evidence, scope_fact(scope).key);
      return;
    }
    if (!by_object && e.is->source_is != source_kind::none) {
      fail(diag::fault::scope_expected, stack);
      return;
    }
    const bool explicit_reuse = e.is->reuse == reuse_mode::yes || e.is->reuse == reuse_mode::automatic;
    if (!by_object && !e.name.there) {
      if (!e.is->default_name.there) {
        fail(diag::fault::scope_needs_name, scope_fact(scope).key);
        return;
      }
      if (explicit_reuse) {
        fail(diag::fault::reuse_needs_name).given = e.is->default_name->view();
        return;
      }
    }
    push(by_object, true, false);
    fact& f = mine();
    const int continued = by_object ? scope_index(e.source) : scope;
    const literal* text = e.name.there ? e.name.to : e.is->default_name.to;

    // The name scope that goes with it, and what original_name_scope will say.
    path_id inside = stack;
    path_id handed = stack;
    if (by_object) {
      const path_id captured = scope_fact(continued).key;
      if (e.is->auxiliary && captured != root && !ends_in_slash(captured)) inside = enter_last_part(captured);
      handed = original(continued);
    } else if (e.is->auxiliary && (text->size > 0 || !e.name.there)) {
      inside = enter_name(text);
      handed = inside;
    } else if (e.is->auxiliary) {
      handed = root;
    }
    if (failed()) return;

    if (by_object) {
      f.key = scope_fact(continued).key;
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
                        ? scope_fact(continued).keeps_slash
                        : !e.is->is_bare && (handed != root || (e.is->auxiliary && text->ends_in_slash()));
    f.reuse = explicit_reuse ? e.is->reuse : scope_fact(continued).reuse;
    if (!e.is->first_call) open_scopes[depth - 1].trainable = trainable;
    scope = static_cast<int>(now);
    stack = inside;
    if (counters.on) {
      const std::size_t counter = counters.count(out.paths, f.key);
      if (by_object) open_scopes[depth - 1].counts = counters.mark();
      else open_scopes[depth - 1].counts.counter = counter;
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
    open_scopes[depth - 1].counts = counters.mark();
    counters.begin_thread();
  }

  constexpr void leave() {
    const open_scope& f = open_scopes[--depth];
    if (counters.on && (f.by_object || f.is_thread)) counters.roll_back(f.counts);
    else if (counters.on && f.is_variable_scope) counters.reset_below(f.counts.counter);
    if (f.trainable >= 0 && f.trainable != trainable)
      fail(diag::fault::template_trainable, scope_fact(scope).key);
    scope = f.scope;
    stack = f.stack;
  }

  /// Passes over the section that begins at `now`; nothing in it happens.
  constexpr void pass_over() {
    const std::size_t begin = now;
    for (std::size_t open = 0;;) {
      if (tracing::opens_section(events[now].what)) ++open;
      if (tracing::closes_section(events[now].what) && --open == 0) break;
      ++now;
      out.facts[now].skipped = true;
    }
    out.facts[begin].skipped = false;
    if constexpr (Passes) position += now - begin;
  }
};

}  // namespace xscope::resolving
