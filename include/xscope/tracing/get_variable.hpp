// SPDX-License-Identifier: BSD-3-Clause
// A request for a variable that goes to the store. Shape and element type come from the options, from the
// scope's defaults, or, where the variable exists and no shape is given, from the variable: only then is the
// program's history asked.
#pragma once

#include "../dsl/partitions.hpp"
#include "../dsl/requests.hpp"
#include "constraints.hpp"
#include "initializers.hpp"

namespace xscope::tracing {

/// Which way a request goes: decided once for all equal requests.
enum class request_kind : unsigned char { faulty, by_history, known };

/// The handle types of a variable whose shape is fully known.
template <class T, class Shape>
struct handles_if {
  static constexpr bool known = false;
};
template <class T, std::size_t... D>
struct handles_if<T, dsl::shape_t<D...>> : handles<T, dsl::shape_t<D...>> {
  static constexpr bool known = is_known_shape<dsl::shape_t<D...>>;
};

/// What is known of a slice: an option of its request, so that creators pass it on.
template <class Details>
struct slice_option {
  static constexpr option id = option::slice;
  using details = Details;
};
template <class S>
struct slice_of_request {
  using type = void;
};
template <class S>
  requires requires { typename S::origin; }
struct slice_of_request<S> {
  using type = typename S::options::template get<option::slice, slice_option<void>>::details;
};
template <class S>
using slice_details = typename slice_of_request<S>::type;

/// Where a request's name belongs.
template <class Origin>
struct origin_of {
  static constexpr void note(description&) {}
};
template <std::size_t Id>
struct origin_of<dsl::in_scope<Id>> {
  static constexpr void note(description& e) {
    e.source_is = source_kind::scope;
    e.source = Id;
  }
};
template <dsl::reuse_mode Mode, bool Renamed>
struct origin_of<dsl::in_store<Mode, Renamed>> {
  static constexpr void note(description& e) {
    e.source_is = source_kind::root;
    e.reuse = Mode;
  }
};
template <>
struct origin_of<dsl::at_root> {
  static constexpr void note(description& e) { e.source_is = source_kind::root; }
};
template <std::size_t Id, std::size_t Index>
struct origin_of<dsl::slice_of<Id, Index>> {
  static constexpr void note(description& e) {
    e.source_is = source_kind::partitioned;
    e.source = Id;
    e.args[0] = Index;
  }
};

/// What S asks for in a scope with these defaults. Equal statements in equal scopes share it.
template <class S, class Defaults>
struct request {
  using options = typename S::options;
  using rare = typename Defaults::rare;
  using scope_defaults = Defaults;
  using own_init = typename without_operation<
      typename options::template get<option::initializer, dsl::initializer_t<dsl::no_option>>::type>::type;
  using scope_init = typename without_operation<typename Defaults::initializer>::type;
  using any_init = std::conditional_t<std::same_as<own_init, dsl::no_option>, scope_init, own_init>;
  static constexpr bool has_shape = options::template has<option::shape>;
  static constexpr bool has_dtype = options::template has<option::dtype>;
  /// The element type that is asked for, which is what an existing variable is compared with.
  using asked = dtype_option<options, typename Defaults::dtype>;
  using given_shape = typename options::template get<option::shape>;

  /// The initializer as a constant or a distribution; a callable has been called.
  using made = made_initializer<any_init, asked, given_shape, slice_details<S>>;
  using init = typename made::type;
  static constexpr bool has_init = !std::same_as<init, dsl::no_option>;
  static constexpr bool decides = made::decides;
  /// A literal that stands for itself: slices need a shape beside it, which a tensor would give.
  static constexpr bool is_bare_alone = !has_shape && requires { any_init::is_bare; };
  /// A variable that may exist already: its shape and type count then, not those of a constant.
  static constexpr bool may_be_found =
      decides && !has_shape && std::is_void_v<slice_details<S>> &&
      (std::same_as<typename rare::reuse, dsl::reuse_t<dsl::reuse_mode::yes>> ||
       std::same_as<typename rare::reuse, dsl::reuse_t<dsl::reuse_mode::automatic>>);

  static consteval auto pick_type() {
    if constexpr (decides) return std::type_identity<typename init::value_type>{};
    else return std::type_identity<asked>{};
  }
  static consteval auto pick_shape() {
    if constexpr (has_shape && !(decides && !is_known_shape<given_shape>)) return given_shape{};
    else if constexpr (decides) return typename init::shape_type{};
    else return dsl::no_option{};
  }
  /// What a new variable has.
  using type = typename decltype(pick_type())::type;
  using shape = decltype(pick_shape());
  static constexpr bool shape_known = !std::same_as<shape, dsl::no_option>;

  using handle_types = handles_if<type, shape>;

  /// Scopes compare a constant with the dtype of the call; getters and the store do not.
  static constexpr bool compares_dtype =
      is_constant<own_init> && has_dtype && !requires { typename S::origin; };

  /// What is wrong, whatever the store holds. In slices a constant is cut to their shapes.
  static constexpr bool makes_constant = compares_dtype && requires { own_init::is_bare; };
  static consteval diag::fault check_dtype() {
    if constexpr (compares_dtype) {
      if (!std::same_as<typename own_init::value_type, asked>) return diag::fault::initializer_dtype;
    }
    return diag::fault::none;
  }
  static consteval diag::fault check() {
    if (check_dtype() != diag::fault::none) return check_dtype();
    if (check_options<options, rare>() != diag::fault::none) return check_options<options, rare>();
    if (is_constant<any_init> && has_shape) return diag::fault::initializer_and_shape;
    if constexpr (shape_known) {
      if (is_too_large<type, shape>) return diag::fault::shape_too_large;
    }
    if constexpr (is_constant<init> && has_shape) {
      if (made::known && init::shape_type::value().elements() != given_shape::value().elements()) {
        return diag::fault::values_do_not_fill;
      }
    }
    constexpr diag::fault constraint = constrained<options, rare, type, shape>::fault();
    if (constraint != diag::fault::none) return constraint;
    if constexpr (made::decides && !has_shape) return diag::fault::none;
    else return made::fails && has_shape ? diag::fault::initializer_not_valid : diag::fault::none;
  }

  static constexpr request_kind kind = check() != diag::fault::none           ? request_kind::faulty
                                       : !handle_types::known || may_be_found ? request_kind::by_history
                                                                              : request_kind::known;

  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::get_variable);
    describe(e);
    e.is_usual = is_usual;
  }
  static constexpr bool is_usual =
      handle_types::known && !requires { typename S::origin; } && !makes_constant && !made::fails &&
      (has_init || data_type_of<asked>.has_zero()) && check_creation<options, rare>() == diag::fault::none &&
      S::text()->is_plain;
  static constexpr void describe(description& e) {
    e.name = S::text();
    e.dtype = data_type_of<type>;
    e.asked = data_type_of<asked>;
    if constexpr (shape_known) e.shape = extents_for<shape>;
    if constexpr (has_init) e.init = &dsl::info_of<init>;
    else e.init = data_type_of<asked>.is_floating() ? &dsl::glorot_uniform : &dsl::zeros;
    e.has_initializer = has_init ? !made::fails : data_type_of<asked>.has_zero();
    e.has_callable = made::fails;
    e.makes_constant = makes_constant;
    e.trainable = is_trainable<options>();
    if constexpr (S::is_local) {
      e.local = true;
      e.trainable = false;
    }
    if constexpr (details_of<options, rare>::any) e.details = &details_of<options, rare>::value;
    constrained<options, rare, type, shape>::note(e);
    if constexpr (check_creation<options, rare>() != diag::fault::none) {
      e.evidence = &creation_fault<options, rare>::evidence;
    }
    if constexpr (requires { typename S::origin; }) origin_of<typename S::origin>::note(e);
    if constexpr (!std::is_void_v<slice_details<S>>) slice_details<S>::template note<options, rare>(e);
  }
};

/// The fault of a request; Why has the evidence.
template <class S, class Why>
struct request_fault {
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::fault);
    e.name = S::text();
    e.evidence = &Why::evidence;
    e.of_variable = true;
    if constexpr (requires { typename S::origin; }) origin_of<typename S::origin>::note(e);
  }
};

template <class S, class Request>
struct faulty_request : request_fault<S, faulty_request<S, Request>> {
  static consteval diag::evidence make_evidence() {
    diag::evidence c{.what = Request::check()};
    if constexpr (Request::check() == diag::fault::initializer_and_shape ||
                  Request::check() == diag::fault::shape_too_large)
      c.shape = extents_for<typename Request::shape>;
    if constexpr (Request::check() == diag::fault::values_do_not_fill) {
      c.shape = extents_for<typename Request::init::shape_type>;
      c.other_shape = extents_for<typename Request::given_shape>;
    }
    c.dtype = data_type_of<typename Request::type>;
    c.other_dtype = data_type_of<typename Request::asked>;
    return c;
  }
  static constexpr diag::evidence evidence = make_evidence();
};

/// A request with a fault that has no further evidence.
template <class S, diag::fault What>
struct faulty_for : request_fault<S, faulty_for<S, What>> {
  static constexpr diag::evidence evidence{.what = What};
};

/// A variable without a (full) shape. Without a history the trace starts again with one; with it, the
/// variable that exists gives the shape, and where there is none the resolver will say so.
template <class S, class R, class Env, class In>
struct by_history {
  using result = dsl::nothing;
  using out = cut<In::count, cut_reason::needs_history>;
  static constexpr void emit(placer&) {}
};

/// The request as an event whose answer the trace knows. A constant is ignored where the variable exists.
template <class R>
struct answered {
  static constexpr void put(recorder& r) {
    R::put(r);
    description& e = r.out;
    e.is_usual = false;
    e.to_history = true;
    if constexpr (R::may_be_found) {
      e.shape = {};
      e.dtype = e.asked;
    }
  }
};

template <class S, class R, class Env, class In, bool HasCreators>
struct granted;
template <class Env>
inline constexpr bool has_creators = lists::size<typename Env::around::creators> != 0;

template <class S, class R, class Env, class In>
  requires(In::has_history)
struct by_history<S, R, Env, In> {
  static constexpr auto found = In::template find<answered<R>>();
  using value_type = std::conditional_t<R::may_be_found, typename R::asked, typename R::type>;

  /// The slices of a partitioned variable that exists.
  template <std::size_t Event, class... Slices>
  static consteval auto slices() {
    if constexpr (Event == 0) return lists::list<Slices...>{};
    else {
      using handle = decltype([]<std::size_t... I>(std::index_sequence<I...>) {
        return dsl::variable_handle<found.slices[Event - 1].event, value_type,
                                    found.slices[Event - 1].shape[I]...>{};
      }(std::make_index_sequence<found.slices[Event - 1].shape.rank()>{}));
      return slices<Event - 1, handle, Slices...>();
    }
  }
  template <class... Slices>
  static consteval auto as_partitioned(lists::list<Slices...>) {
    return []<std::size_t... I>(std::index_sequence<I...>) {
      return dsl::partitioned_handle<In::count, dsl::tensor_spec<value_type, found.shape[I]...>, found.axis,
                                     Slices...>{};
    }(std::make_index_sequence<found.shape.rank()>{});
  }
  static consteval auto pick() {
    if constexpr (!found.exists) return dsl::nothing{};
    else if constexpr (found.slice_count > 0) return as_partitioned(slices<found.slice_count>());
    else
      return []<std::size_t... I>(std::index_sequence<I...>) {
        return dsl::variable_handle<In::count, value_type, found.shape[I]...>{};
      }(std::make_index_sequence<found.shape.rank()>{});
  }

  using result = decltype(pick());
  using out = std::conditional_t<found.exists, typename In::template next<answered<R>>,
                                 cut<In::count + 1, cut_reason::fault>>;
  static constexpr void emit(placer& r) { r.put<answered<R>>(); }
};

/// How the event of a known request becomes a variable: at once, or through creators (tracing/creators.hpp).
template <class S, class R, class Env, class In>
struct granted<S, R, Env, In, false>
    : happening<R, typename R::handle_types::template variable<In::count>, In> {};

template <request_kind Kind>
struct requested;
template <>
struct requested<request_kind::faulty> {
  template <class S, class R, class Env, class In>
  using step = ending<faulty_request<S, R>, In>;
};
template <>
struct requested<request_kind::by_history> {
  template <class S, class R, class Env, class In>
  static consteval auto pick() {
    if constexpr (R::may_be_found && In::has_history) {
      if constexpr (In::template find<answered<R>>().is_free)
        return std::type_identity<granted<S, R, Env, In, has_creators<Env>>>{};
      else return std::type_identity<by_history<S, R, Env, In>>{};
    } else {
      return std::type_identity<by_history<S, R, Env, In>>{};
    }
  }
  template <class S, class R, class Env, class In>
  using step = typename decltype(pick<S, R, Env, In>())::type;
};
template <>
struct requested<request_kind::known> {
  /// A reusing scope may hold a partitioned variable of the name: only the history knows.
  template <class S, class R, class Env, class In>
  static consteval auto pick() {
    if constexpr (In::has_history && std::is_void_v<slice_details<S>> &&
                  std::same_as<typename R::rare::reuse, dsl::reuse_t<dsl::reuse_mode::yes>>) {
      if constexpr (In::template find<R>().slice_count > 0)
        return std::type_identity<by_history<S, R, Env, In>>{};
      else return std::type_identity<granted<S, R, Env, In, has_creators<Env>>>{};
    } else {
      return std::type_identity<granted<S, R, Env, In, has_creators<Env>>>{};
    }
  }
  template <class S, class R, class Env, class In>
  using step = typename decltype(pick<S, R, Env, In>())::type;
};

/// The request alone: neither getters nor slices nor a regularizer.
template <class S, class Defaults, class Env, class In>
using plain_request =
    typename requested<request<S, Defaults>::kind>::template step<S, request<S, Defaults>, Env, In>;

}  // namespace xscope::tracing
