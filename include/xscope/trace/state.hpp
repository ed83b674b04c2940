// SPDX-License-Identifier: BSD-3-Clause
// Where a trace stands. The state is threaded through the statements from left to right; its only
// content, as a rule, is how many events there were, so that types stay short.
#pragma once

#include <cstddef>

#include "../program/handle.hpp"
#include "event.hpp"

namespace xscope::tracing {

/// How a kind of statement is traced: step<S, Env, In> with `result`, `out` and `emit(recorder&)`.
template <dsl::kind K>
struct tracer;

/// The scopes around a statement: the variable scope, and whichever scope was opened last.
template <class Scope, class Innermost>
struct environment {
  using scope = Scope;
  using innermost = Innermost;
};

using root_environment = environment<dsl::scope_handle<dsl::root_scope_id, dsl::root_defaults>,
                                     dsl::scope_handle<dsl::root_scope_id, dsl::root_defaults>>;

/// N events have happened.
template <std::size_t N>
struct at {
  static constexpr std::size_t count = N;
  static constexpr bool is_cut = false;
  static constexpr bool has_history = false;
  static constexpr bool is_plain = true;  // nothing but a number

  template <class S, class Env>
  using trace = typename tracer<S::statement_kind>::template step<S, Env, at>;
  /// E is what happened, in K events: it has put(recorder&).
  template <class E, std::size_t K = 1>
  using next = at<N + K>;
};

enum class cut_reason : unsigned char { fault, needs_history };

/// A statement that does not run any more.
template <class In>
struct skipped {
  using result = dsl::nothing;
  using out = In;
  static constexpr void emit(recorder&) {}
};

/// The trace ended after N events: what stands after a mistake is not looked at, so that one mistake
/// gives one error.
template <std::size_t N, cut_reason Reason>
struct cut {
  static constexpr std::size_t count = N;
  static constexpr bool is_cut = true;
  static constexpr bool is_plain = false;
  static constexpr cut_reason reason = Reason;

  template <class S, class Env>
  using trace = skipped<cut>;
  template <class E, std::size_t K = 1>
  using next = cut;
};

}  // namespace xscope::tracing
