// SPDX-License-Identifier: BSD-3-Clause
// Tracing of operations and training steps: shape inference, literal operands, complaints.
#pragma once

#include <utility>

#include "../program/optimizers.hpp"
#include "leaves.hpp"

namespace xscope::tracing {

/// How an application is traced.
enum class manner : unsigned char { plain, own_scope, literals, misfit };

/// Shape inference for one operation, its attributes and the operands' types: done once for all layers
/// that are alike.
template <class Op, class Options, class... F>
struct inference {
  static constexpr ops::operand operands[] = {{F::dtype(), F::shape_type::value()}...};
  static constexpr ops::inferred value = Op::infer(operands, ops::attributes_for<Options>);
  static constexpr bool ok = value.fault == diag::fault::none;
  static constexpr manner how = !ok ? manner::misfit : Op::info.in_own_scope ? manner::own_scope : manner::plain;

  template <std::size_t... I>
  static auto build(std::index_sequence<I...>)
      -> handles<element_t<value.dtype.value>, dsl::shape_t<value.shape.dims[I]...>>;
  using made = decltype(build(std::make_index_sequence<ok ? value.shape.rank_ : 0>{}));

  /// The first two shapes and dtypes, those of the operand at fault first.
  static consteval complaint explain() {
    constexpr const extents* shapes[] = {extents_for<typename F::shape_type>...};
    complaint c{.what = value.fault, .type = Op::info.type};
    for (std::size_t i = 0; i < 2; ++i) {
      const std::size_t from = i == 0 ? static_cast<std::size_t>(value.operand) : 1;
      if (from < sizeof...(F)) {
        c.shapes[i] = shapes[from];
        c.dtypes[i] = operands[from].dtype;
      }
    }
    if (value.fault == diag::fault::elements_differ) c.shapes[1] = &ops::attributes_for<Options>.shape;
    return c;
  }
};

/// Stands for a literal operand while the other operands are traced.
template <class V>
struct literal_operand : dsl::statement {
  static constexpr dsl::kind statement_kind = dsl::kind::handle;
  static constexpr dsl::result_kind result = dsl::result_kind::nothing;
  static constexpr std::size_t id = no_id;
  using literal = V;
};

template <class T, bool Literal = T::statement_kind == dsl::kind::literal>
struct deferred {
  using type = T;
};
template <class T>
struct deferred<T, true> {
  using type = literal_operand<T>;
};

template <class T>
inline constexpr bool is_deferred = false;
template <class V>
inline constexpr bool is_deferred<literal_operand<V>> = true;

template <class Options, class Op>
constexpr const naming::literal* op_name() {
  if constexpr (Options::template has<option::name>) return Options::template get<option::name>::text();
  else return Op::info.name;
}

template <class S, class Inference>
struct complaint_event {
  static constexpr complaint why = Inference::explain();
  static constexpr void put(recorder& r) {
    event& e = r.add(event_kind::fault);
    e.name = op_name<typename S::options, typename S::op>();
    e.why = &why;
  }
};

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
      r.add(prototype<event_kind::apply, typename S::op, typename S::options, Inference, 1>, A::id, no_id, nullptr);
    }
    static constexpr void put(recorder& r) { emit(r); }
  };
  template <class S, class In, class Inference, class A, class B>
  struct of<S, In, Inference, A, B> {
    using result = typename Inference::made::template tensor<In::count>;
    using out = typename In::template next<of>;
    static constexpr void emit(recorder& r) {
      r.add(prototype<event_kind::apply, typename S::op, typename S::options, Inference, 2>, A::id, B::id, nullptr);
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

/// A literal operand as a constant in the operation's scope, named as the operand: "mul/y".
template <class S, class V, data_type::code Type, std::size_t Position>
struct placed_literal {
  static constexpr naming::literal name =
      naming::describe(S::op::info.operands[Position < 2 ? Position : 1]);
  static constexpr void put(recorder& r) {
    event& e = r.add(event_kind::constant);
    e.name = &name;
    e.dtype = {Type};
    e.shape = extents_for<typename V::shape_type>;
    e.data = V::data();
    e.data_size = e.shape->elements();
  }
};

template <class H>
constexpr std::size_t literal_count = is_deferred<H> ? 1 : 0;

/// The element type that the literals take: that of the first tensor, or their own.
template <class... H>
constexpr data_type type_beside_literals() {
  data_type own{};
  data_type found{};
  (
      [&] {
        if constexpr (is_deferred<H>) {
          if (own == data_type{}) {
            own = data_type_of<typename H::literal::value_type>;
            if (own == data_type_of<double>) own = data_type_of<float>;
          }
        } else if (found == data_type{}) {
          found = H::dtype();
        }
      }(),
      ...);
  return found == data_type{} ? own : found;
}

/// A literal with a fraction cannot stand beside integers, as in TensorFlow.
template <class... H>
constexpr bool literals_fit(data_type type) {
  bool fit = true;
  (
      [&] {
        if constexpr (is_deferred<H>) {
          if (data_type_of<typename H::literal::value_type>.is_floating() && !type.is_floating()) fit = false;
        }
      }(),
      ...);
  return fit;
}

template <class S, data_type::code Type, class... H>
struct misfit_literal {
  static consteval complaint explain() {
    complaint c{.what = diag::fault::literal_dtype, .type = S::op::info.type};
    (
        [&] {
          if constexpr (is_deferred<H>) c.dtypes[0] = data_type_of<typename H::literal::value_type>;
        }(),
        ...);
    c.dtypes[1] = {Type};
    return c;
  }
};

template <data_type::code Type, class H>
struct facts_beside {
  using type = typename H::facts;
};
template <class T, class Shape>
struct facts_of_literal;
template <class T, std::size_t... D>
struct facts_of_literal<T, dsl::shape_t<D...>> {
  using type = dsl::tensor_facts<T, D...>;
};
template <data_type::code Type, class V>
struct facts_beside<Type, literal_operand<V>> : facts_of_literal<element_t<Type>, typename V::shape_type> {};

template <>
struct outcome<manner::literals> {
  template <class S, class In, class Type, class Positions, class... H>
  struct fitting;

  template <class S, class In, data_type::code Type, std::size_t... P, class... H>
  struct fitting<S, In, std::integral_constant<data_type::code, Type>, std::index_sequence<P...>, H...> {
    using inferred = inference<typename S::op, typename S::options, typename facts_beside<Type, H>::type...>;
    static constexpr std::size_t literals = (literal_count<H> + ...);
    /// Ids of the operands: literals come right after the scope's beginning, in order.
    static consteval std::array<std::size_t, sizeof...(H)> identify() {
      std::size_t next = In::count + 1;
      return {(is_deferred<H> ? next++ : H::id)...};
    }
    static constexpr auto ids = identify();
    using event = applied<event_kind::apply_in_scope, S, inferred, ids[P]...>;
    static constexpr std::size_t id = In::count + 1 + literals;
    using result = typename inferred::made::template tensor<id>;
    using out = typename In::template next<fitting, id - In::count + 1>;

    static constexpr void put(recorder& r) {
      opened_op<S>::put(r);
      (
          [&] {
            if constexpr (is_deferred<H>) placed_literal<S, typename H::literal, Type, P>::put(r);
          }(),
          ...);
      event::put(r);
    }
    static constexpr void emit(recorder& r) { put(r); }
  };

  template <class S, class In, class... H>
  static consteval auto pick() {
    constexpr data_type type = type_beside_literals<H...>();
    if constexpr (!literals_fit<H...>(type)) {
      return std::type_identity<ending<complaint_event<S, misfit_literal<S, type.value, H...>>, In>>{};
    } else {
      using inferred = inference<typename S::op, typename S::options, typename facts_beside<type.value, H>::type...>;
      if constexpr (!inferred::ok) return std::type_identity<ending<complaint_event<S, inferred>, In>>{};
      else
        return std::type_identity<fitting<S, In, std::integral_constant<data_type::code, type.value>,
                                          std::index_sequence_for<H...>, H...>>{};
    }
  }
  template <class S, class In, class Unused, class... H>
  using of = typename decltype(pick<S, In, H...>())::type;
};

/// What the operands are, which decides how an operation is traced.
enum class operands_are : unsigned char { cut, tensors, others };

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
  using of = by<S, In, inference<typename S::op, typename S::options, typename H::facts...>, H...>;
};
template <>
struct application_over<operands_are::others> {
  template <class S, class In, class... H>
  using of = std::conditional_t<((dsl::is_tensor(H::result) || is_deferred<H>)&&...),
                                outcome<manner::literals>, outcome<manner::misfit>>::
      template of<S, In, no_tensors<S>, H...>;
};

/// S applied to operands whose results are H...: has result, out and emit.
template <class S, class In, class... H>
using application = typename application_over<In::is_cut                          ? operands_are::cut
                                              : (dsl::is_tensor(H::result) && ...) ? operands_are::tensors
                                                                                  : operands_are::others>::template of<S, In, H...>;

/// The operands from left to right, then the operation. Handles run nothing and cost nothing.
template <class S, class Args, class Env, class In>
struct apply_step;

template <class S, class A, class Env, class In>
struct apply_step<S, lists::list<A>, Env, In> {
  using a = typename In::template trace<typename deferred<A>::type, Env>;
  using applied = application<S, typename a::out, typename a::result>;
  using result = typename applied::result;
  using out = typename applied::out;
  static constexpr void emit(recorder& r) {
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
  static constexpr void emit(recorder& r) {
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
  static constexpr void emit(recorder& r) {
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
  using operands = trace_all<lists::list<typename deferred<A>::type, typename deferred<B>::type, typename deferred<C>::type,
                                         typename deferred<Rest>::type...>,
                             Env, In>;
  using applied = typename applied_to<S, typename operands::out, typename operands::results>::type;
  using result = typename applied::result;
  using out = typename applied::out;
  static constexpr void emit(recorder& r) {
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
template <class Op, class... H, class Env, class In>
struct call<dsl::op_function<Op>, lists::list<H...>, Env, In>
    : application<application_of<Op, dsl::option_list<>>, In, H...> {};

template <>
struct tracer<dsl::kind::minimize> {
  template <class S, class Loss>
  struct minimized {
    static consteval diag::fault check() {
      if constexpr (!dsl::is_tensor_handle<Loss>) return diag::fault::not_a_tensor;
      else if constexpr (Loss::rank() != 0) return diag::fault::loss_not_scalar;
      else return Loss::dtype().is_floating() ? diag::fault::none : diag::fault::no_gradient;
    }
    static consteval complaint explain() {
      complaint c{.what = check(), .type = "minimize"};
      if constexpr (dsl::is_tensor_handle<Loss>) {
        c.shapes[0] = extents_for<typename Loss::shape_type>;
        c.dtypes[0] = Loss::dtype();
      }
      return c;
    }
    static constexpr complaint why = explain();

    static constexpr void put(recorder& r) {
      if constexpr (check() == diag::fault::none) {
        event& e = r.add(event_kind::minimize);
        e.name = S::optimizer::info.name;
        e.optimizer = &S::optimizer::info;
        e.dtype = Loss::dtype();
        e.shape = &extents_of<>;
        e.arg_count = 1;
        e.args = {Loss::id, no_id};
      } else {
        event& e = r.add(event_kind::fault);
        e.name = S::optimizer::info.name;
        e.why = &why;
      }
    }
  };

  template <class S, class Loss, class In>
  static consteval auto pick() {
    if constexpr (In::is_cut) return std::type_identity<skipped<In>>{};
    else if constexpr (minimized<S, Loss>::check() != diag::fault::none) {
      return std::type_identity<ending<minimized<S, Loss>, In>>{};
    } else {
      return std::type_identity<
          happening<minimized<S, Loss>, dsl::operation_handle<In::count, typename Loss::value_type>, In>>{};
    }
  }
  template <class S, class Env, class In>
  struct step {
    using loss = typename In::template trace<typename S::loss, Env>;
    using update = typename decltype(pick<S, typename loss::result, typename loss::out>())::type;
    using result = typename update::result;
    using out = typename update::out;
    static constexpr void emit(recorder& r) {
      loss::emit(r);
      update::emit(r);
    }
  };
};

}  // namespace xscope::tracing
