// SPDX-License-Identifier: BSD-3-Clause
// Tracing of get_variable: through the custom getters, where there are any, to the variable store, which
// makes slices where there is a partitioner, and losses where there is a regularizer.
#pragma once

#include "../ops/concat.hpp"
#include "../ops/identity.hpp"
#include "apply.hpp"
#include "partitions.hpp"

namespace xscope::tracing {

/// Which of the rarer ways a request goes, for a statement and the defaults around it.
enum class way : unsigned char { plain, special, getters };

template <class S, class Defaults>
struct rare_ways {
  using options = typename S::options;
  using rare = typename Defaults::rare;
  using getter = given_or<options, option::custom_getter, typename rare::custom_getter>;
  using partitioner = given_or<options, option::partitioner, typename rare::partitioner>;
  using regularizer = given_or<options, option::regularizer, typename rare::regularizer>;
  static constexpr bool has_getter = !std::same_as<getter, dsl::no_option>;
  /// A shape that is given as shape<> ignores the partitioner.
  static constexpr bool is_scalar =
      std::same_as<typename options::template get<option::shape>, dsl::shape_t<>>;
  static constexpr bool has_partitioner = !std::same_as<partitioner, dsl::no_option> && !is_scalar;
  static constexpr bool has_regularizer = !std::same_as<regularizer, dsl::no_option>;
  static constexpr way value = has_getter                           ? way::getters
                               : has_partitioner || has_regularizer ? way::special
                                                                    : way::plain;
};

/// A step that adds no events to the one before it.
template <class Result, class In>
struct unchanged {
  using result = Result;
  using out = In;
  static constexpr void emit(placer&) {}
};

/// A request in the variable store, without a partitioner: the variable, and its loss.
template <class S, class Defaults, class Env, class In>
struct single_request {
  using ways = rare_ways<S, Defaults>;
  using got = plain_request<S, Defaults, Env, In>;
  template <class F, class V>
  using loss = regularized<F, V, Env, typename got::out>;
  static consteval auto pick() {
    if constexpr (got::out::is_cut || !ways::has_regularizer)
      return std::type_identity<unchanged<typename got::result, typename got::out>>{};
    else if constexpr (got::result::result != dsl::result_kind::variable) {
      return std::type_identity<unchanged<typename got::result, typename got::out>>{};
    } else if constexpr (!takes<typename ways::regularizer::type, typename got::result>) {
      return std::type_identity<
          ending<faulty_for<S, diag::fault::regularizer_not_callable>, typename got::out>>{};
    } else if constexpr (!loss<typename ways::regularizer::type, typename got::result>::fits) {
      return std::type_identity<ending<faulty_for<S, diag::fault::regularizer_result>, typename got::out>>{};
    } else {
      return std::type_identity<loss<typename ways::regularizer::type, typename got::result>>{};
    }
  }
  using then = typename decltype(pick())::type;
  using result = typename then::result;
  using out = typename then::out;
  static constexpr void emit(placer& r) {
    got::emit(r);
    then::emit(r);
  }
};

template <class S, class Defaults, class Env, class In>
struct store_step {
  using ways = rare_ways<S, Defaults>;
  using asked = request<S, Defaults>;
  static consteval auto pick() {
    if constexpr (!ways::has_partitioner) {
      return std::type_identity<single_request<S, Defaults, Env, In>>{};
    } else if constexpr (asked::check_dtype() != diag::fault::none ||
                         check_options<typename S::options, typename Defaults::rare>() != diag::fault::none) {
      return std::type_identity<ending<faulty_request<S, asked>, In>>{};
    } else if constexpr (!ways::partitioner::is_callable) {
      return std::type_identity<ending<faulty_for<S, diag::fault::partitioner_not_callable>, In>>{};
    } else if constexpr (!asked::handle_types::known || asked::is_bare_alone) {
      return std::type_identity<ending<unknown_partitioned<S, asked>, In>>{};
    } else {
      return typename partitioned_request<S, Defaults, asked, typename ways::partitioner::type, Env,
                                          In>::chosen{};
    }
  }
  using type = typename decltype(pick())::type;
};

/// What the store does with a request.
template <class S, class Defaults, class Env, class In>
struct store_request : store_step<S, Defaults, Env, In>::type {};

template <>
struct granted_by<from_store> {
  template <class Request, class Env, class In>
  using step = store_request<Request, typename Request::defaults, Env, In>;
};

/// Getters see the request of the scope as it is; the true getter takes no getter any more.
template <class Getter>
struct getters_in;
template <class... F>
struct getters_in<dsl::custom_getter_t<F...>> {
  using type = lists::list<F...>;
};

template <class Defaults>
struct ungotten;
template <class T, class I, class R, class C, class P, class G, class D, class U, class M>
struct ungotten<dsl::scope_defaults<T, I, dsl::rare_defaults<R, C, P, G, D, U, M>>> {
  using type = dsl::scope_defaults<T, I, dsl::rare_defaults<R, C, P, dsl::no_option, D, U, M>>;
};

/// Where a request belongs that getters see: in the scope that it was made in, if it does not say.
template <class S, std::size_t ScopeId>
struct origin_in {
  using type = dsl::in_scope<ScopeId>;
};
template <class S, std::size_t ScopeId>
  requires requires { typename S::origin; }
struct origin_in<S, ScopeId> {
  using type = typename S::origin;
};
/// Getters run from the root of names; a literal that the call compares is a constant before that.
template <bool MakesConstant>
struct getters_entered {
  static constexpr void put(recorder& r) {
    r.add(event_kind::enter_name_scope).makes_constant = MakesConstant;
  }
};
/// A request that getters see first: they run from the root of names. What the scope does before it asks any
/// of them, the comparison of a constant with the call's dtype, has been done.
template <class S, class Defaults, class Env, class In>
struct through_getters {
  using getters = typename getters_in<typename rare_ways<S, Defaults>::getter>::type;
  using seen = dsl::variable_request<
      S::name_text(), typename dsl::without<option::custom_getter, typename S::options>::type,
      typename ungotten<Defaults>::type, typename origin_in<S, Env::scope::id>::type, S::is_local, no_id>;
  using inside = environment<typename Env::scope, dsl::name_scope_handle<In::count>, typename Env::around>;
  using body = noted_chain<getters, seen, from_store, inside, typename In::template next<root_names>>;
  using result = typename body::result;
  using out = typename body::out::template next<left>;
  static constexpr void emit(placer& r) {
    r.put<getters_entered<request<S, Defaults>::makes_constant>>();
    body::emit(r);
    if constexpr (!body::out::is_cut) r.leave();
  }
};

template <way Way>
struct get_variable_by;
template <>
struct get_variable_by<way::plain> {
  template <class S, class Defaults, class Env, class In>
  using step = plain_request<S, Defaults, Env, In>;
};
template <>
struct get_variable_by<way::special> {
  template <class S, class Defaults, class Env, class In>
  using step = store_request<S, Defaults, Env, In>;
};
template <>
struct get_variable_by<way::getters> {
  // Initializer and dtype of the call itself are compared before any getter sees them.
  template <class S, class Defaults, class Env, class In>
  static consteval auto pick() {
    if constexpr (request<S, Defaults>::check_dtype() != diag::fault::none) {
      return std::type_identity<ending<faulty_request<S, request<S, Defaults>>, In>>{};
    } else {
      return std::type_identity<through_getters<S, Defaults, Env, In>>{};
    }
  }
  template <class S, class Defaults, class Env, class In>
  using step = typename decltype(pick<S, Defaults, Env, In>())::type;
};

template <>
struct tracer<dsl::kind::get_variable> {
  template <class S, class Env, class In>
  using step = typename get_variable_by<rare_ways<S, defaults_here<Env, In>>::value>::template step<
      S, defaults_here<Env, In>, Env, In>;
};

/// A getter or creator passes its request on.
template <class Chain, class Then>
struct passed_on;
template <class F, class... Rest, class Then>
struct passed_on<lists::list<F, Rest...>, Then> {
  template <class Request, class Env, class In>
  using step = noted_chain<lists::list<F, Rest...>, Request, Then, Env, In>;
};
template <class Then>
struct passed_on<lists::list<>, Then> {
  template <class Request, class Env, class In>
  using step = typename granted_by<Then>::template step<Request, Env, In>;
};

template <>
struct tracer<dsl::kind::get_through> {
  template <class S, class Env, class In>
  using step =
      typename passed_on<typename S::chain, typename S::then>::template step<typename S::request, Env, In>;
};

/// The whole of a partitioned variable: its slices, concatenated, under its name.
template <>
struct tracer<dsl::kind::as_tensor> {
  template <class V>
  struct entered {
    static constexpr void put(recorder& r) { r.add(event_kind::enter_as_tensor).source = V::id; }
  };
  template <class V, class Whole>
  struct named {
    using shape_rule = inference<ops::identity, dsl::option_list<>, typename Whole::spec>;
    static constexpr void put(recorder& r) {
      description& e = r.out;
      e = prototype<event_kind::apply, ops::identity, dsl::option_list<>, shape_rule, 1>;
      e.args[0] = Whole::id;
      e.is_usual = false;
      e.source_is = source_kind::variable;
      e.source = V::id;
    }
  };
  template <class V, class Slices, class In>
  struct joined;
  template <class V, class... Slices, class In>
  struct joined<V, lists::list<Slices...>, In> {
    using start = typename In::template next<entered<V>>;
    using options = dsl::option_list<dsl::axis_t<static_cast<int>(V::axis)>{}>;
    using body = application<application_of<ops::concat, options>, start, Slices...>;
    using result = typename body::result;
    using out = typename body::out::template next<left>;
    static constexpr void emit(placer& r) {
      r.put<entered<V>>();
      body::emit(r);
      r.leave();
    }
  };
  template <class V, class Slice, class In>
  struct joined<V, lists::list<Slice>, In> {
    using result = Slice;
    using out = In;
    static constexpr void emit(placer&) {}
  };
  template <class V, class In>
  struct of {
    using whole = joined<V, typename V::slices, In>;
    using name = named<V, typename whole::result>;
    using result =
        typename handles<typename V::value_type, typename V::shape_type>::template tensor<whole::out::count>;
    using out = typename whole::out::template next<name>;
    static constexpr void emit(placer& r) {
      whole::emit(r);
      r.put<name>();
    }
  };
  template <class S, class Env, class In>
  using step = of<typename S::variable, In>;
};

}  // namespace xscope::tracing
