// SPDX-License-Identifier: BSD-3-Clause
// Options of scopes, variables and operations: keyword arguments as empty values, in any order.
//   get_variable<"v", shape<3>, trainable<false>>    reduce_mean(x, axis<1>, keepdims)
#pragma once

#include <climits>
#include <cstddef>
#include <cstdint>

#include "../naming/dtype.hpp"
#include "../naming/extents.hpp"
#include "../naming/literal.hpp"
#include "faulty.hpp"
#include "statement.hpp"

namespace xscope {

namespace dsl {

/// Python's None: no name, no value.
struct none_t {};

/// A text as a value, to be handed to a layer and used as a name there.
template <fixed_string Text>
struct text_t : statement {
  static constexpr kind statement_kind = kind::handle;
  static constexpr std::size_t id = static_cast<std::size_t>(-1);
  static constexpr result_kind result = result_kind::nothing;
  static constexpr auto literal = Text;
  static constexpr std::string_view view() { return Text.view(); }
  static constexpr const naming::literal* text() { return &naming::literal_of<Text>; }
};

enum class reuse_mode : unsigned char { inherit, no, yes, automatic };

template <std::size_t... D>
struct shape_t {
  static constexpr option id = option::shape;
  static constexpr std::size_t dims[sizeof...(D) + 1]{D..., 0};
  static constexpr std::size_t rank = sizeof...(D);
  static constexpr extents value() {
    if constexpr (sizeof...(D) == 0) return {};
    else return extents{D...};
  }
  constexpr std::size_t size() const { return rank; }
  constexpr std::size_t operator[](std::size_t i) const { return dims[i]; }
  constexpr const std::size_t* begin() const { return dims; }
  constexpr const std::size_t* end() const { return dims + rank; }
};

/// In the place of a shape that cannot be.
template <diag::fault What>
struct bad_shape : shape_t<> {
  static constexpr found_fault fault{What};
};

/// What is wrong with a dimension.
template <class T>
constexpr diag::fault fault_of_dimension(T d) {
  if constexpr (std::is_same_v<T, no_number>) return diag::fault::dimension_of_no_tensor;
  else if constexpr (!std::is_integral_v<T>) return diag::fault::dimension_not_whole;
  else if constexpr (std::is_signed_v<T>) return d < 0 ? diag::fault::dimension_negative : diag::fault::none;
  else
    return d == beyond_rank    ? diag::fault::dimension_beyond
           : d == of_no_tensor ? diag::fault::dimension_of_no_tensor
                               : diag::fault::none;
}
template <auto... D>
constexpr diag::fault fault_of_dimensions() {
  for (const diag::fault what : {diag::fault::none, fault_of_dimension(D)...}) {
    if (what != diag::fault::none) return what;
  }
  return diag::fault::none;
}
template <auto... D>
consteval auto make_shape() {
  constexpr diag::fault what = fault_of_dimensions<D...>();
  if constexpr (what == diag::fault::none) return shape_t<D...>{};
  else return bad_shape<what>{};
}

template <element T>
struct dtype_t {
  static constexpr option id = option::dtype;
  using type = T;
  friend constexpr bool operator==(data_type a, dtype_t) { return a == data_type_of<T>; }
};

template <class Init>
struct initializer_t {
  static constexpr option id = option::initializer;
  using type = Init;
};

/// The type that stands for an initializer: its own, but for numbers and arrays (dsl/values.hpp).
template <auto Init>
struct initializer_from {
  using type = std::remove_cv_t<decltype(Init)>;
};

template <bool On>
struct trainable_t {
  static constexpr option id = option::trainable;
  static constexpr bool on = On;
};

template <reuse_mode Mode>
struct reuse_t {
  static constexpr option id = option::reuse;
  static constexpr reuse_mode mode = Mode;
};

template <bool On>
struct auxiliary_name_scope_t {
  static constexpr option id = option::auxiliary_name_scope;
  static constexpr bool on = On;
};

/// What is no truth value.
struct bad_auxiliary_name_scope {
  static constexpr option id = option::auxiliary_name_scope;
  static constexpr bool on = true;
};
template <auto On>
struct auxiliary_option {
  using type = bad_auxiliary_name_scope;
};
template <bool On>
struct auxiliary_option<On> {
  using type = auxiliary_name_scope_t<On>;
};

/// What is no text, in the place of a default name.
template <class T>
struct bad_default_name {
  static constexpr option id = option::default_name;
  static constexpr const naming::literal* text() { return &naming::literal_of<"">; }
};
/// name_scope(None, values=[...]): no name, where one is needed.
struct with_values_t {
  static constexpr option id = option::with_values;
};

template <fixed_string Text>
struct default_name_t {
  static constexpr option id = option::default_name;
  static constexpr auto value = Text;
  static constexpr const naming::literal* text() { return &naming::literal_of<Text>; }
};

template <int... Axes>
struct axis_t {
  static_assert(sizeof...(Axes) <= max_rank, "an attribute holds at most eight numbers");
  static constexpr option id = option::axis;
  static constexpr int axes[sizeof...(Axes) + 1]{Axes..., 0};
  static constexpr std::size_t size = sizeof...(Axes);
};

template <int... Axes>
struct perm_t : axis_t<Axes...> {
  static constexpr option id = option::perm;
};

/// Two numbers for each axis.
template <std::size_t... N>
struct paddings_t {
  static_assert(sizeof...(N) <= 2 * max_rank, "an attribute holds at most eight numbers, or pairs");
  static_assert(sizeof...(N) % 2 == 0,
                "paddings: two numbers for each axis, how much before and how much behind");
  static constexpr option id = option::paddings;
  static constexpr std::size_t size = sizeof...(N) / 2;
  static constexpr std::size_t all[sizeof...(N) + 1]{N..., 0};
  static_assert(((N <= std::size_t(INT_MAX)) && ...), "paddings: at most 2^31 - 1 zeros stand on a side");
};

/// A shape, or the part of one, under another name.
template <option Id, std::size_t... N>
struct numbers_t {
  static_assert(sizeof...(N) <= max_rank, "an attribute holds at most eight numbers");
  static constexpr option id = Id;
  static constexpr extents value() { return shape_t<N...>::value(); }
};

template <int... N>
struct begin_t : axis_t<N...> {
  static constexpr option id = option::begin;
};

/// What happens at the borders of an image: the window stays inside, or zeros stand around it.
enum class padding_kind : unsigned char { not_given, valid, same };

constexpr padding_kind padding_named(std::string_view text) {
  return text == "SAME"    ? padding_kind::same
         : text == "VALID" ? padding_kind::valid
                           : padding_kind::not_given;
}

template <padding_kind Kind>
struct padding_t {
  static_assert(Kind != padding_kind::not_given, "padding: \"SAME\" or \"VALID\"");
  static constexpr option id = option::padding;
  static constexpr padding_kind kind = Kind;
};

template <auto Alpha>
struct alpha_t {
  static constexpr option id = option::alpha;
  static constexpr double value = static_cast<double>(Alpha);
};

template <option Id>
struct flag_t {
  static constexpr option id = Id;
};

template <class T>
concept is_option = !__is_base_of(statement, T) && requires {
  { T::id } -> std::convertible_to<option>;
};

/// The options that were given; `get<Id, Default>` is the type of the one of that kind.
template <option Id, class Default, class... O>
struct find_option {
  using type = Default;
};
// As deep as there are options: a handful.
template <option Id, class Default, class O, class... Rest>
  requires(O::id == Id)
struct find_option<Id, Default, O, Rest...> {
  using type = O;
};
template <option Id, class Default, class O, class... Rest>
  requires(O::id != Id)
struct find_option<Id, Default, O, Rest...> : find_option<Id, Default, Rest...> {};

struct no_option {};

/// The kind of an option; `nothing` where a number, a text, a statement or a function stands in the place of
/// one.
template <class T>
inline constexpr option option_of = option::nothing;
template <class T>
  requires requires {
    { T::id } -> std::convertible_to<option>;
  }
inline constexpr option option_of<T> = T::id;

template <auto... Options>
struct option_list {
  template <option Id, class Default = no_option>
  using get = typename find_option<Id, Default, std::remove_cv_t<decltype(Options)>...>::type;
  template <option Id>
  static constexpr bool has = ((option_of<std::remove_cv_t<decltype(Options)>> == Id) || ...);
  static constexpr option_set kinds{option_of<std::remove_cv_t<decltype(Options)>>...};
  static constexpr std::size_t size = sizeof...(Options);
  /// What is wrong with one of them as it was made.
  static constexpr found_fault fault = [] {
    for (const found_fault one : {found_fault{}, own_fault<std::remove_cv_t<decltype(Options)>>...}) {
      if (!one.none()) return one;
    }
    return found_fault{};
  }();
};

}  // namespace dsl

/// No name (Python's None).
inline constexpr dsl::none_t none{};

/// A text as a value: `layer(x, text<"hidden">)`.
template <fixed_string Text>
inline constexpr dsl::text_t<Text> text{};

/// A tensor's shape: `shape<2, 3>`; `shape<>` is a scalar.
template <auto... D>
inline constexpr auto shape = dsl::make_shape<D...>();

/// A tensor's element type: `dtype<float>`.
template <element T>
inline constexpr dsl::dtype_t<T> dtype{};

/// How a variable gets its first value; for a scope, the default for its variables (tf: initializer=).
template <auto Init>
inline constexpr dsl::initializer_t<typename dsl::initializer_from<Init>::type> initializer{};

/// Whether optimizers change the variable (tf: trainable=).
template <bool On>
inline constexpr dsl::trainable_t<On> trainable{};

/// The scope's variables must exist already (tf: reuse=True).
inline constexpr dsl::reuse_t<dsl::reuse_mode::yes> reuse{};
/// As the surrounding scope says (tf: reuse=False, which inherits).
inline constexpr dsl::reuse_t<dsl::reuse_mode::inherit> no_reuse{};
/// Variables are created at first and shared afterwards (tf: reuse=tf.AUTO_REUSE).
inline constexpr dsl::reuse_t<dsl::reuse_mode::automatic> auto_reuse{};

/// Whether opening the variable scope opens a name scope too (tf: auxiliary_name_scope=).
template <auto On>
inline constexpr typename dsl::auxiliary_option<On>::type auxiliary_name_scope{};

/// The name that is made unique where the scope's own name is `none` (tf: default_name=).
template <fixed_string Text>
inline constexpr dsl::default_name_t<Text> default_name{};

/// What is given as a default name and is no text.
template <auto Value>
inline constexpr dsl::bad_default_name<std::remove_cv_t<decltype(Value)>> default_name_of{};

/// The inputs of what a name scope is for are given (tf: values=), so it needs a name.
inline constexpr dsl::with_values_t with_values{};

/// The axes that an operation works on; negative ones count from the last (tf: axis=).
template <int... Axes>
inline constexpr dsl::axis_t<Axes...> axis{};

/// Reduced axes stay, with size 1 (tf: keepdims=True).
inline constexpr dsl::flag_t<dsl::option::keepdims> keepdims{};
/// Transposes the first operand of a matrix product (tf: transpose_a=True).
inline constexpr dsl::flag_t<dsl::option::transpose_a> transpose_a{};
/// Transposes the second operand of a matrix product (tf: transpose_b=True).
inline constexpr dsl::flag_t<dsl::option::transpose_b> transpose_b{};
/// The order of the axes in a transposed tensor (tf: perm=).
template <int... Axes>
inline constexpr dsl::perm_t<Axes...> perm{};
/// How often a tensor is repeated along each axis (tf: multiples=).
template <std::size_t... N>
inline constexpr dsl::numbers_t<dsl::option::multiples, N...> multiples{};
/// How many zeros stand before and behind a tensor, for each axis (tf: paddings=): `paddings<1, 1, 0, 2>` is
/// TensorFlow's [[1, 1], [0, 2]].
template <std::size_t... N>
inline constexpr dsl::paddings_t<N...> paddings{};
/// The number of classes (tf: depth=).
template <std::size_t N>
inline constexpr dsl::numbers_t<dsl::option::depth, N> depth{};
/// Where a slice begins, on each axis (tf: begin=).
template <int... N>
inline constexpr dsl::begin_t<N...> begin{};
/// How much of each axis a slice takes; -1: all that is left (tf: size=).
template <int... N>
inline constexpr dsl::numbers_t<dsl::option::size, static_cast<std::size_t>(N)...> size{};
/// Into how many equal parts an axis is split; or the size of each part (tf: num_or_size_splits=).
template <std::size_t... N>
inline constexpr dsl::numbers_t<dsl::option::splits, N...> num_or_size_splits{};
// How a window moves over images: one number; two, for rows and columns; or, as TensorFlow has them, four
// with 1 for the batch and for the channels: strides<2>, strides<2, 2>, strides<1, 2, 2, 1>.
/// The size of the window of a pooling (tf: ksize=).
template <std::size_t... N>
inline constexpr dsl::numbers_t<dsl::option::ksize, N...> ksize{};
/// By how much the window moves (tf: strides=).
template <std::size_t... N>
inline constexpr dsl::numbers_t<dsl::option::strides, N...> strides{};
/// How far the elements under a filter are apart (tf: dilations=).
template <std::size_t... N>
inline constexpr dsl::numbers_t<dsl::option::dilations, N...> dilations{};
/// Whether zeros stand around an image, `padding<"SAME">`, or not, `padding<"VALID">` (tf: padding=).
template <fixed_string Text>
inline constexpr dsl::padding_t<dsl::padding_named(Text.view())> padding{};
/// The slope of leaky_relu below zero (tf: alpha=).
template <auto Alpha>
inline constexpr dsl::alpha_t<Alpha> alpha{};

}  // namespace xscope
