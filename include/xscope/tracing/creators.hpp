// SPDX-License-Identifier: BSD-3-Clause
// Variable creators: callables through which each new variable is made, the innermost one first. The events
// by which they make it stand in a section behind the request's; the resolver passes over it where the
// variable exists.
#pragma once

#include "get_variable.hpp"

namespace xscope::tracing {

// What grants a request when all getters or creators have seen it:
/// the variable store,
struct from_store {};
/// the creation of the variable that event Id asks for,
template <std::size_t Id>
struct creates_for {};
/// or a variable of its own (tf.Variable).
struct creates_own {};

/// Tells a getter or a creator the full name of what is asked for.
template <class Request>
struct noted_name {
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::note_name);
    e.name = Request::text();
    origin_of<typename Request::origin>::note(e);
  }
};

/// The callable at the front of a chain, called with the next one and the request.
template <class F, class Rest, class Then, class Request, class Env, class In>
struct link {
  using body = call<F, lists::list<dsl::next_in_chain<Rest, Then>, Request>, Env, In>;
  using result = typename body::result;
  using out = typename body::out;
  static constexpr void emit(placer& r) { body::emit(r); }
};
template <class F, class Rest, class Then, class Request, class Env, class In>
  requires(!takes<F, dsl::next_in_chain<Rest, Then>, Request>)
struct link<F, Rest, Then, Request, Env, In>
    : ending<faulty_for<Request, std::same_as<Then, from_store> ? diag::fault::getter_not_callable
                                                                : diag::fault::creator_not_callable>,
             In> {};

/// A chain with a note of the request's name before its first callable.
template <class Chain, class Request, class Then, class Env, class In>
struct noted_chain;
template <class F, class... Rest, class Request, class Then, class Env, class In>
struct noted_chain<lists::list<F, Rest...>, Request, Then, Env, In> {
  using noted = noted_name<Request>;
  using told = typename Request::template told<In::count>;
  using body = link<F, lists::list<Rest...>, Then, told, Env, typename In::template next<noted>>;
  using result = typename body::result;
  using out = typename body::out;
  static constexpr void emit(placer& r) {
    r.put<noted>();
    body::emit(r);
  }
};

template <class Origin>
inline constexpr bool is_renamed = std::same_as<Origin, dsl::at_root>;
template <dsl::reuse_mode Mode>
inline constexpr bool is_renamed<dsl::in_store<Mode, true>> = true;

/// A variable is made for the request that event For is.
template <class Request, std::size_t For>
struct creation {
  using asked = request<Request, typename Request::defaults>;
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::create_variable);
    asked::describe(e);
    // A new name is the operation's; the store's key stays.
    e.source_is = is_renamed<typename Request::origin> ? source_kind::root : source_kind::none;
    e.source = For;
  }
};

/// A request as the statement of a tf.Variable.
template <class Request>
struct own_statement {
  using options = typename Request::options;
  static constexpr naming::optional_ref<naming::literal> text() { return Request::text(); }
};

template <class Then>
struct granted_by;
template <std::size_t For>
struct granted_by<creates_for<For>> {
  template <class Request, class Env, class In>
  using step =
      happening<creation<Request, For>,
                typename creation<Request, For>::asked::handle_types::template variable<In::count>, In>;
};
template <>
struct granted_by<creates_own> {
  template <class Request, class Env, class In>
  using rule = own_variable<own_statement<Request>, typename Request::defaults::rare>;
  template <class Request, class Env, class In>
  using step = leaf_step<rule<Request, Env, In>, In,
                         handles<typename rule<Request, Env, In>::type,
                                 typename rule<Request, Env, In>::shape>::template variable>;
};

/// Creators see no creators: those further out are called by them.
template <class Env>
using without_creators = environment<typename Env::scope, typename Env::innermost,
                                     surroundings<lists::list<>, typename Env::around::arguments>>;

/// A request for the store, made through creators: they run from the root of names.
template <class S, class Defaults>
struct request_seen {
  using type = dsl::variable_request<S::name_text(), typename S::options, Defaults, dsl::in_current_scope,
                                     S::is_local, no_id>;
};
template <class S, class Defaults>
  requires requires { typename S::origin; }
struct request_seen<S, Defaults> {
  using type = S;
};

struct root_names {
  static constexpr void put(recorder& r) { r.add(event_kind::enter_name_scope); }
};

template <class S, class R, class Env, class In>
struct granted<S, R, Env, In, true> {
  struct asked {
    static constexpr void put(recorder& r) {
      R::put(r);
      r.out.what = event_kind::get_created;
      r.out.is_usual = false;
    }
  };
  using seen = typename request_seen<S, typename R::scope_defaults>::type;
  using start = typename In::template next<asked>;
  using inside = environment<typename Env::scope, dsl::name_scope_handle<start::count>,
                             typename without_creators<Env>::around>;
  using body = noted_chain<typename Env::around::creators, seen, creates_for<In::count>, inside,
                           typename start::template next<root_names>>;
  using result = typename R::handle_types::template variable<In::count>;
  using out = typename body::out::template next<left>::template next<left>;
  static constexpr void emit(placer& r) {
    r.put<asked>();
    r.put<root_names>();
    body::emit(r);
    if constexpr (!body::out::is_cut) {
      r.leave();
      r.leave();
    }
  }
};

/// tf.Variable, with creators or without.
template <class S>
struct own_request {
  template <class Defaults>
  using type =
      dsl::variable_request<S::name_text(), typename S::options, Defaults, dsl::at_root, false, no_id>;
};

template <bool HasCreators>
struct own_step {
  template <class S, class Env, class In>
  using rule = own_variable<S, typename defaults_here<Env, In>::rare>;
  template <class S, class Env, class In>
  using step = leaf_step<
      rule<S, Env, In>, In,
      handles<typename rule<S, Env, In>::type, typename rule<S, Env, In>::shape>::template variable>;
};
template <>
struct own_step<true> {
  template <class S, class Env, class In>
  using step = noted_chain<typename Env::around::creators,
                           typename own_request<S>::template type<defaults_here<Env, In>>, creates_own,
                           without_creators<Env>, In>;
};
template <>
struct tracer<dsl::kind::variable> {
  template <class S, class Env, class In>
  using step = typename own_step<has_creators<Env>>::template step<S, Env, In>;
};

template <>
struct tracer<dsl::kind::creator_scope> {
  template <class S, class Env>
  struct inside;
  template <class S, class Scope, class Innermost, class... Creators, class Arguments>
  struct inside<S, environment<Scope, Innermost, surroundings<lists::list<Creators...>, Arguments>>> {
    using type =
        environment<Scope, Innermost, surroundings<lists::list<typename S::creator, Creators...>, Arguments>>;
  };
  template <class S, class Env, class In>
  using step = sequence_of<typename S::body, typename inside<S, Env>::type, In>;
};

}  // namespace xscope::tracing
