// SPDX-License-Identifier: BSD-3-Clause
// What an initializer becomes for a variable: a constant and a distribution stay what they are, a callable is
// called, with shape and dtype where they are known, or without arguments, and then decides both.
#pragma once

#include "../dsl/partitions.hpp"
#include "leaves.hpp"

namespace xscope::tracing {

template <class Init>
inline constexpr bool is_constant = dsl::is_literal<Init>;

/// Stands for an initializer that cannot be called.
struct no_initializer {
  static constexpr dsl::initializer_info info() { return {}; }
};

/// The values of a constant, arranged as it arranges them.
template <class Constant>
struct values_of_constant : dsl::statement {
  static constexpr dsl::kind statement_kind = dsl::kind::literal;
  static constexpr option id = option::value;
  using options = typename Constant::options;
  using given = typename options::template get<option::value, dsl::values_t<>>;
  using value_type = dtype_option<options, typename given::value_type>;
  using shape_type = typename options::template get<option::shape, typename given::shape_type>;
  struct table {
    dsl::number all[shape_type::value().elements() + 1]{};
  };
  static constexpr table numbers = [] {
    table out;
    const std::size_t values = given::shape_type::value().elements();
    for (std::size_t i = 0; values > 0 && i < shape_type::value().elements(); ++i) {
      out.all[i] = given::data()[i < values ? i : values - 1];
    }
    return out;
  }();
  static constexpr const dsl::number* data() { return numbers.all; }
};

template <class T>
concept is_constant_statement = dsl::is_statement<T> && T::statement_kind == dsl::kind::constant;

template <class Init>
struct without_operation {
  using type = Init;
};
template <is_constant_statement Init>
struct without_operation<Init> {
  using type = values_of_constant<Init>;
};

/// The result of calling Call::value(): an initializer, literals, a constant, or numbers. Nothing else is a
/// value.
template <class Call>
struct result_of_call {
  using value = std::remove_cvref_t<decltype(Call::value())>;
  static consteval auto pick() {
    if constexpr (dsl::is_literal<value> || dsl::is_callable_initializer<value>) {
      return std::type_identity<value>{};
    } else if constexpr (is_constant_statement<value>) {
      return std::type_identity<values_of_constant<value>>{};
    } else if constexpr (!std::is_arithmetic_v<typename dsl::array_traits<value>::element>) {
      return std::type_identity<no_initializer>{};
    } else {
      return std::type_identity<dsl::computed_values<Call>>{};
    }
  }
  using type = typename decltype(pick())::type;
};

template <class F, class Shape, class T, class Slice>
struct call_with_partition_info {
  static constexpr auto value() { return F{}(Shape{}, dsl::dtype_t<T>{}, Slice::info()); }
};
template <class F, class Shape, class T>
struct call_with_shape {
  static constexpr auto value() { return F{}(Shape{}, dsl::dtype_t<T>{}); }
};
template <class F>
struct call_without_arguments {
  static constexpr auto value() { return F{}(); }
};

/// What an initializer is told of a variable that is no slice: it is the whole.
template <class Shape>
struct whole;
template <std::size_t... D>
struct whole<dsl::shape_t<D...>> {
  static constexpr partition_info<sizeof...(D)> info() {
    return {std::array<std::size_t, sizeof...(D)>{D...}, std::array<std::size_t, sizeof...(D)>{}};
  }
};

/// Init for a variable of shape Shape (or no_option) and type T; Slice has info() for a slice, or is void.
template <class Init, class T, class Shape, class Slice>
struct made_initializer {
  static constexpr bool known = is_known_shape<Shape>;
  static consteval auto pick() {
    if constexpr (std::same_as<Init, dsl::no_option> || dsl::is_literal<Init> ||
                  dsl::is_callable_initializer<Init>) {
      return std::type_identity<Init>{};
    } else if constexpr (!__is_class(Init) || dsl::is_statement<Init>) {
      return std::type_identity<no_initializer>{};
    } else if constexpr (known) {
      if constexpr (!std::is_void_v<Slice>) {
        if constexpr (requires(Init f) { f(Shape{}, dsl::dtype_t<T>{}, Slice::info()); }) {
          return result_of_call<call_with_partition_info<Init, Shape, T, Slice>>{};
        } else {
          return made_initializer<Init, T, Shape, void>::pick();
        }
      } else if constexpr (requires(Init f) { f(Shape{}, dsl::dtype_t<T>{}); }) {
        return result_of_call<call_with_shape<Init, Shape, T>>{};
      } else if constexpr (requires(Init f) { f(Shape{}, dsl::dtype_t<T>{}, whole<Shape>::info()); }) {
        return result_of_call<call_with_partition_info<Init, Shape, T, whole<Shape>>>{};
      } else if constexpr (requires(Init f) { f(); }) {
        return result_of_call<call_without_arguments<Init>>{};
      } else {
        return std::type_identity<no_initializer>{};
      }
    } else if constexpr (requires(Init f) { f(); }) {
      return result_of_call<call_without_arguments<Init>>{};
    } else {
      return std::type_identity<no_initializer>{};
    }
  }
  using type = typename decltype(pick())::type;
  /// Whether shape and element type are the initializer's own.
  static constexpr bool decides = dsl::is_literal<type> && (dsl::is_literal<Init> || !known);
  /// Whether Init is a callable that needs arguments, and there are none to give.
  static constexpr bool fails = std::same_as<type, no_initializer>;
};

// What most variables have.
template <class T, class Shape, class Slice>
struct made_initializer<dsl::no_option, T, Shape, Slice> {
  using type = dsl::no_option;
  static constexpr bool decides = false;
  static constexpr bool fails = false;
};

}  // namespace xscope::tracing
