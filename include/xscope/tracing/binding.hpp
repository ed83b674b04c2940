// SPDX-License-Identifier: BSD-3-Clause
// Tracing of handles, seq, pack, let and pipes.
#pragma once

#include <utility>

#include "../dsl/binding.hpp"
#include "frame.hpp"

namespace xscope::tracing {

template <>
struct tracer<dsl::kind::handle> {
  template <class S, class Env, class In>
  struct step {
    using result = S;
    using out = In;
    static constexpr void emit(placer&) {}
  };
};

template <>
struct tracer<dsl::kind::seq> {
  template <class S, class Env, class In>
  using step = sequence_of<typename S::body, Env, In>;
};

template <>
struct tracer<dsl::kind::pack> {
  template <class S, class Env, class In>
  struct step {
    using parts = trace_all<typename S::parts, Env, In>;
    using result = lists::rename<typename parts::results, dsl::pack_handle>;
    using out = typename parts::out;
    static constexpr void emit(placer& r) { parts::emit(r); }
  };
};

template <>
struct tracer<dsl::kind::let> {
  template <class S, class Env, class In>
  struct step {
    using bound = trace_all<typename S::bound, Env, In>;
    using body = call<typename S::callable, typename bound::results, Env, typename bound::out>;
    using result = typename body::result;
    using out = typename body::out;
    static constexpr void emit(placer& r) {
      bound::emit(r);
      body::emit(r);
    }
  };
};

/// Layers one after another; as deep as a quarter of them.
template <class Env, class In, class H, class... Layers>
struct pipeline;

template <class Env, class In, class H>
struct pipeline<Env, In, H> {
  using result = H;
  using out = In;
  static constexpr void emit(placer&) {}
};

template <class Env, class In, class H, class A>
struct pipeline<Env, In, H, A> : layer<A, lists::list<H>, Env, In> {};

template <class Env, class In, class H, class A, class B, class... Rest>
struct pipeline<Env, In, H, A, B, Rest...> {
  using a = layer<A, lists::list<H>, Env, In>;
  using rest = pipeline<Env, typename a::out, typename a::result, B, Rest...>;
  using result = typename rest::result;
  using out = typename rest::out;
  static constexpr void emit(placer& r) {
    a::emit(r);
    rest::emit(r);
  }
};

template <class Env, class In, class H, class A, class B, class C, class D, class E, class... Rest>
struct pipeline<Env, In, H, A, B, C, D, E, Rest...> {
  using a = layer<A, lists::list<H>, Env, In>;
  using b = layer<B, lists::list<typename a::result>, Env, typename a::out>;
  using c = layer<C, lists::list<typename b::result>, Env, typename b::out>;
  using d = layer<D, lists::list<typename c::result>, Env, typename c::out>;
  using rest = pipeline<Env, typename d::out, typename d::result, E, Rest...>;
  using result = typename rest::result;
  using out = typename rest::out;
  static constexpr void emit(placer& r) {
    a::emit(r);
    b::emit(r);
    c::emit(r);
    d::emit(r);
    rest::emit(r);
  }
};

template <class S, class Env, class In>
struct pipe_step;
template <class X, class... Layers, class Env, class In>
struct pipe_step<dsl::pipe_t<X, Layers...>, Env, In> {
  using source = typename In::template trace<X, Env>;
  using layers = pipeline<Env, typename source::out, typename source::result, Layers...>;
  using result = typename layers::result;
  using out = typename layers::out;
  static constexpr void emit(placer& r) {
    source::emit(r);
    layers::emit(r);
  }
};
// A handle runs nothing: the layers begin at once.
template <class X, class... Layers, class Env, class In>
  requires(X::statement_kind == dsl::kind::handle)
struct pipe_step<dsl::pipe_t<X, Layers...>, Env, In> : pipeline<Env, In, X, Layers...> {};

template <>
struct tracer<dsl::kind::pipe> {
  template <class S, class Env, class In>
  using step = pipe_step<S, Env, In>;
};

}  // namespace xscope::tracing
