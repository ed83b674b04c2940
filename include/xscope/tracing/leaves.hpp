// SPDX-License-Identifier: BSD-3-Clause
// Tracing of placeholders, variables, constants and the current scopes: the rules by which a leaf gets
// its shape and element type.
#pragma once

#include <concepts>
#include <type_traits>

#include "constraints.hpp"
#include "sequence.hpp"

namespace xscope::tracing {

/// An event that needs nothing but its own rule: E has put(recorder&), Result is what the statement gives.
template <class E, class Result, class In>
struct happening {
  using result = Result;
  using out = typename In::template next<E>;
  static constexpr void emit(placer& r) { r.put<E>(); }
};

/// The event E is a fault: the trace ends with it.
template <class E, class In>
struct ending {
  using result = dsl::nothing;
  using out = cut<In::count + 1, cut_reason::fault>;
  static constexpr void emit(placer& r) { r.put<E>(); }
};

/// A scope, or another section of events, ends.
struct left {
  static constexpr void place(placer& r) { r.leave(); }
};

template <class Shape>
struct static_extents;
template <std::size_t... D>
struct static_extents<dsl::shape_t<D...>> {
  static constexpr const extents* value = &extents_of<D...>;
};

template <class Shape>
inline constexpr const extents* extents_for = static_extents<Shape>::value;

/// Handles of the three kinds for an event number, an element type and a shape.
template <class T, class Shape>
struct handles;
template <class T, std::size_t... D>
struct handles<T, dsl::shape_t<D...>> {
  template <std::size_t Id>
  using tensor = dsl::tensor<Id, T, D...>;
  template <std::size_t Id>
  using variable = dsl::variable_handle<Id, T, D...>;
  template <std::size_t Id>
  using operation = dsl::operation_handle<Id, T, D...>;
};

/// A fault that has no shapes to show.
template <diag::fault What>
struct plain_fault {
  static constexpr diag::evidence evidence{.what = What};
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::fault);
    e.evidence = &evidence;
  }
};

/// A fault of a call, by the callee's name.
template <class S>
struct named_fault {
  static constexpr diag::evidence evidence{
      .what = S::what, .call = S::name()->data, .given = S::texts::given(), .taken = S::texts::taken()};
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::fault);
    e.name = S::name();
    e.evidence = &evidence;
  }
};

/// What is wrong with the options of a statement or a scope, and where such an option belongs.
template <class S>
inline constexpr diag::evidence options_evidence{
    .what = S::fault.what,
    .call = S::callee,
    .given = S::fault.keyword.empty() ? dsl::spelling_of(S::fault.given) : S::fault.keyword,
    .taken = S::fault.taken,
    .remedy = dsl::place_of(S::fault.given)};
template <class S>
struct options_fault {
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::fault);
    e.name = S::text();
    e.evidence = &options_evidence<S>;
  }
};

template <>
struct tracer<dsl::kind::fault> {
  template <class S>
  static consteval auto of() {
    if constexpr (requires { S::fault; }) return std::type_identity<options_fault<S>>{};
    else if constexpr (requires { S::name(); }) return std::type_identity<named_fault<S>>{};
    else return std::type_identity<plain_fault<S::what>>{};
  }
  template <class S, class Env, class In>
  using step = ending<typename decltype(of<S>())::type, In>;
};

/// Whether a tensor is one that no memory holds.
template <class T, class Shape>
inline constexpr bool is_too_large = !is_addressable(Shape::value(), data_type_of<T>.size());

/// A leaf happens, or is faulty, as its rule R says.
template <class R>
struct faulty_leaf {
  static constexpr diag::evidence evidence{.what = R::fault(),
                                           .shape = R::fault() == diag::fault::shape_too_large
                                                        ? extents_for<typename R::shape>
                                                        : extents_for<typename R::given_shape>,
                                           .other_shape = extents_for<typename R::shape>};
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::fault);
    e.name = R::name();
    e.evidence = &evidence;
  }
};

template <class R, class In, template <std::size_t> class Handle>
struct leaf_step : happening<R, Handle<In::count>, In> {};
template <class R, class In, template <std::size_t> class Handle>
  requires(R::fault() != diag::fault::none)
struct leaf_step<R, In, Handle> : ending<faulty_leaf<R>, In> {};

template <>
struct tracer<dsl::kind::placeholder> {
  template <class S>
  struct placed {
    using options = typename S::options;
    using type = dtype_option<options, float>;
    using shape = typename options::template get<option::shape, dsl::shape_t<unknown>>;
    using given_shape = shape;
    static consteval diag::fault fault() {
      if (!is_known_shape<shape>) return diag::fault::shape_not_given;
      return is_too_large<type, shape> ? diag::fault::shape_too_large : diag::fault::none;
    }
    static constexpr const naming::literal* name() {
      return S::text() != nullptr ? S::text().to : &naming::literal_of<"Placeholder">;
    }
    static constexpr void put(recorder& r) {
      description& e = r.add(event_kind::placeholder);
      e.name = name();
      e.dtype = data_type_of<type>;
      e.shape = extents_for<shape>;
    }
  };
  template <class S, class Env, class In>
  using step =
      leaf_step<placed<S>, In, handles<typename placed<S>::type, typename placed<S>::shape>::template tensor>;
};

/// Constants and tf.Variable: values, perhaps arranged in a shape or filling it.
template <class S, event_kind What>
struct valued {
  using options = typename S::options;
  static constexpr bool has_value = options::template has<option::value>;
  static constexpr bool has_shape = options::template has<option::shape>;
  static constexpr bool has_init = options::template has<option::initializer>;
  using given = typename options::template get<option::value, dsl::values_t<>>;
  using given_shape = typename given::shape_type;
  using type = dtype_option<options, typename given::value_type>;
  using shape = typename options::template get<option::shape, given_shape>;
  static constexpr std::size_t values = extents_for<given_shape>->elements();

  static consteval diag::fault fault() {
    if (!has_value && !(What == event_kind::variable && has_init && has_shape))
      return diag::fault::value_not_given;
    if (!is_known_shape<shape>) return diag::fault::shape_not_given;
    if (is_too_large<type, shape>) return diag::fault::shape_too_large;
    // A scalar fills a shape; a vector is arranged in it. The last value of a constant goes on to the end.
    const std::size_t wanted = extents_for<shape>->elements();
    const bool goes_on = What == event_kind::constant && values > 0 && values < wanted;
    const bool fits = given_shape::rank == 0 || values == wanted || goes_on;
    return has_value && !fits ? diag::fault::values_do_not_fill : diag::fault::none;
  }

  static constexpr const naming::literal* name() {
    if (S::text() != nullptr) return S::text().to;
    return What == event_kind::variable ? &naming::literal_of<"Variable"> : &naming::literal_of<"Const">;
  }
  static constexpr void put(recorder& r) {
    description& e = r.add(What);
    e.name = name();
    e.dtype = data_type_of<type>;
    e.shape = extents_for<shape>;
    if constexpr (has_value) {
      e.data = given::data();
      e.data_size = values;
    }
    if constexpr (What == event_kind::variable) {
      using init = typename options::template get<option::initializer, dsl::initializer_t<given>>::type;
      e.init = &dsl::info_of<init>;
      e.trainable = is_trainable<options>();
    }
  }
};

template <>
struct tracer<dsl::kind::constant> {
  template <class S, class Env, class In>
  using step = leaf_step<valued<S, event_kind::constant>, In,
                         handles<typename valued<S, event_kind::constant>::type,
                                 typename valued<S, event_kind::constant>::shape>::template tensor>;
};

/// tf.Variable, in a scope with these rare defaults, of which it takes but one.
template <class S, class Rare>
struct own_variable : valued<S, event_kind::variable> {
  using base = valued<S, event_kind::variable>;
  using taken = dsl::rare_defaults<dsl::no_option, dsl::no_option, dsl::no_option, dsl::no_option,
                                   dsl::no_option, typename Rare::use_resource, dsl::no_option>;
  using details = details_of<typename S::options, taken>;
  static consteval diag::fault fault() {
    const diag::fault options = check_options<typename S::options, taken>();
    if (options != diag::fault::none) return options;
    const diag::fault creation = check_creation<typename S::options, taken>();
    if (creation != diag::fault::none) return creation;
    if (base::fault() != diag::fault::none) return base::fault();
    return constrained<typename S::options, taken, typename base::type, typename base::shape>::fault();
  }
  static constexpr void put(recorder& r) {
    base::put(r);
    if constexpr (details::any) r.out.details = &details::value;
    constrained<typename S::options, taken, typename base::type, typename base::shape>::note(r.out);
  }
};

/// A literal that stands alone is a constant without a name.
template <>
struct tracer<dsl::kind::literal> {
  template <class S>
  struct placed {
    static constexpr void put(recorder& r) {
      description& e = r.add(event_kind::constant);
      e.name = &naming::literal_of<"Const">;
      e.dtype = data_type_of<typename S::value_type>;
      e.shape = extents_for<typename S::shape_type>;
      e.data = S::data();
      e.data_size = e.shape->elements();
    }
  };
  template <class S, class Env, class In>
  using step =
      happening<placed<S>,
                typename handles<typename S::value_type, typename S::shape_type>::template tensor<In::count>,
                In>;
};

template <>
struct tracer<dsl::kind::current_scope> {
  template <class S, class Env, class In>
  struct step {
    using result = typename Env::scope;
    using out = In;
    static constexpr void emit(placer&) {}
  };
};

template <>
struct tracer<dsl::kind::current_name_scope> {
  struct placed {
    static constexpr void put(recorder& r) { r.add(event_kind::current_name_scope); }
  };
  template <class S, class Env, class In>
  using step = happening<placed, dsl::scope_text<In::count>, In>;
};

}  // namespace xscope::tracing
