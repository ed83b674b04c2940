// SPDX-License-Identifier: BSD-3-Clause
// Tracing of operations: the operands from left to right, then the operation.
#pragma once

#include "../dsl/partitions.hpp"
#include "literals.hpp"

namespace xscope::tracing {

/// What the operands are, which decides how an operation is traced.
enum class operands_are : unsigned char { cut, tensors, partitioned, unchangeable, others };

/// Whether an operand is a partitioned variable, which stands for the tensor that its slices make together.
template <class H>
inline constexpr bool is_partitioned = H::result == dsl::result_kind::partitioned;

template <operands_are What>
struct application_over;
template <>
struct application_over<operands_are::cut> {
  template <class S, class In, class... H>
  using of = skipped<In>;
};
template <>
struct application_over<operands_are::tensors> {
  template <class S, class In, class Inference, class... H>
  using by = typename outcome<Inference::how>::template of<S, In, Inference, H...>;
  template <class S, class In, class... H>
  using of = by<S, In, inference<typename S::op, typename S::options, typename H::spec...>, H...>;
};
template <>
struct application_over<operands_are::others> {
  template <class... H>
  static constexpr manner how =
      lists::all<(dsl::is_tensor(H::result) || is_deferred<H>)...>    ? manner::literals
      : lists::any<(H::result == dsl::result_kind::gradient_list)...> ? manner::lists
                                                                      : manner::faulty;
  template <class S, class In, class... H>
  using of = typename outcome<how<H...>>::template of<S, In, no_tensors<S>, H...>;
};

template <class S>
struct no_variable {
  static consteval diag::evidence make_evidence() {
    diag::evidence c{.what = diag::fault::not_a_variable};
    c.call = S::op::info.type;
    return c;
  }
};
/// What changes its first operand is given a tensor there.
template <>
struct application_over<operands_are::unchangeable> {
  template <class S, class In, class... H>
  using of = typename outcome<manner::faulty>::template of<S, In, no_variable<S>, H...>;
};
template <class H, class...>
inline constexpr bool is_variable_first = H::result == dsl::result_kind::variable;

/// S applied to operands whose results are H...: has result, out and emit.
template <class S, class In, class... H>
using application = typename application_over<
    In::is_cut                                                             ? operands_are::cut
    : S::op::info.changes != ops::effect::none && !is_variable_first<H...> ? operands_are::unchangeable
    : lists::all<dsl::is_tensor(H::result)...>                             ? operands_are::tensors
    : lists::any<is_partitioned<H>...>                                     ? operands_are::partitioned
                                       : operands_are::others>::template of<S, In, H...>;

/// The operands from left to right, partitioned ones as tensors; then the operation.
template <class S, class In, class Done, class... Left>
struct converting;
template <class S, class In, class... Done>
struct converting<S, In, lists::list<Done...>> : application<S, In, Done...> {};
template <class S, class In, class... Done, class H, class... Left>
struct converting<S, In, lists::list<Done...>, H, Left...>
    : converting<S, In, lists::list<Done..., H>, Left...> {};
template <class S, class In, class... Done, class H, class... Left>
  requires is_partitioned<H>
struct converting<S, In, lists::list<Done...>, H, Left...> {
  using whole = typename In::template trace<dsl::as_tensor_t<H>, root_environment>;
  using rest = converting<S, typename whole::out, lists::list<Done..., typename whole::result>, Left...>;
  using result = typename rest::result;
  using out = typename rest::out;
  static constexpr void emit(placer& r) {
    whole::emit(r);
    rest::emit(r);
  }
};
template <>
struct application_over<operands_are::partitioned> {
  template <class S, class In, class... H>
  using of = converting<S, In, lists::list<>, H...>;
};

/// The operands from left to right, then the operation. Handles run nothing and cost nothing.
template <class S, class Args, class Env, class In>
struct apply_step;

template <class S, class A, class Env, class In>
struct apply_step<S, lists::list<A>, Env, In> {
  using a = typename In::template trace<typename deferred<A>::type, Env>;
  using applied = application<S, typename a::out, typename a::result>;
  using result = typename applied::result;
  using out = typename applied::out;
  static constexpr void emit(placer& r) {
    a::emit(r);
    applied::emit(r);
  }
};

template <class S, class A, class B, class Env, class In>
struct apply_step<S, lists::list<A, B>, Env, In> {
  using a = typename In::template trace<typename deferred<A>::type, Env>;
  using b = typename a::out::template trace<typename deferred<B>::type, Env>;
  using applied = application<S, typename b::out, typename a::result, typename b::result>;
  using result = typename applied::result;
  using out = typename applied::out;
  static constexpr void emit(placer& r) {
    a::emit(r);
    b::emit(r);
    applied::emit(r);
  }
};
template <class S, class A, class B, class Env, class In>
  requires(A::statement_kind == dsl::kind::handle)
struct apply_step<S, lists::list<A, B>, Env, In> {
  using b = typename In::template trace<typename deferred<B>::type, Env>;
  using applied = application<S, typename b::out, A, typename b::result>;
  using result = typename applied::result;
  using out = typename applied::out;
  static constexpr void emit(placer& r) {
    b::emit(r);
    applied::emit(r);
  }
};

template <class S, class Out, class Results>
struct applied_to;
template <class S, class Out, class... H>
struct applied_to<S, Out, lists::list<H...>> {
  using type = application<S, Out, H...>;
};

template <class S, class A, class B, class C, class... Rest, class Env, class In>
struct apply_step<S, lists::list<A, B, C, Rest...>, Env, In> {
  using operands = trace_all<lists::list<typename deferred<A>::type, typename deferred<B>::type,
                                         typename deferred<C>::type, typename deferred<Rest>::type...>,
                             Env, In>;
  using applied = typename applied_to<S, typename operands::out, typename operands::results>::type;
  using result = typename applied::result;
  using out = typename applied::out;
  static constexpr void emit(placer& r) {
    operands::emit(r);
    applied::emit(r);
  }
};

template <>
struct tracer<dsl::kind::apply> {
  template <class S, class Env, class In>
  using step = apply_step<S, typename S::args, Env, In>;
};

/// S without its operands.
template <class Op, class Options>
struct application_of {
  using op = Op;
  using options = Options;
};

/// An operation as a layer: its operands are handles already.
template <>
struct call_by<dsl::layer_kind::operation> {
  template <class F, class Results, class Env, class In>
  using type = typename applied_to<application_of<typename F::op, dsl::option_list<>>, In, Results>::type;
};

}  // namespace xscope::tracing
