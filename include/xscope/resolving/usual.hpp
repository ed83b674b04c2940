// SPDX-License-Identifier: BSD-3-Clause
// The short way. Nearly all events say nothing rare (`event::is_usual`), and nearly all names are a plain
// piece below one that is there, and are new. For those the rules come down to little, which is spelled out:
// each call, and each member that is read, is time in which the compiler evaluates constants.
#pragma once

#include <cstddef>

#include "operations.hpp"

namespace xscope::resolving {

template <std::size_t E, bool Passes>
struct usual_rules : operation_rules<E, Passes> {
  using base = operation_rules<E, Passes>;
  using base::add, base::counters, base::depth, base::enter_name, base::open_scopes, base::get_variable,
      base::in_use, base::join, base::name_operation, base::now, base::out, base::scope, base::stack,
      base::store, base::trainable, base::unique, base::variable;
  using base::base;

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
    open_scope& left = open_scopes[depth++];
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
};

}  // namespace xscope::resolving
