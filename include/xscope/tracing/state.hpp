// SPDX-License-Identifier: BSD-3-Clause
// Where a trace stands. The state is threaded through the statements from left to right; its only
// content, as a rule, is how many events there were, so that types stay short.
#pragma once

#include <cstddef>

#include "../dsl/handle.hpp"
#include "../lists/list.hpp"
#include "event.hpp"

namespace xscope::tracing {

/// How a kind of statement is traced: step<S, Env, In> with `result`, `out` and `emit(placer&)`.
template <dsl::kind K>
struct tracer;

/// What else is around a statement: the variable creators, innermost first, and the settings of arg_scopes.
template <class Creators, class Arguments>
struct surroundings {
  using creators = Creators;
  using arguments = Arguments;
};
using no_surroundings = surroundings<lists::list<>, lists::list<>>;

/// The scopes around a statement: the variable scope, and whichever scope was opened last.
template <class Scope, class Innermost, class Around = no_surroundings>
struct environment {
  using scope = Scope;
  using innermost = Innermost;
  using around = Around;
};

using root_environment = environment<dsl::scope_handle<dsl::root_scope_id, dsl::root_defaults>,
                                     dsl::scope_handle<dsl::root_scope_id, dsl::root_defaults>>;

/// Something that a later statement has to know and that decides types: what a scope was set to, the scope
/// that a template keeps. Most programs have none, and their state is but a number.
template <class... Entries>
struct remembered {
  static constexpr bool empty = sizeof...(Entries) == 0;
};

/// N events have happened; Entries are remembered, the latest at the end.
template <std::size_t N, class... Entries>
struct at {
  static constexpr std::size_t count = N;
  static constexpr bool is_cut = false;
  static constexpr bool has_history = false;
  static constexpr bool may_be_framed = true;
  using remembered_type = remembered<Entries...>;

  template <class S, class Env>
  using trace = typename tracer<S::statement_kind>::template step<S, Env, at>;
  /// E is what happened, in K events: it has put(recorder&).
  template <class E, std::size_t K = 1>
  using next = at<N + K, Entries...>;
  template <class Entry>
  using remember = at<N, Entries..., Entry>;
  /// The state in which a frame begins.
  template <std::size_t Base>
  using frame_start = at<Base, Entries...>;
};

enum class cut_reason : unsigned char { fault, needs_history };

/// A statement that does not run any more.
template <class In>
struct skipped {
  using result = dsl::nothing;
  using out = In;
  static constexpr void emit(placer&) {}
};

/// The trace ended after N events: what stands after a fault is not looked at, so that one mistake
/// gives one error.
template <std::size_t N, cut_reason Reason>
struct cut {
  static constexpr std::size_t count = N;
  static constexpr bool is_cut = true;
  static constexpr bool has_history = false;
  static constexpr bool may_be_framed = false;
  using remembered_type = remembered<>;
  static constexpr cut_reason reason = Reason;

  template <class S, class Env>
  using trace = skipped<cut>;
  template <class E, std::size_t K = 1>
  using next = cut;
  template <class Entry>
  using remember = cut;
};

}  // namespace xscope::tracing
