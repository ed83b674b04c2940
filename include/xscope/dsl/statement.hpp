// SPDX-License-Identifier: BSD-3-Clause
// What every statement of a program is: an empty type that says what kind it is. The operators that
// build statements from statements live here, as friends of a base that is no template, so that they
// are found for all statements and instantiated for none but those that use them.
#pragma once

#include <concepts>
#include <cstddef>
#include <type_traits>

#include "../diag/fault.hpp"
#include "../lists/all.hpp"
#include "../naming/extents.hpp"
#include "op_name.hpp"

namespace xscope {

namespace ops {
struct add;
struct subtract;
struct multiply;
struct divide;
struct negative;
struct less;
struct less_equal;
struct greater;
struct greater_equal;
}  // namespace ops

namespace dsl {

/// The kinds of statement; `trace` has one rule for each.
enum class kind {
  handle,
  literal,
  placeholder,
  get_variable,
  variable,
  constant,
  current_scope,
  current_name_scope,
  set_scope,
  apply,
  seq,
  let,
  pipe,
  pack,
  scoped,
  scoped_call,
  as,
  minimize,
  get_through,
  as_tensor,
  add_to_collection,
  get_collection,
  creator_scope,
  make_template,
  call_template,
  template_listing,
  arg_scope,
  arg_scoped_call,
  unique_name,
  create_op,
  apply_op,
  read_property,
  resource_default,
  store_get_variable,
  sum_collection,
  gradients,
  compute_gradients,
  gradient_list,
  apply_gradients,
  group,
  control,
  fault
};

/// What a statement gives to the statements after it.
enum class result_kind : unsigned char {
  nothing,
  tensor,
  variable,
  partitioned,
  operation,
  scope,
  name_scope,
  scope_text,
  listing,
  property,
  template_,
  arg_scope,
  gradient_list,
  pack
};

struct statement;

// The builtin, not std::derived_from: this is asked of every operand of every operation.
template <class T>
concept is_statement = __is_base_of(statement, T);

/// Whether all of them are statements.
template <class... T>
consteval bool are_statements() {
  return lists::all<__is_base_of(statement, T)...>;
}

/// A callable in the place of a statement: a layer.
template <class T>
concept is_layer = __is_class(T) && !__is_base_of(statement, T);

/// What kinds of layers there are. By empty bases: that is what the compilers tell fastest of a type.
enum class layer_kind : unsigned char { callable, operation, scoped };
struct operation_layer {};
struct layer_in_scope {};

template <auto... Options>
struct option_list;

template <class Op, class Options, class... Args>
struct apply_t;

template <class X, class... Layers>
struct pipe_t;

template <class X>
struct pipe_head {
  template <class Layer>
  using with = pipe_t<X, Layer>;
};
/// A chain of pipes is a flat type, up to so many layers: those behind them are another chain, which begins
/// with this one. Without that n pipes would be n types of up to n parts.
inline constexpr std::size_t longest_pipe = 32;
template <class X, class... Layers>
  requires(sizeof...(Layers) < longest_pipe)
struct pipe_head<pipe_t<X, Layers...>> {
  template <class Layer>
  using with = pipe_t<X, Layers..., Layer>;
};

/// A number of C++, which has no place in a program: of what a function is called with only the type is
/// known.
template <class T>
inline constexpr bool is_number = std::is_arithmetic_v<T> || std::is_enum_v<T>;

template <diag::fault What>
struct faulty;
/// What is wrong with arguments of which some are no statements; Otherwise, where none is of another kind. (A
/// faulty is defined later.)
template <diag::fault Otherwise, class... X>
inline constexpr diag::fault fault_beside =
    lists::any<is_number<X>...> ? diag::fault::number_in_program : Otherwise;
/// What is said of a value of C++ beside a statement: `x + 1`, `x + "a"`.
template <class... X>
using faulty_beside = faulty<fault_beside<diag::fault::not_a_statement, X...>>;

// Statements are classes, numbers are not. One of both must be a statement: argument-dependent lookup finds
// these operators for all types that name a program somewhere, iterators over sessions among them.
template <class A, class B>
concept stands_beside_a_value =
    (!__is_class(A) || !__is_class(B)) && (__is_base_of(statement, A) || __is_base_of(statement, B));

/// A number that nobody knows, whatever is computed with it: it tells whoever makes a shape of it.
struct no_number {
  constexpr no_number operator()() const { return {}; }
  constexpr operator std::size_t() const { return of_no_tensor; }
  // By templates: they fit better than what the compiler does with the conversion.
  template <class A, class B>
    requires(__is_same(A, no_number) || __is_same(B, no_number))
  friend constexpr no_number operator+(A, B) {
    return {};
  }
  template <class A, class B>
    requires(__is_same(A, no_number) || __is_same(B, no_number))
  friend constexpr no_number operator-(A, B) {
    return {};
  }
  template <class A, class B>
    requires(__is_same(A, no_number) || __is_same(B, no_number))
  friend constexpr no_number operator*(A, B) {
    return {};
  }
  template <class A, class B>
    requires(__is_same(A, no_number) || __is_same(B, no_number))
  friend constexpr no_number operator/(A, B) {
    return {};
  }
};
/// The shape of what has none.
struct no_shape {
  constexpr no_shape operator()() const { return {}; }
  template <class I>
  constexpr no_number operator[](I) const {
    return {};
  }
  constexpr no_number front() const { return {}; }
  constexpr no_number back() const { return {}; }
};

/// An empty base: being a statement costs no state.
struct statement {
  // Handles of tensors know these, statements do not before they run.
  static constexpr no_shape shape{};
  static constexpr no_number rank{};
  static constexpr no_number size{};

  // The operators carry TensorFlow's names for them, which differ from the functions' ("mul", not "Mul").
  template <is_statement A, is_statement B>
  friend constexpr apply_t<ops::add, option_list<op_name_t<"add">{}>, A, B> operator+(A, B) {
    return {};
  }
  template <is_statement A, is_statement B>
  friend constexpr apply_t<ops::subtract, option_list<op_name_t<"sub">{}>, A, B> operator-(A, B) {
    return {};
  }
  template <is_statement A, is_statement B>
  friend constexpr apply_t<ops::multiply, option_list<op_name_t<"mul">{}>, A, B> operator*(A, B) {
    return {};
  }
  template <is_statement A, is_statement B>
  friend constexpr apply_t<ops::divide, option_list<op_name_t<"truediv">{}>, A, B> operator/(A, B) {
    return {};
  }
  template <is_statement A>
  friend constexpr apply_t<ops::negative, option_list<>, A> operator-(A) {
    return {};
  }
  template <is_statement A, is_statement B>
  friend constexpr apply_t<ops::less, option_list<>, A, B> operator<(A, B) {
    return {};
  }
  template <is_statement A, is_statement B>
  friend constexpr apply_t<ops::less_equal, option_list<>, A, B> operator<=(A, B) {
    return {};
  }
  template <is_statement A, is_statement B>
  friend constexpr apply_t<ops::greater, option_list<>, A, B> operator>(A, B) {
    return {};
  }
  template <is_statement A, is_statement B>
  friend constexpr apply_t<ops::greater_equal, option_list<>, A, B> operator>=(A, B) {
    return {};
  }

  template <class A, class B>
    requires stands_beside_a_value<A, B>
  friend constexpr faulty_beside<A, B> operator+(A, B) {
    return {};
  }
  template <class A, class B>
    requires stands_beside_a_value<A, B>
  friend constexpr faulty_beside<A, B> operator-(A, B) {
    return {};
  }
  template <class A, class B>
    requires stands_beside_a_value<A, B>
  friend constexpr faulty_beside<A, B> operator*(A, B) {
    return {};
  }
  template <class A, class B>
    requires stands_beside_a_value<A, B>
  friend constexpr faulty_beside<A, B> operator/(A, B) {
    return {};
  }
  template <class A, class B>
    requires stands_beside_a_value<A, B>
  friend constexpr faulty_beside<A, B> operator<(A, B) {
    return {};
  }
  template <class A, class B>
    requires stands_beside_a_value<A, B>
  friend constexpr faulty_beside<A, B> operator<=(A, B) {
    return {};
  }
  template <class A, class B>
    requires stands_beside_a_value<A, B>
  friend constexpr faulty_beside<A, B> operator>(A, B) {
    return {};
  }
  template <class A, class B>
    requires stands_beside_a_value<A, B>
  friend constexpr faulty_beside<A, B> operator>=(A, B) {
    return {};
  }

  /// `x | layer`: runs x and gives its result to the layer.
  template <is_statement X, is_layer Layer>
  friend constexpr typename pipe_head<X>::template with<Layer> operator|(X, Layer) {
    return {};
  }
  template <is_statement X, class Other>
    requires(!is_layer<Other>)
  friend constexpr faulty<fault_beside<diag::fault::not_a_layer, X>> operator|(X, Other) {
    return {};
  }
};

}  // namespace dsl
}  // namespace xscope
