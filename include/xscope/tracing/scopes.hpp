// SPDX-License-Identifier: BSD-3-Clause
// Tracing of scopes: sections, scoped layers, `as`, threads and what changes a scope.
#pragma once

#include "../dsl/scopes.hpp"
#include "frame.hpp"
#include "leaves.hpp"

namespace xscope::tracing {

/// What a scope's key is, where it is no text: a scope that was opened before, or nothing that can be opened.
template <class Key>
constexpr void note_source(description& e, Key) {
  e.source_is = source_kind::other;
  if constexpr (dsl::is_handle<Key>) {
    e.source = Key::id;
    if constexpr (Key::result == dsl::result_kind::scope) e.source_is = source_kind::scope;
    if constexpr (Key::result == dsl::result_kind::name_scope) e.source_is = source_kind::name_scope;
  }
}
template <std::size_t Id>
constexpr void note_source(description& e, dsl::original_name_scope_t<Id>) {
  e.source = Id;
  e.source_is = source_kind::original_name_scope;
}
constexpr void note_source(description&, dsl::none_t) {}
template <class Options>
constexpr void note_options(description& e) {
  if constexpr (Options::template has<option::reuse>) e.reuse = Options::template get<option::reuse>::mode;
  if constexpr (Options::template has<option::auxiliary_name_scope>) {
    e.auxiliary = Options::template get<option::auxiliary_name_scope>::on;
  }
  if constexpr (Options::template has<option::default_name>) {
    e.default_name = Options::template get<option::default_name>::text();
  }
}
/// Whose defaults a scope continues: those of the scope that it enters again, or of the one around it.
template <class Key, class Around>
using continued = std::conditional_t<dsl::is_scope_handle<Key>, Key, Around>;

/// The event with which a section begins, and the environment inside. By kind, not by specializations for the
/// openers' own templates: those take GCC 12 time that grows with the square of their number.
template <dsl::scope_kind Kind>
struct entered_by;

template <class Open>
using entered = entered_by<Open::opens>;

template <>
struct entered_by<dsl::scope_kind::variable_scope> {
  /// What is inside, by all that it depends on: not by the name.
  template <class Options, class Key, class Env, class Memory, std::size_t Id>
  struct inside {
    using scope = dsl::scope_handle<
        Id,
        typename overridden<Options, effective_defaults<continued<Key, typename Env::scope>, Memory>>::type>;
    using type = environment<scope, scope, typename Env::around>;
  };
  template <class Open, class Env, class In>
  using inside_of =
      inside<typename Open::options, typename Open::key_type, Env, typename In::remembered_type, In::count>;
  template <class Open, class Env, class In>
  using scope = typename inside_of<Open, Env, In>::scope;
  template <class Open, class Env, class In>
  using environment_inside = typename inside_of<Open, Env, In>::type;

  template <class Open>
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::enter_variable_scope);
    if constexpr (dsl::is_text<typename Open::key_type>) e.name = &Open::piece;
    else note_source(e, typename Open::key_type{});
    if constexpr (!Open::fault.none()) {
      e.evidence = &options_evidence<Open>;
    } else if constexpr (!std::same_as<typename Open::options, dsl::option_list<>>) {
      note_options<typename Open::options>(e);
      using auxiliary = typename Open::options::template get<option::auxiliary_name_scope>;
      if constexpr (std::same_as<auxiliary, dsl::bad_auxiliary_name_scope>) {
        e.evidence = &plain_fault<diag::fault::auxiliary_not_bool>::evidence;
      }
    }
  }
};

template <>
struct entered_by<dsl::scope_kind::name_scope> {
  template <class Open, class Env, class In>
  using scope = dsl::name_scope_handle<In::count>;
  template <class Open, class Env, class In>
  using environment_inside =
      environment<typename Env::scope, dsl::name_scope_handle<In::count>, typename Env::around>;

  template <class Open>
  static constexpr void put(recorder& r) {
    using key = typename Open::key_type;
    using options = typename Open::options;
    description& e = r.add(event_kind::enter_name_scope);
    e.name = Open::text();
    constexpr bool as_written = Open::fault.none();
    if constexpr (!dsl::is_text<key>) note_source(e, key{});
    else if constexpr (as_written && std::same_as<options, dsl::option_list<>>)
      e.is_usual = Open::text()->is_plain;
    if constexpr (std::same_as<key, dsl::none_t> && options::template has<option::default_name>) {
      e.name = options::template get<option::default_name>::text();
    }
    if constexpr (!as_written) {
      e.evidence = &options_evidence<Open>;
    } else if constexpr (options::template has<option::default_name>) {
      using given = typename options::template get<option::default_name>;
      if constexpr (!requires { given::value; })
        e.evidence = &plain_fault<diag::fault::default_name_not_text>::evidence;
    } else if constexpr (std::same_as<key, dsl::none_t> && options::template has<option::with_values>) {
      e.evidence = &plain_fault<diag::fault::name_scope_needs_name>::evidence;
    }
  }
};

template <>
struct entered_by<dsl::scope_kind::thread> {
  template <class Open, class Env, class In>
  using scope = dsl::scope_handle<In::count, dsl::root_defaults>;
  /// No creators: they are the thread's own. The settings of arg_scopes are the program's.
  template <class Open, class Env, class In>
  using environment_inside = environment<scope<Open, Env, In>, scope<Open, Env, In>,
                                         surroundings<lists::list<>, typename Env::around::arguments>>;
  template <class Open>
  static constexpr void put(recorder& r) {
    r.add(event_kind::enter_thread);
  }
};

/// The event alone, as a trace with a history remembers it.
template <class Open>
struct entry {
  static constexpr void put(recorder& r) { entered<Open>::template put<Open>(r); }
  static constexpr void place(placer& r)
    requires(Open::is_named_only)
  {
    r.enter(&Open::piece);
  }
};

template <>
struct tracer<dsl::kind::scoped> {
  template <class S, class Env, class In>
  struct step {
    using open = typename S::open;
    using enter = entered<open>;
    using inner = typename enter::template environment_inside<open, Env, In>;
    using body = sequence_of<typename S::body, inner, typename In::template next<entry<open>>>;
    // A section without statements gives the scope itself.
    using result = std::conditional_t<lists::size<typename S::body> == 0,
                                      typename enter::template scope<open, Env, In>, typename body::result>;
    using out = typename body::out::template next<left>;
    static constexpr void emit(placer& r) {
      r.put<entry<open>>();
      body::emit(r);
      if constexpr (!body::out::is_cut) r.leave();
    }
  };
};

template <>
struct tracer<dsl::kind::scoped_call> {
  // The arguments run outside of the scope, as Python would run them before the call.
  template <class S, class Env, class In>
  struct step {
    using bound = trace_all<typename S::bound, Env, In>;
    using before = typename bound::out;
    using open = typename S::open;
    using enter = entered<open>;
    using inner = typename enter::template environment_inside<open, Env, before>;
    using body = call<typename S::callable, typename bound::results, inner,
                      typename before::template next<entry<open>>>;
    using result = typename body::result;
    using out = typename body::out::template next<left>;
    static constexpr void emit(placer& r) {
      bound::emit(r);
      if constexpr (!before::is_cut) r.put<entry<open>>();
      body::emit(r);
      if constexpr (!body::out::is_cut) r.leave();
    }
  };
};

/// What a layer does in a scope: the same for all scopes that differ in no more than their names.
template <class F, class Handles, class Inner, class In>
struct layer_inside {
  using body = layer<F, Handles, Inner, In>;
  using result = typename body::result;
  using out = typename body::out::template next<left>;
  static constexpr void emit(placer& r) {
    body::emit(r);
    if constexpr (!body::out::is_cut) r.leave();
  }
};

/// A scoped layer that handles are given to: nothing is left to run outside of the scope.
template <class Open, class F, class Handles, class Env, class In>
struct scoped_call {
  using inside = layer_inside<F, Handles, typename entered<Open>::template environment_inside<Open, Env, In>,
                              typename In::template next<entry<Open>>>;
  using result = typename inside::result;
  using out = typename inside::out;
  static constexpr void emit(placer& r) {
    if constexpr (Open::is_named_only && !In::is_cut) r.enter(&Open::piece);
    else if constexpr (!In::is_cut) r.put<entry<Open>>();
    inside::emit(r);
  }
};
template <>
struct call_by<dsl::layer_kind::scoped> {
  template <class F, class Handles, class Env, class In>
  using type = scoped_call<typename F::open, typename F::callable, Handles, Env, In>;
};

template <>
struct tracer<dsl::kind::as> {
  template <class S, class Env, class In>
  using step = call<typename S::callable, lists::list<typename Env::innermost>, Env, In>;
};

/// What is set on a scope is remembered; whether it shares variables also goes by the program's events.
template <>
struct tracer<dsl::kind::set_scope> {
  template <class S>
  struct placed {
    static constexpr void put(recorder& r) { r.add(event_kind::set_reuse).source = S::scope; }
  };
  template <class S, class Env, class In>
  struct step {
    static constexpr bool is_event = S::option::id == option::reuse;
    using result = dsl::nothing;
    using out = typename std::conditional_t<is_event, typename In::template next<placed<S>>,
                                            In>::template remember<setting<S::scope, typename S::option>>;
    static constexpr void emit(placer& r) {
      if constexpr (is_event) r.put<placed<S>>();
    }
  };
};

}  // namespace xscope::tracing
