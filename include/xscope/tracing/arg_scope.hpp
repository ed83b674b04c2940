// SPDX-License-Identifier: BSD-3-Clause
// Tracing of arg_scope: the settings are part of what is around a statement; a call of a function that opted
// in takes them from there. Nothing of it is an event.
#pragma once

#include "../dsl/arg_scope.hpp"
#include "templates.hpp"

namespace xscope::tracing {

template <class Env, class Settings>
struct with_settings;
template <class Scope, class Innermost, class Creators, class Old, class... Settings>
struct with_settings<environment<Scope, Innermost, surroundings<Creators, Old>>, lists::list<Settings...>> {
  using type = environment<Scope, dsl::arg_scope_handle<Settings...>,
                           surroundings<Creators, lists::list<Settings...>>>;
};

/// The keywords that are set for a function.
template <class Settings, class Function>
struct set_for {
  using type = dsl::kwargs_t<lists::list<>>;
};
template <class Function, class Keywords, class... Rest>
struct set_for<lists::list<dsl::setting_of<Function, Keywords>, Rest...>, Function> {
  using type = Keywords;
};
template <class First, class... Rest, class Function>
struct set_for<lists::list<First, Rest...>, Function> : set_for<lists::list<Rest...>, Function> {};

template <class Keywords, class More>
struct merged_keywords;
template <class Keywords, class... More>
struct merged_keywords<Keywords, lists::list<More...>> : dsl::with_arguments<Keywords, More...> {};

/// The settings with more keywords for each of the functions.
template <class Settings, class Keywords, class... Functions>
struct settings_with {
  using type = Settings;
};
template <class... Settings, class Keywords, class Function, class... Rest>
struct settings_with<lists::list<Settings...>, Keywords, Function, Rest...> {
  using now =
      typename merged_keywords<typename set_for<lists::list<Settings...>, Function>::type, Keywords>::type;
  template <class S>
  struct other : std::bool_constant<!std::same_as<typename S::function, Function>> {};
  using type = typename settings_with<
      lists::append<lists::filter<lists::list<Settings...>, other>, dsl::setting_of<Function, now>>, Keywords,
      Rest...>::type;
};

/// What an arg_scope sets, or what is wrong with it.
template <class Target, class Keywords, class Old>
struct settings_of {
  static constexpr diag::fault fault = diag::fault::arg_scope_target;
};
template <class... F, class Keywords, class Old>
struct settings_of<dsl::functions_t<F...>, Keywords, Old> {
  static constexpr diag::fault fault =
      lists::all<dsl::is_arg_scoped<F>...> ? diag::fault::none : diag::fault::not_arg_scoped;
  using type = typename settings_with<Old, Keywords, F...>::type;
};
template <class... Settings, class Keywords, class Old>
struct settings_of<dsl::arg_scope_handle<Settings...>, Keywords, Old> {
  static constexpr diag::fault fault =
      lists::size<Keywords> == 0 ? diag::fault::none : diag::fault::arg_scope_replaces;
  using type = lists::list<Settings...>;
};

template <>
struct tracer<dsl::kind::arg_scope> {
  template <class S, class Env, class In>
  struct inside {
    using set = settings_of<typename S::target, typename S::keywords, typename Env::around::arguments>;
    using environment_type = typename with_settings<Env, typename set::type>::type;
    using body = sequence_of<typename S::body, environment_type, In>;
    // A section without statements gives the settings themselves.
    using result = std::conditional_t<lists::size<typename S::body> == 0,
                                      typename environment_type::innermost, typename body::result>;
    using out = typename body::out;
    static constexpr void emit(placer& r) { body::emit(r); }
  };
  template <class S, class Env, class In>
  static consteval auto pick() {
    using set = settings_of<typename S::target, typename S::keywords, typename Env::around::arguments>;
    if constexpr (set::fault != diag::fault::none) {
      return std::type_identity<ending<plain_fault<set::fault>, In>>{};
    } else {
      return std::type_identity<inside<S, Env, In>>{};
    }
  }
  template <class S, class Env, class In>
  using step = typename decltype(pick<S, Env, In>())::type;
};

template <>
struct tracer<dsl::kind::arg_scoped_call> {
  template <class Function, class Keywords>
  struct checked;
  template <class Function, class D, class... K>
  struct checked<Function, dsl::kwargs_t<D, K...>> {
    static constexpr bool known = lists::all<Function::template takes<K>...>;
    using type = dsl::kwargs_t<typename Function::parameters, K...>;
  };
  template <class S, class Env>
  using keywords = checked<
      typename S::function,
      typename merged_keywords<typename set_for<typename Env::around::arguments, typename S::function>::type,
                               typename S::keywords>::type>;

  template <class S, class Env, class In>
  struct called_with {
    using bound = trace_all<typename arguments_of<typename S::positional>::statements, Env, In>;
    using arguments =
        lists::append<typename arguments_of<typename bound::results>::given, typename keywords<S, Env>::type>;
    using body = call<typename S::function::callable, arguments, Env, typename bound::out>;
    using result = typename body::result;
    using out = typename body::out;
    static constexpr void emit(placer& r) {
      bound::emit(r);
      body::emit(r);
    }
  };
  template <class S, class Env, class In>
  using step = std::conditional_t<keywords<S, Env>::known, called_with<S, Env, In>,
                                  ending<plain_fault<diag::fault::unknown_argument>, In>>;
};

}  // namespace xscope::tracing
