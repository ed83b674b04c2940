// SPDX-License-Identifier: BSD-3-Clause
// What a scope hands down: the properties of the scope that it continues, with the given ones over them; and
// what has been set on it since.
#pragma once

#include <concepts>

#include "state.hpp"

namespace xscope::tracing {

using dsl::option;

template <class Options, class Default>
using dtype_option = typename Options::template get<option::dtype, dsl::dtype_t<Default>>::type;

/// Getters compose: a new one runs before those that are there.
template <class New, class Old>
struct composed_getters {
  using type = Old;
};
template <class... F>
struct composed_getters<dsl::custom_getter_t<F...>, dsl::no_option> {
  using type = dsl::custom_getter_t<F...>;
};
template <class... F, class... G>
struct composed_getters<dsl::custom_getter_t<F...>, dsl::custom_getter_t<G...>> {
  using type = dsl::custom_getter_t<F..., G...>;
};

/// no_reuse inherits, as TensorFlow's False does.
template <class New, class Old>
using reuse_over = std::conditional_t<
    std::same_as<New, dsl::no_option> || std::same_as<New, dsl::reuse_t<dsl::reuse_mode::inherit>>, Old, New>;

/// The rarer properties when a scope is opened. A constraint is never inherited.
template <class Options, class Old>
struct rare_over {
  using type =
      dsl::rare_defaults<typename Options::template get<option::regularizer, typename Old::regularizer>,
                         typename Options::template get<option::constraint>,
                         typename Options::template get<option::partitioner, typename Old::partitioner>,
                         typename composed_getters<typename Options::template get<option::custom_getter>,
                                                   typename Old::custom_getter>::type,
                         typename Options::template get<option::caching_device, typename Old::caching_device>,
                         typename Options::template get<option::use_resource, typename Old::use_resource>,
                         reuse_over<typename Options::template get<option::reuse>, typename Old::reuse>>;
};

/// The defaults inside of a scope that is opened with Options, Base being those that it continues.
template <class Options, class Base>
struct overridden {
  using type =
      dsl::scope_defaults<dtype_option<Options, typename Base::dtype>,
                          typename Options::template get<
                              option::initializer, dsl::initializer_t<typename Base::initializer>>::type,
                          typename rare_over<Options, typename Base::rare>::type>;
};
template <class T, class Init>
struct overridden<dsl::option_list<>, dsl::scope_defaults<T, Init>> {
  using type = dsl::scope_defaults<T, Init>;
};

/// Remembered: the scope of that number was set to Option.
template <std::size_t ScopeId, class Option>
struct setting {};

/// None unsets a property.
template <class Option>
struct unless_none {
  using type = Option;
};
template <option Id>
struct unless_none<dsl::callable_option<Id, dsl::none_t>> {
  using type = dsl::no_option;
};
template <option Id>
struct unless_none<dsl::unset_t<Id>> {
  using type = dsl::no_option;
};
template <>
struct unless_none<dsl::custom_getter_t<dsl::none_t>> {
  using type = dsl::no_option;
};

template <class Defaults, class Option>
struct set_to;
template <class T, class I, class... Rare, class Type>
struct set_to<dsl::scope_defaults<T, I, Rare...>, dsl::dtype_t<Type>> {
  using type = dsl::scope_defaults<Type, I, Rare...>;
};
template <class T, class I, class... Rare, class Init>
struct set_to<dsl::scope_defaults<T, I, Rare...>, dsl::initializer_t<Init>> {
  using type =
      dsl::scope_defaults<T, std::conditional_t<std::same_as<Init, dsl::none_t>, dsl::no_option, Init>,
                          Rare...>;
};
template <class T, class I, class R, class C, class P, class G, class D, class U, class M, class Option>
  requires(Option::id != option::dtype && Option::id != option::initializer)
struct set_to<dsl::scope_defaults<T, I, dsl::rare_defaults<R, C, P, G, D, U, M>>, Option> {
  template <option Id, class Old>
  using with = std::conditional_t<Option::id == Id, typename unless_none<Option>::type, Old>;
  using type =
      dsl::scope_defaults<T, I,
                          dsl::rare_defaults<with<option::regularizer, R>, C, with<option::partitioner, P>,
                                             with<option::custom_getter, G>, with<option::caching_device, D>,
                                             with<option::use_resource, U>, with<option::reuse, M>>>;
};

template <class Defaults, std::size_t Id, class... Entries>
struct settled {
  using type = Defaults;
};
template <class Defaults, std::size_t Id, class Entry, class... Rest>
struct settled<Defaults, Id, Entry, Rest...> : settled<Defaults, Id, Rest...> {};
template <class Defaults, std::size_t Id, class Option, class... Rest>
struct settled<Defaults, Id, setting<Id, Option>, Rest...>
    : settled<typename set_to<Defaults, Option>::type, Id, Rest...> {};

template <class Scope, class Memory>
struct effective;
template <class Scope>
struct effective<Scope, remembered<>> {
  using type = typename Scope::defaults;
};
template <class Scope, class... Entries>
struct effective<Scope, remembered<Entries...>> {
  using type = typename settled<typename Scope::defaults, Scope::id, Entries...>::type;
};

/// A scope's properties as they are now: what it was opened with, and what was set on it since.
template <class Scope, class Memory>
using effective_defaults = typename effective<Scope, Memory>::type;

/// Remembered: what use_resource is where neither a variable nor a scope says it.
template <bool On>
struct resource_default {};

template <class Defaults, class... Entries>
struct with_resource_default {
  using type = Defaults;
};
template <class Defaults, class Entry, class... Rest>
struct with_resource_default<Defaults, Entry, Rest...> : with_resource_default<Defaults, Rest...> {};
// The latest one is the last: it is set over the others.
template <class T, class I, class Rare, bool On, class... Rest>
struct with_resource_default<dsl::scope_defaults<T, I, Rare>, resource_default<On>, Rest...>
    : with_resource_default<typename set_to<dsl::scope_defaults<T, I, Rare>, dsl::use_resource_t<On>>::type,
                            Rest...> {};

template <class Defaults, class Memory>
struct requested_with;
template <class Defaults, class... Entries>
struct requested_with<Defaults, remembered<Entries...>> {
  static constexpr bool unset = std::same_as<typename Defaults::rare::use_resource, dsl::no_option>;
  using type = typename std::conditional_t<unset, with_resource_default<Defaults, Entries...>,
                                           with_resource_default<Defaults>>::type;
};
template <class Defaults>
struct requested_with<Defaults, remembered<>> {
  using type = Defaults;
};

/// What a variable that is asked for here inherits.
template <class Env, class In>
using defaults_here =
    typename requested_with<effective_defaults<typename Env::scope, typename In::remembered_type>,
                            typename In::remembered_type>::type;

}  // namespace xscope::tracing
