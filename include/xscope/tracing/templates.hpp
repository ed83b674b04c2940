// SPDX-License-Identifier: BSD-3-Clause
// Tracing of templates. Which scope a template keeps, and whether its first call has ended, is remembered by
// the state: a call is then nothing but a scope that is entered anew, or again.
#pragma once

#include "../dsl/templates.hpp"
#include "graph_ops.hpp"
#include "scopes.hpp"

namespace xscope::tracing {

/// Remembered: the template of that number keeps a scope; Created: its first call has ended.
template <std::size_t Template, class Scope, bool Created>
struct kept_scope {
  using scope = Scope;
  static constexpr bool created = Created;
};
struct no_kept_scope {
  using scope = dsl::nothing;
  static constexpr bool created = false;
};

/// The latest of a template's entries.
template <std::size_t Template, class Found, class... Entries>
struct latest {
  using type = Found;
};
template <std::size_t Template, class Found, class Entry, class... Rest>
struct latest<Template, Found, Entry, Rest...> : latest<Template, Found, Rest...> {};
template <std::size_t Template, class Found, class Scope, bool Created, class... Rest>
struct latest<Template, Found, kept_scope<Template, Scope, Created>, Rest...>
    : latest<Template, kept_scope<Template, Scope, Created>, Rest...> {};

template <std::size_t Template, class Memory>
struct kept;
template <std::size_t Template, class... Entries>
struct kept<Template, remembered<Entries...>> : latest<Template, no_kept_scope, Entries...> {};
template <class Handle, class In>
using kept_by = typename kept<Handle::id, typename In::remembered_type>::type;

/// The options of the scope that a template opens: its getter, if it has one.
template <class Options>
struct template_scope_options {
  static consteval auto pick() {
    using getter = typename Options::template get<option::custom_getter>;
    if constexpr (std::same_as<getter, dsl::no_option>) return dsl::option_list<>{};
    else return dsl::option_list<getter{}>{};
  }
  using type = decltype(pick());
};

/// The scope that a template opens: by its unique name, or by its own, made unique.
template <class Made, class Options>
struct template_opening;
template <class Made, auto... O>
struct template_opening<Made, dsl::option_list<O...>> {
  static consteval auto pick() {
    using unique = typename Made::options::template get<option::unique_name>;
    if constexpr (std::same_as<unique, dsl::no_option>) {
      return dsl::variable_scope_t<dsl::none_t{}, dsl::default_name_t<Made::name()>{}, O...>{};
    } else {
      return dsl::variable_scope_t<unique::value, O...>{};
    }
  }
  using type = decltype(pick());
};
template <class Made>
using opening_of =
    typename template_opening<Made, typename template_scope_options<typename Made::options>::type>::type;

template <>
struct tracer<dsl::kind::make_template> {
  struct made {
    static constexpr void put(recorder& r) { r.add(event_kind::template_made); }
  };
  /// A scope that is opened without a name scope, and left at once.
  template <class Open>
  struct opened {
    static constexpr void put(recorder& r) {
      entered<Open>::template put<Open>(r);
      r.out.auxiliary = false;
      r.out.is_bare = true;
    }
  };
  template <class S, class Env, class In>
  struct later {
    using result = dsl::template_handle<In::count, S>;
    using out = typename In::template next<made>;
    static constexpr void emit(placer& r) { r.put<made>(); }
  };
  template <class S, class Env, class In>
  struct at_once {
    using open = opening_of<S>;
    using start = typename In::template next<made>;
    using scope = typename entered<open>::template scope<open, Env, start>;
    using result = dsl::template_handle<In::count, S>;
    using out = typename start::template next<opened<open>>::template next<left>::template remember<
        kept_scope<In::count, scope, false>>;
    static constexpr void emit(placer& r) {
      r.put<made>();
      r.put<opened<open>>();
      r.leave();
    }
  };
  template <class S, class Env, class In>
  static consteval auto pick() {
    if constexpr (!dsl::is_text<typename S::key_type>) {
      return std::type_identity<ending<plain_fault<diag::fault::template_needs_name>, In>>{};
    } else if constexpr (S::options::template has<option::create_scope_now>) {
      return std::type_identity<at_once<S, Env, In>>{};
    } else {
      return std::type_identity<later<S, Env, In>>{};
    }
  }
  template <class S, class Env, class In>
  using step = typename decltype(pick<S, Env, In>())::type;
};

/// An argument that is no statement is handed on as it is.
template <class A>
struct constant_argument : dsl::statement {
  static constexpr dsl::kind statement_kind = dsl::kind::handle;
  static constexpr dsl::result_kind result = dsl::result_kind::nothing;
  static constexpr std::size_t id = no_id;
  using constant = A;
};
template <class A, bool IsStatement = __is_base_of(dsl::statement, A)>
struct as_argument {
  using type = A;
};
template <class A>
struct as_argument<A, false> {
  using type = constant_argument<A>;
};
template <class H>
struct argument_given {
  using type = H;
};
template <class A>
struct argument_given<constant_argument<A>> {
  using type = A;
};
template <class List>
struct arguments_of;
template <class... A>
struct arguments_of<lists::list<A...>> {
  using statements = lists::list<typename as_argument<A>::type...>;
  using given = lists::list<typename argument_given<A>::type...>;
};

template <class Open, bool Later>
struct template_entered {
  static constexpr void put(recorder& r) {
    entered<Open>::template put<Open>(r);
    if (Later) r.out.first_call = false;
  }
};

template <>
struct tracer<dsl::kind::call_template> {
  /// Which scope a call enters: one of its own, the kept one, or the kept one to share its variables.
  template <class Handle, class Kept>
  static consteval auto open() {
    if constexpr (std::same_as<Kept, no_kept_scope>) return opening_of<typename Handle::made>{};
    else if constexpr (!Kept::created) return dsl::variable_scope_t<typename Kept::scope{}>{};
    else return dsl::variable_scope_t<typename Kept::scope{}, dsl::reuse_t<dsl::reuse_mode::yes>{}>{};
  }
  template <class Handle, class Scope, class State>
  using after_call = typename State::template remember<kept_scope<Handle::id, Scope, true>>;

  template <class S, class Env, class In>
  struct step {
    using handle = typename S::made;
    using bound = trace_all<typename arguments_of<typename S::arguments>::statements, Env, In>;
    using before = typename bound::out;
    using found = kept_by<handle, before>;
    using opening = decltype(open<handle, found>());
    using entry = template_entered<opening, found::created>;
    using enter = entered<opening>;
    using scope = typename enter::template scope<opening, Env, before>;
    using inner = typename enter::template environment_inside<opening, Env, before>;
    using keeps = std::conditional_t<std::same_as<found, no_kept_scope>, scope, typename found::scope>;
    using start = typename before::template next<entry>;
    using inside =
        std::conditional_t<std::same_as<found, no_kept_scope>,
                           typename start::template remember<kept_scope<handle::id, scope, false>>, start>;
    using body = call<typename handle::made::callable, typename arguments_of<typename bound::results>::given,
                      inner, inside>;
    using result = typename body::result;
    using after = typename body::out::template next<left>;
    using out = std::conditional_t<found::created, after,
                                   typename after::template remember<kept_scope<handle::id, keeps, true>>>;
    static constexpr void emit(placer& r) {
      bound::emit(r);
      if constexpr (!before::is_cut) r.put<entry>();
      body::emit(r);
      if constexpr (!body::out::is_cut) r.leave();
    }
  };
};

template <>
struct tracer<dsl::kind::template_listing> {
  static consteval const naming::literal* key_of(dsl::template_fact fact) {
    return fact == dsl::template_fact::trainable ? &naming::literal_of<"trainable_variables">
           : fact == dsl::template_fact::local   ? &naming::literal_of<"local_variables">
                                                 : &naming::literal_of<"variables">;
  }
  template <class S, class Kept>
  struct listed {
    static constexpr void put(recorder& r) {
      description& e = r.add(event_kind::listing);
      e.name = key_of(S::fact);
      e.is_bare = true;  // no second slash behind its scope's name
      e.shows = !Kept::created                                 ? shown::nothing
                : S::fact == dsl::template_fact::all           ? shown::all
                : S::fact == dsl::template_fact::non_trainable ? shown::non_trainable
                                                               : shown::collection;
      if constexpr (Kept::created) {
        e.source_is = source_kind::scope;
        e.source = Kept::scope::id;
      }
    }
  };
  template <class Kept>
  struct name_read {
    static constexpr void put(recorder& r) {
      description& e = r.add(event_kind::read_scope_text);
      e.source = Kept::scope::id;
      e.source_is = source_kind::name_scope;
    }
  };
  template <class S, class Kept, class In>
  static consteval auto pick() {
    if constexpr (S::fact == dsl::template_fact::scope) {
      return std::type_identity<unchanged<typename Kept::scope, In>>{};
    } else if constexpr (S::fact == dsl::template_fact::scope_name && std::same_as<Kept, no_kept_scope>) {
      return std::type_identity<unchanged<dsl::nothing, In>>{};
    } else if constexpr (S::fact == dsl::template_fact::scope_name) {
      return std::type_identity<happening<name_read<Kept>, dsl::scope_text<In::count>, In>>{};
    } else {
      return std::type_identity<happening<listed<S, Kept>, dsl::listing_handle<In::count>, In>>{};
    }
  }
  template <class S, class Env, class In>
  using step = typename decltype(pick<S, kept_by<typename S::made, In>, In>())::type;
};

}  // namespace xscope::tracing
