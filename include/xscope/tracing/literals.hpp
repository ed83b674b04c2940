// SPDX-License-Identifier: BSD-3-Clause
// Operations with literal operands: x * 2.0_c. As in TensorFlow the operation opens a name scope, and each
// literal is a constant in it, named as the operand ("mul/y"), with the element type of the tensor beside it.
#pragma once

#include <array>
#include <utility>

#include "applied.hpp"

namespace xscope::tracing {

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

/// A literal operand as a constant in the operation's scope, named as the operand: "mul/y".
template <class S, class V, data_type::code Type, std::size_t Position>
struct placed_literal {
  static constexpr naming::literal name = naming::describe(
      S::op::info.operands[Position < S::op::info.arity() ? Position : S::op::info.arity() - 1]);
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::constant);
    e.name = &name;
    e.dtype = {Type};
    e.shape = extents_for<typename V::shape_type>;
    e.data = V::data();
    e.data_size = e.shape->elements();
  }
};

template <class H>
constexpr std::size_t literal_count = is_deferred<H> ? 1 : 0;

/// The element type that the literals take: that of the first tensor which shares it, or their own.
template <class S, class... H>
constexpr data_type type_beside_literals() {
  data_type own{};
  data_type found{};
  std::size_t position = 0;
  (
      [&] {
        if constexpr (is_deferred<H>) {
          if (own == data_type{}) {
            own = data_type_of<typename H::literal::value_type>;
            if (own == data_type_of<double>) own = data_type_of<float>;
          }
        } else if (found == data_type{} && position >= S::op::info.of_own_type) {
          found = H::dtype();
        }
        ++position;
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
struct faulty_literal {
  static consteval diag::evidence make_evidence() {
    diag::evidence c{.what = diag::fault::literal_dtype, .call = S::op::info.type};
    (
        [&] {
          if constexpr (is_deferred<H>) c.dtype = data_type_of<typename H::literal::value_type>;
        }(),
        ...);
    c.other_dtype = {Type};
    return c;
  }
};

template <data_type::code Type, class H>
struct spec_beside {
  using type = typename H::spec;
};
template <class T, class Shape>
struct spec_of_literal;
template <class T, std::size_t... D>
struct spec_of_literal<T, dsl::shape_t<D...>> {
  using type = dsl::tensor_spec<T, D...>;
};
template <data_type::code Type, class V>
struct spec_beside<Type, literal_operand<V>> : spec_of_literal<element_t<Type>, typename V::shape_type> {};

template <>
struct outcome<manner::literals> {
  template <class S, class In, class Type, class Positions, class... H>
  struct fitting;

  template <class S, class In, data_type::code Type, std::size_t... P, class... H>
  struct fitting<S, In, std::integral_constant<data_type::code, Type>, std::index_sequence<P...>, H...> {
    using inferred = inference<typename S::op, typename S::options, typename spec_beside<Type, H>::type...>;
    static constexpr std::size_t literals = [] {
      std::size_t n = 0;
      for (const std::size_t of_one : {literal_count<H>...}) n += of_one;
      return n;
    }();
    /// Ids of the operands: literals come right after the scope's beginning, in order.
    static consteval std::array<std::size_t, sizeof...(H)> identify() {
      std::size_t next = In::count + 1;
      return {(is_deferred<H> ? next++ : H::id)...};
    }
    static constexpr auto ids = identify();
    using event = applied<event_kind::apply_in_scope, S, inferred, ids[P]...>;
    static constexpr std::size_t id = In::count + 1 + literals;
    using result = typename inferred::made::template tensor<id>;
    using out = typename In::template next<fitting, id - In::count + event::events>;

    static constexpr void place(placer& r) {
      r.put<opened_op<S>>();
      (
          [&] {
            if constexpr (is_deferred<H>) r.put<placed_literal<S, typename H::literal, Type, P>>();
          }(),
          ...);
      event::place(r);
    }
    static constexpr void emit(placer& r) { place(r); }
  };

  template <class S, class In, class... H>
  static consteval auto pick() {
    constexpr data_type type = type_beside_literals<S, H...>();
    if constexpr (!literals_fit<H...>(type)) {
      return std::type_identity<ending<application_fault<S, faulty_literal<S, type.value, H...>>, In>>{};
    } else {
      using inferred =
          inference<typename S::op, typename S::options, typename spec_beside<type.value, H>::type...>;
      if constexpr (S::op::info.results.there)
        return std::type_identity<ending<application_fault<S, no_tensors<S>>, In>>{};
      else if constexpr (!inferred::ok)
        return std::type_identity<ending<application_fault<S, inferred>, In>>{};
      else
        return std::type_identity<fitting<S, In, std::integral_constant<data_type::code, type.value>,
                                          std::index_sequence_for<H...>, H...>>{};
    }
  }
  template <class S, class In, class Unused, class... H>
  using of = typename decltype(pick<S, In, H...>())::type;
};

}  // namespace xscope::tracing
