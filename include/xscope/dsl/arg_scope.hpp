// SPDX-License-Identifier: BSD-3-Clause
// arg_scope: default keyword arguments for functions that opt in, for all their calls within it (tf.contrib.
// framework.arg_scope, tf_slim).
//   constexpr auto dense = add_arg_scope<arg<"units", 8>>([](auto x, auto args) { ... args.template
//   get<"units">() ... }); arg_scope<functions<dense>, arg<"units", 64>>(dense(x), dense(y, arg<"units",
//   10>))
#pragma once

#include <array>
#include <string_view>

#include "binding.hpp"
#include "handle.hpp"

namespace xscope {

namespace dsl {

/// One keyword argument.
template <fixed_string Name, auto Value>
struct arg_t {
  static constexpr option id = option::argument;
  static constexpr std::string_view name() { return Name.view(); }
  static constexpr auto value = Value;
};

template <class T>
inline constexpr bool is_arg = false;
template <fixed_string Name, auto Value>
inline constexpr bool is_arg<arg_t<Name, Value>> = true;

// GCC 12 crashes where it compares a float among known template arguments with another one as it deduces, so
// keywords are found by their places: no parameter here is deduced from a list of keywords.

/// The first of the keywords that has the name; as many as there are where none has.
template <class... Args>
constexpr std::size_t place_of(std::string_view name) {
  const std::string_view names[] = {Args::name()..., std::string_view()};
  std::size_t i = 0;
  while (i < sizeof...(Args) && names[i] != name) ++i;
  return i;
}

/// The value of the first keyword that has the name, or none.
template <fixed_string Name, class Keywords>
struct keyword_value;
template <fixed_string Name, class... All>
struct keyword_value<Name, lists::list<All...>> {
  constexpr auto operator()() const {
    constexpr std::size_t place = place_of<All...>(Name.view());
    if constexpr (place == sizeof...(All)) return none_t{};
    else return lists::at<lists::list<All...>, place>::value;
  }
};

template <class T>
inline constexpr bool is_kwargs = false;

struct keyword_arguments {
  /// Whether the same arguments were given, in whatever order.
  template <class A, class B>
    requires(is_kwargs<A> && is_kwargs<B>)
  friend constexpr bool operator==(A, B) {
    return A::size() == B::size() && A::has_all_of(typename B::given{});
  }
};

/// Keyword arguments. Defaults: those of the function's parameters that were not given.
template <class Defaults, class... Args>
struct kwargs_t : keyword_arguments {
  using given = lists::list<Args...>;
  /// Whether an argument of that name was given.
  template <fixed_string Name>
  static constexpr known<place_of<Args...>(Name.view()) < sizeof...(Args)> has{};
  /// The value that was given, or the parameter's default: `args.template get<"units">()`.
  template <fixed_string Name>
  static constexpr keyword_value<Name, lists::concat<given, Defaults>> get{};
  static constexpr known<sizeof...(Args)> size{};

  template <class A>
  static constexpr bool has_one = lists::any<std::same_as<A, Args>...>;
  template <class... A>
  static constexpr bool has_all_of(lists::list<A...>) {
    return lists::all<has_one<A>...>;
  }
};
template <class Defaults, class... Args>
inline constexpr bool is_kwargs<kwargs_t<Defaults, Args...>> = true;

/// The arguments of A with those of B over them.
template <class A, class... B>
struct with_arguments;
template <class D, class... A>
struct with_arguments<kwargs_t<D, A...>> {
  using type = kwargs_t<D, A...>;
};
template <class D, class... A, class First, class... Rest>
struct with_arguments<kwargs_t<D, A...>, First, Rest...> {
  template <class T>
  struct other : std::bool_constant<T::name() != First::name()> {};
  template <class... T>
  using made = kwargs_t<D, T..., First>;
  using type =
      typename with_arguments<lists::rename<lists::filter<lists::list<A...>, other>, made>, Rest...>::type;
};

/// A call of a function that opted in: positional arguments and its own keywords.
template <class Function, class Positional, class... Keywords>
struct arg_scoped_call_t : statement {
  static constexpr kind statement_kind = kind::arg_scoped_call;
  using function = Function;
  using positional = Positional;
  using keywords = lists::list<Keywords...>;
};

/// A function that opted in. Parameters: its keyword parameters with their defaults; none: it takes any
/// keyword.
template <class F, class... Parameters>
struct arg_scoped_t {
  using callable = F;
  using parameters = lists::list<Parameters...>;
  static constexpr bool takes_any = sizeof...(Parameters) == 0;
  template <class K>
  static constexpr bool takes = takes_any || lists::any<(Parameters::name() == K::name())...>;

  template <class... X>
  constexpr auto operator()(X...) const {
    return made(lists::filter<lists::list<X...>, is_positional>{},
                lists::filter<lists::list<X...>, is_keyword>{});
  }

 private:
  template <class X>
  struct is_keyword : std::bool_constant<is_arg<X>> {};
  template <class X>
  struct is_positional : std::bool_constant<!is_arg<X>> {};
  template <class... P, class... K>
  static constexpr auto made(lists::list<P...>, lists::list<K...>) {
    return arg_scoped_call_t<arg_scoped_t, lists::list<P...>, K...>{};
  }
};
template <class T>
inline constexpr bool is_arg_scoped = false;
template <class F, class... P>
inline constexpr bool is_arg_scoped<arg_scoped_t<F, P...>> = true;

template <class... F>
struct functions_t {};

/// The settings for one function.
template <class Function, class Keywords>
struct setting_of {
  using function = Function;
  using keywords = Keywords;
};

/// The settings of an arg_scope, to be used again.
template <class... Settings>
struct arg_scope_handle : statement {
  static constexpr kind statement_kind = kind::handle;
  static constexpr std::size_t id = static_cast<std::size_t>(-1);
  static constexpr result_kind result = result_kind::arg_scope;
  using settings = lists::list<Settings...>;

  static constexpr known<sizeof...(Settings)> size{};
  /// The keywords that are set for a function.
  template <class Function>
  static constexpr auto get(Function) {
    return find<Function>(settings{});
  }

 private:
  template <class Function>
  static constexpr kwargs_t<lists::list<>> find(lists::list<>) {
    return {};
  }
  template <class Function, class First, class... Rest>
  static constexpr auto find(lists::list<First, Rest...>) {
    if constexpr (std::same_as<Function, typename First::function>) return typename First::keywords{};
    else return find<Function>(lists::list<Rest...>{});
  }
};

template <class Target, class Keywords, class... S>
struct arg_scope_t : statement {
  static constexpr kind statement_kind = kind::arg_scope;
  using target = Target;
  using keywords = Keywords;
  using body = lists::list<S...>;
};
template <class Target, class... Keywords>
struct arg_scope_opener {
  template <class... S>
    requires(are_statements<S...>())
  constexpr arg_scope_t<Target, lists::list<Keywords...>, S...> operator()(S...) const {
    return {};
  }
  template <class... S>
    requires(!are_statements<S...>())
  constexpr faulty_beside<S...> operator()(S...) const {
    return {};
  }
};

}  // namespace dsl

/// A keyword argument: `arg<"units", 64>`.
template <fixed_string Name, auto Value>
inline constexpr dsl::arg_t<Name, Value> arg{};

/// Keyword arguments together, to compare with.
template <auto... Args>
inline constexpr dsl::kwargs_t<lists::list<>, std::remove_cv_t<decltype(Args)>...> kwargs{};

/// Lets arg_scope give a function its keyword arguments. The parameters are those that have defaults; a
/// function without any takes all keywords. Its last argument holds them.
template <auto... Parameters, dsl::is_layer F>
constexpr dsl::arg_scoped_t<F, std::remove_cv_t<decltype(Parameters)>...> add_arg_scope(F) {
  return {};
}

/// The functions that an arg_scope is for.
template <auto... F>
inline constexpr dsl::functions_t<std::remove_cv_t<decltype(F)>...> functions{};

/// No settings at all: arg_scope<no_arg_scope>(...) takes all away.
inline constexpr dsl::arg_scope_handle<> no_arg_scope{};

/// Sets keyword arguments of functions for its statements; or, given another's handle, puts its settings in
/// the place of those around.
template <auto Target, auto... Keywords>
inline constexpr dsl::arg_scope_opener<std::remove_cv_t<decltype(Target)>,
                                       std::remove_cv_t<decltype(Keywords)>...>
    arg_scope{};

/// The names of a function's parameters that have defaults (slim.arg_scoped_arguments).
template <class F, class... P>
constexpr std::array<std::string_view, sizeof...(P)> arg_scoped_arguments(dsl::arg_scoped_t<F, P...>) {
  return {P::name()...};
}

}  // namespace xscope
