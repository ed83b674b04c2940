// SPDX-License-Identifier: BSD-3-Clause
// The events of an operation whose operands are tensors.
#pragma once

#include "inference.hpp"

namespace xscope::tracing {

template <std::size_t... Ids>
inline constexpr std::size_t id_list[] = {Ids...};

/// The event of an operation, but for its operands: one object for all layers that are alike.
template <event_kind What, class Op, class Options, class Inference, std::size_t Count>
inline constexpr event prototype{.what = What,
                                 .dtype = Inference::value.dtype,
                                 .arg_count = Count,
                                 .name = op_name<Options, Op>(),
                                 .shape = &Inference::value.shape,
                                 .op = &Op::info,
                                 .attributes = &ops::attributes_for<Options>};

/// The event of an operation over tensors.
template <event_kind What, class S, class Inference, std::size_t... Ids>
struct applied {
  static constexpr void put(recorder& r) {
    constexpr std::size_t n = sizeof...(Ids);
    constexpr std::size_t ids[] = {Ids..., no_id};
    r.add(prototype<What, typename S::op, typename S::options, Inference, n>, ids[0], ids[n < 2 ? n : 1],
          n > 2 ? id_list<Ids...> : nullptr);
  }
};

/// The name scope of an operation that has literal operands, or is made in a scope of its own.
template <class S>
struct opened_op {
  static constexpr void put(recorder& r) {
    r.add(event_kind::enter_op).name = op_name<typename S::options, typename S::op>();
  }
};

template <manner How>
struct outcome;

template <>
struct outcome<manner::plain> {
  template <class S, class In, class Inference, class... H>
  struct of {
    using result = typename Inference::made::template tensor<In::count>;
    using out = typename In::template next<of>;
    static constexpr void emit(recorder& r) { applied<event_kind::apply, S, Inference, H::id...>::put(r); }
    static constexpr void put(recorder& r) { emit(r); }
  };
  // The commonest cases, spelled out: they stand in every layer.
  template <class S, class In, class Inference, class A>
  struct of<S, In, Inference, A> {
    using result = typename Inference::made::template tensor<In::count>;
    using out = typename In::template next<of>;
    static constexpr void emit(recorder& r) {
      r.add(prototype<event_kind::apply, typename S::op, typename S::options, Inference, 1>, A::id, no_id,
            nullptr);
    }
    static constexpr void put(recorder& r) { emit(r); }
  };
  template <class S, class In, class Inference, class A, class B>
  struct of<S, In, Inference, A, B> {
    using result = typename Inference::made::template tensor<In::count>;
    using out = typename In::template next<of>;
    static constexpr void emit(recorder& r) {
      r.add(prototype<event_kind::apply, typename S::op, typename S::options, Inference, 2>, A::id, B::id,
            nullptr);
    }
    static constexpr void put(recorder& r) { emit(r); }
  };
};

template <>
struct outcome<manner::own_scope> {
  template <class S, class In, class Inference, class... H>
  struct of {
    using result = typename Inference::made::template tensor<In::count + 1>;
    using out = typename In::template next<of, 3>;
    static constexpr void put(recorder& r) {
      opened_op<S>::put(r);
      applied<event_kind::apply, S, Inference, H::id...>::put(r);
      r.add(event_kind::leave);
    }
    static constexpr void emit(recorder& r) { put(r); }
  };
};

template <>
struct outcome<manner::misfit> {
  template <class S, class In, class Inference, class... H>
  using of = ending<complaint_event<S, Inference>, In>;
};

template <class S>
struct no_tensors {
  static consteval complaint explain() {
    complaint c{.what = diag::fault::not_a_tensor};
    c.type = S::op::info.type;  // not in the braces: GCC 12 then refuses to convert them
    return c;
  }
};

}  // namespace xscope::tracing
