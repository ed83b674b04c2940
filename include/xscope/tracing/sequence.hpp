// SPDX-License-Identifier: BSD-3-Clause
// Statements one after another: for their last result, or for all results.
#pragma once

#include <utility>

#include "../dsl/binding.hpp"
#include "../dsl/faulty.hpp"
#include "../lists/list.hpp"
#include "state.hpp"

namespace xscope::tracing {

/// Traces S...; `result` is the last one's. Eight at a time: the recursion is as deep as an eighth of
/// the length.
template <class Env, class In, class... S>
struct sequence;

template <class Env, class In>
struct sequence<Env, In> {
  using result = dsl::nothing;
  using out = In;
  static constexpr void emit(placer&) {}
};

template <class Env, class In, class A>
struct sequence<Env, In, A> : In::template trace<A, Env> {};

template <class Env, class In, class A, class B, class... Rest>
struct sequence<Env, In, A, B, Rest...> {
  using a = typename In::template trace<A, Env>;
  using rest = sequence<Env, typename a::out, B, Rest...>;
  using result = typename rest::result;
  using out = typename rest::out;
  static constexpr void emit(placer& r) {
    a::emit(r);
    rest::emit(r);
  }
};

template <class Env, class In, class A, class B, class C, class D, class E, class F, class G, class H,
          class I, class... Rest>
struct sequence<Env, In, A, B, C, D, E, F, G, H, I, Rest...> {
  using a = typename In::template trace<A, Env>;
  using b = typename a::out::template trace<B, Env>;
  using c = typename b::out::template trace<C, Env>;
  using d = typename c::out::template trace<D, Env>;
  using e = typename d::out::template trace<E, Env>;
  using f = typename e::out::template trace<F, Env>;
  using g = typename f::out::template trace<G, Env>;
  using h = typename g::out::template trace<H, Env>;
  using rest = sequence<Env, typename h::out, I, Rest...>;
  using result = typename rest::result;
  using out = typename rest::out;
  static constexpr void emit(placer& r) {
    a::emit(r);
    b::emit(r);
    c::emit(r);
    d::emit(r);
    e::emit(r);
    f::emit(r);
    g::emit(r);
    h::emit(r);
    rest::emit(r);
  }
};

template <class List, class Env, class In>
struct sequence_of;
template <class... S, class Env, class In>
  requires(sizeof...(S) <= 64)
struct sequence_of<lists::list<S...>, Env, In> : sequence<Env, In, S...> {};

/// A longer one is a sequence of sequences.
template <class Pieces, class Env, class In>
struct sequence_in_pieces;
template <class... Piece, class Env, class In>
struct sequence_in_pieces<lists::list<Piece...>, Env, In>
    : sequence_of<lists::list<lists::rename<Piece, dsl::seq_t>...>, Env, In> {};
template <class... S, class Env, class In>
  requires(sizeof...(S) > 64)
struct sequence_of<lists::list<S...>, Env, In> : sequence_in_pieces<lists::pieces<S...>, Env, In> {};

/// Traces a list of statements and keeps all results. The recursion is as deep as 16 and a 32nd of the list.
template <class List, class Env, class In>
struct trace_all;

template <class Env, class In>
struct trace_all<lists::list<>, Env, In> {
  using results = lists::list<>;
  using out = In;
  static constexpr void emit(placer&) {}
};

template <class A, class Env, class In>
struct trace_all<lists::list<A>, Env, In> {
  using a = typename In::template trace<A, Env>;
  using results = lists::list<typename a::result>;
  using out = typename a::out;
  static constexpr void emit(placer& r) { a::emit(r); }
};

template <class A, class B, class Env, class In>
struct trace_all<lists::list<A, B>, Env, In> {
  using a = typename In::template trace<A, Env>;
  using b = typename a::out::template trace<B, Env>;
  using results = lists::list<typename a::result, typename b::result>;
  using out = typename b::out;
  static constexpr void emit(placer& r) {
    a::emit(r);
    b::emit(r);
  }
};

template <class First, class List>
struct prepend;
template <class A, class B, class... T>
struct prepend<lists::list<A, B>, lists::list<T...>> {
  using type = lists::list<A, B, T...>;
};

template <class A, class B, class C, class... Rest, class Env, class In>
  requires(sizeof...(Rest) < 62)
struct trace_all<lists::list<A, B, C, Rest...>, Env, In> {
  using head = trace_all<lists::list<A, B>, Env, In>;
  using tail = trace_all<lists::list<C, Rest...>, Env, typename head::out>;
  using results = typename prepend<typename head::results, typename tail::results>::type;
  using out = typename tail::out;
  static constexpr void emit(placer& r) {
    head::emit(r);
    tail::emit(r);
  }
};

template <class Pieces, class Env, class In>
struct trace_pieces;
template <class Piece, class Env, class In>
struct trace_pieces<lists::list<Piece>, Env, In> : trace_all<Piece, Env, In> {};
template <class Piece, class Next, class... Rest, class Env, class In>
struct trace_pieces<lists::list<Piece, Next, Rest...>, Env, In> {
  using head = trace_all<Piece, Env, In>;
  using tail = trace_pieces<lists::list<Next, Rest...>, Env, typename head::out>;
  using results = lists::joined<typename head::results, typename tail::results>;
  using out = typename tail::out;
  static constexpr void emit(placer& r) {
    head::emit(r);
    tail::emit(r);
  }
};
template <class A, class B, class C, class... Rest, class Env, class In>
  requires(sizeof...(Rest) >= 62)
struct trace_all<lists::list<A, B, C, Rest...>, Env, In>
    : trace_pieces<lists::pieces<A, B, C, Rest...>, Env, In> {};

template <class F, class... H>
decltype(std::declval<const F&>()(H{}...)) call_layer(int);
// F does not take these, or the compiler has refused what it does with them: afterwards nobody can tell.
template <class F, class... H>
dsl::faulty<diag::fault::layer_arguments> call_layer(...);

template <class T, bool IsStatement = __is_base_of(dsl::statement, T)>
struct statement_made {
  using type = T;
};
template <class T>
struct statement_made<T, false> {
  using type = dsl::faulty<diag::fault::layer_result>;
};

/// Whether F can be called with these.
template <class F, class... H>
inline constexpr bool takes = requires(const F f, H... h) { f(h...); };

/// The statement that a callable makes of handles. It is asked for in an unevaluated operand only, so it
/// may have captured handles: nothing of it is kept but its type.
template <class F, class... H>
using called = statement_made<decltype(call_layer<F, H...>(0))>;

/// The statement that F makes of the results of a traced list, traced; skipped where the trace was cut.
template <dsl::layer_kind Kind>
struct call_by;
template <class F, class Results, class Env, class In>
using call = typename call_by<__is_base_of(dsl::layer_in_scope, F) ? dsl::layer_kind::scoped
                              : __is_base_of(dsl::operation_layer, F)
                                  ? dsl::layer_kind::operation
                                  : dsl::layer_kind::callable>::template type<F, Results, Env, In>;

template <bool Cut>
struct call_unless {
  template <class F, class Env, class In, class... H>
  using of = typename In::template trace<typename called<F, H...>::type, Env>;
};
template <>
struct call_unless<true> {
  template <class F, class Env, class In, class... H>
  using of = skipped<In>;
};

template <class F, class Results, class Env, class In>
struct call_of;
template <class F, class... H, class Env, class In>
struct call_of<F, lists::list<H...>, Env, In> : call_unless<In::is_cut>::template of<F, Env, In, H...> {};
template <>
struct call_by<dsl::layer_kind::callable> {
  template <class F, class Results, class Env, class In>
  using type = call_of<F, Results, Env, In>;
};

}  // namespace xscope::tracing
