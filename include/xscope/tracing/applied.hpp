// SPDX-License-Identifier: BSD-3-Clause
// The events of an operation whose operands are tensors.
#pragma once

#include "../lists/all.hpp"
#include "inference.hpp"

namespace xscope::tracing {

/// The event of an operation, but for its operands: one object for all layers that are alike.
template <event_kind What, class Op, class Options, class Inference, std::size_t Count>
inline constexpr description prototype{
    .what = What,
    .source_is = is_named_as_scope<Options> ? source_kind::name_scope : source_kind::none,
    .is_usual = What == event_kind::apply && !is_named_as_scope<Options> &&
                op_name<Options, Op>()->is_plain && Op::info.changes == ops::effect::none,
    .changes_variable = Op::info.changes != ops::effect::none,
    .dtype = Inference::value.dtype,
    .arg_count = Count,
    .source = scope_named<Options>(),
    .name = op_name<Options, Op>(),
    .shape = &Inference::value.shape,
    .op = Inference::value.as.there ? Inference::value.as.to : &Op::info,
    .attributes = &ops::attributes_for<Options>};

/// The event of an operation over tensors; more than two stand in events of their own behind it.
template <event_kind What, class S, class Inference, std::size_t... Ids>
struct applied {
  static constexpr std::size_t operands = sizeof...(Ids);
  static constexpr std::size_t events = operands < 2 ? 1 : (operands + 1) / 2;
  static constexpr void place(placer& r) {
    constexpr std::size_t ids[] = {Ids..., no_id, no_id};
    r.apply(prototype<What, typename S::op, typename S::options, Inference, operands>, ids[0], ids[1]);
    for (std::size_t k = 2; k < operands; k += 2) r.more_operands(ids[k], ids[k + 1]);
  }
};

/// The name scope of an operation that has literal operands, or is made in a scope of its own.
template <class S>
struct opened_op {
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::enter_op);
    e.name = op_name<typename S::options, typename S::op>();
    note_scope_name<typename S::options>(e);
  }
};

template <manner How>
struct outcome;

template <>
struct outcome<manner::plain> {
  template <class S, class In, class Inference, class... H>
  struct of {
    using result = typename Inference::made::template tensor<In::count>;
    using event = applied<event_kind::apply, S, Inference, H::id...>;
    using out = typename In::template next<of, event::events>;
    static constexpr void emit(placer& r) { event::place(r); }
    static constexpr void place(placer& r) { emit(r); }
  };
  // The commonest cases, spelled out: they stand in every layer.
  template <class S, class In, class Inference, class A>
  struct of<S, In, Inference, A> {
    using result = typename Inference::made::template tensor<In::count>;
    using out = typename In::template next<of>;
    static constexpr void emit(placer& r) {
      r.apply(prototype<event_kind::apply, typename S::op, typename S::options, Inference, 1>, A::id, no_id);
    }
    static constexpr void place(placer& r) { emit(r); }
  };
  template <class S, class In, class Inference, class A, class B>
  struct of<S, In, Inference, A, B> {
    using result = typename Inference::made::template tensor<In::count>;
    using out = typename In::template next<of>;
    static constexpr void emit(placer& r) {
      r.apply(prototype<event_kind::apply, typename S::op, typename S::options, Inference, 2>, A::id, B::id);
    }
    static constexpr void place(placer& r) { emit(r); }
  };
};

template <>
struct outcome<manner::own_scope> {
  template <class S, class In, class Inference, class... H>
  struct of {
    using result = typename Inference::made::template tensor<In::count + 1>;
    using event = applied<event_kind::apply, S, Inference, H::id...>;
    using out = typename In::template next<of, event::events + 2>;
    static constexpr void place(placer& r) {
      r.put<opened_op<S>>();
      event::place(r);
      r.leave();
    }
    static constexpr void emit(placer& r) { place(r); }
  };
};

/// The results stand in events of their own behind the operation, but for the first.
template <>
struct outcome<manner::several> {
  template <class S, class In, class Inference, class... H>
  struct of {
    static constexpr std::size_t results =
        S::op::results(Inference::operands, ops::attributes_for<typename S::options>);
    using event = applied<event_kind::apply, S, Inference, H::id...>;
    template <std::size_t K>
    static constexpr std::size_t id = K == 0 ? In::count : In::count + event::events + K - 1;
    template <std::size_t... K>
    static auto pack(std::index_sequence<K...>)
        -> dsl::pack_handle<typename Inference::template made_nth<K>::template tensor<id<K>>...>;
    using result = decltype(pack(std::make_index_sequence<results>{}));
    using out = typename In::template next<of, event::events + results - 1>;

    template <std::size_t K>
    struct later_output {
      static constexpr void put(recorder& r) {
        description& e = r.add(event_kind::output);
        e.args[0] = In::count;
        e.arg_count = K;
        e.dtype = Inference::template nth<K>.dtype;
        e.shape = &Inference::template nth<K>.shape;
      }
    };
    static constexpr void place(placer& r) {
      event::place(r);
      [&]<std::size_t... K>(std::index_sequence<K...>) {
        static_cast<void>(lists::steps{true, (r.put<later_output<K + 1>>(), true)...});
      }(std::make_index_sequence<results - 1>{});
    }
    static constexpr void emit(placer& r) { place(r); }
  };
};

template <>
struct outcome<manner::faulty> {
  template <class S, class In, class Inference, class... H>
  using of = ending<application_fault<S, Inference>, In>;
};

template <class S>
struct no_tensors {
  static consteval diag::evidence make_evidence() {
    diag::evidence c{.what = diag::fault::not_a_tensor};
    c.call = S::op::info.type;  // not in the braces: GCC 12 then refuses to convert them
    return c;
  }
};

}  // namespace xscope::tracing
