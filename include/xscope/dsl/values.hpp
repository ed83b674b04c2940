// SPDX-License-Identifier: BSD-3-Clause
// Literals: value<2.0f> is a scalar, values<1, 2, 3> a vector; 2.0_c is value<2.0>.
// As an operand a literal takes the element type of the tensor beside it, as Python's numbers do.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "../lists/all.hpp"
#include "../naming/dtype.hpp"
#include "../naming/extents.hpp"
#include "../naming/optional_ref.hpp"
#include "options.hpp"
#include "statement.hpp"

namespace xscope {

namespace dsl {

/// A number as written, exact for all element types.
struct number {
  double real;
  std::int64_t integer;

  number() = default;
  template <class T>
  constexpr explicit number(T written) : real(static_cast<double>(written)), integer(whole(written)) {}

 private:
  /// 0 for what no integer holds: only floating-point elements are made of it.
  template <class T>
  static constexpr std::int64_t whole(T written) {
    constexpr double limit = 9223372036854775808.0;
    const double as_double = static_cast<double>(written);
    if (std::is_integral_v<T> || (as_double >= -limit && as_double < limit)) {
      return static_cast<std::int64_t>(written);
    }
    return 0;
  }
};

template <auto... V>
struct first_type {
  using type = float;
};
template <auto First, auto... Rest>
struct first_type<First, Rest...> {
  using type = std::remove_cv_t<decltype(First)>;
};

template <auto... V>
struct numbers {
  static constexpr number data[sizeof...(V) + 1]{number{V}..., number{}};
};

template <auto V>
struct value_t : statement {
  static constexpr kind statement_kind = kind::literal;
  static constexpr option id = option::value;
  using value_type = std::remove_cv_t<decltype(V)>;
  using shape_type = shape_t<>;
  static constexpr const number* data() { return numbers<V>::data; }
};

template <auto... V>
struct values_t : statement {
  static constexpr option id = option::value;
  using value_type = typename first_type<V...>::type;
  static constexpr found_fault fault{lists::all<std::same_as<std::remove_cv_t<decltype(V)>, value_type>...>
                                         ? diag::fault::none
                                         : diag::fault::values_of_types};
  static constexpr kind statement_kind = kind_unless(fault, kind::literal);
  static constexpr const char* callee = "values";
  static constexpr naming::optional_ref<naming::literal> text() { return nullptr; }
  using shape_type = shape_t<sizeof...(V)>;
  static constexpr const number* data() { return numbers<V...>::data; }
};

/// Values in a shape.
template <class Shape, auto... V>
struct tensor_of_t;
template <std::size_t... D, auto... V>
struct tensor_of_t<shape_t<D...>, V...> : values_t<V...> {
  static_assert(sizeof...(V) == (D * ... * std::size_t{1}), "tensor_of: as many values as the shape holds");
  using shape_type = shape_t<D...>;
};

/// A std::array, perhaps of arrays, as values in its shape.
template <class A>
struct array_traits {
  using element = A;
  using shape = shape_t<>;
};
template <class A, std::size_t N>
struct array_traits<std::array<A, N>> {
  using element = typename array_traits<A>::element;
  template <class Inner>
  struct outer;
  template <std::size_t... D>
  struct outer<shape_t<D...>> {
    using type = shape_t<N, D...>;
  };
  using shape = typename outer<typename array_traits<A>::shape>::type;
};
template <class A>
constexpr number* write_numbers(number* to, const A& from) {
  if constexpr (array_traits<A>::shape::rank == 0) {
    *to = number{from};
    return to + 1;
  } else {
    for (const auto& one : from) to = write_numbers(to, one);
    return to;
  }
}
/// Computed::value() is an array or a number.
template <class Computed>
struct computed_values : statement {
  static constexpr kind statement_kind = kind::literal;
  static constexpr option id = option::value;
  using traits = array_traits<std::remove_cvref_t<decltype(Computed::value())>>;
  using value_type = typename traits::element;
  using shape_type = typename traits::shape;
  struct table {
    number all[shape_type::value().elements() + 1]{};
  };
  static constexpr table numbers_table = [] {
    table out;
    write_numbers(out.all, Computed::value());
    return out;
  }();
  static constexpr const number* data() { return numbers_table.all; }
};
/// A number or an array as it stands: TensorFlow converts it itself, which makes a constant of its own where
/// a dtype is asked for too. A value<...> is a tensor already.
template <class Literal>
struct bare : Literal {
  static constexpr bool is_bare = true;
};

template <auto A>
struct computed_constant {
  static constexpr auto value() { return A; }
};

template <auto Init>
  requires std::is_arithmetic_v<std::remove_cv_t<decltype(Init)>>
struct initializer_from<Init> {
  using type = bare<value_t<Init>>;
};
template <auto Init>
  requires(array_traits<std::remove_cv_t<decltype(Init)>>::shape::rank > 0)
struct initializer_from<Init> {
  using type = bare<computed_values<computed_constant<Init>>>;
};

template <class T>
concept is_literal = is_statement<T> && T::statement_kind == kind::literal;

/// Digits of a literal such as 2.5_c or 1e-3_c, read at compile time.
template <char... C>
consteval auto parse_number() {
  constexpr char text[] = {C..., '\0'};
  constexpr bool is_real = lists::any<(C == '.' || C == 'e' || C == 'E')...>;
  if constexpr (is_real) {
    double mantissa = 0;
    int exponent = 0;
    bool after_point = false;
    std::size_t i = 0;
    for (; text[i] != '\0' && text[i] != 'e' && text[i] != 'E'; ++i) {
      if (text[i] == '.') after_point = true;
      else if (text[i] != '\'') {
        mantissa = mantissa * 10 + (text[i] - '0');
        exponent -= after_point ? 1 : 0;
      }
    }
    if (text[i] != '\0') {
      ++i;
      const bool minus = text[i] == '-';
      if (text[i] == '-' || text[i] == '+') ++i;
      int written = 0;
      for (; text[i] != '\0'; ++i) written = written * 10 + (text[i] - '0');
      exponent += minus ? -written : written;
    }
    // One division keeps short decimals exactly rounded, as the compiler's own literals are.
    double scale = 1;
    for (int k = exponent < 0 ? -exponent : exponent; k > 0; --k) scale *= 10;
    return exponent < 0 ? mantissa / scale : mantissa * scale;
  } else {
    int whole = 0;
    for (const char c : text) {
      if (c >= '0' && c <= '9') whole = whole * 10 + (c - '0');
    }
    return whole;
  }
}

}  // namespace dsl

/// A literal of rank 0: `value<2.0f>`.
template <auto V>
inline constexpr dsl::value_t<V> value{};

/// A literal of rank 1: `values<1, 2, 3>`; `values<>` is float with no elements.
template <auto... V>
inline constexpr dsl::values_t<V...> values{};

/// Values in a shape, as a constant or an initializer: `tensor_of<shape<2, 2>, 1, 2, 3, 4>`.
template <auto Shape, auto... V>
inline constexpr dsl::tensor_of_t<std::remove_cv_t<decltype(Shape)>, V...> tensor_of{};

namespace literals {

/// A literal operand: `x * 2.0_c`.
template <char... C>
constexpr auto operator""_c() {
  return dsl::value_t<dsl::parse_number<C...>()>{};
}

}  // namespace literals
}  // namespace xscope
