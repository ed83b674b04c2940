// SPDX-License-Identifier: BSD-3-Clause
// What the layers share: their scope and their variables.
#pragma once

#include <utility>

#include "../dsl/elsewhere.hpp"
#include "../dsl/leaves.hpp"
#include "../dsl/scopes.hpp"
#include "../ops/node.hpp"
#include "../tracing/sequence.hpp"
#include "keywords.hpp"

namespace xscope {

namespace dsl {

template <auto Value>
inline constexpr bool is_none = std::same_as<std::remove_cv_t<decltype(Value)>, none_t>;

/// The keyword's value, or its default.
template <class Args, fixed_string Name>
inline constexpr auto given = Args::template get<Name>();
template <class Args, fixed_string Name>
inline constexpr bool is_given = !is_none<given<Args, Name>>;

/// What a layer makes that has no size.
using layer_without_size = faulty<diag::fault::layer_size>;

// ---- the scope ----

template <fixed_string Text>
constexpr auto scope_name(op_name_t<Text>) {
  return text_t<Text>{};
}

/// Whether variables are shared: tf.layers takes reuse=False for None.
template <class Reuse>
inline constexpr bool shares = false;
template <reuse_mode Mode>
inline constexpr bool shares<reuse_t<Mode>> = Mode == reuse_mode::yes || Mode == reuse_mode::automatic;

/// A layer's own variable scope around f: with the name that was given, or with the layer's. That is made
/// unique, but where variables are shared it says whose.
template <fixed_string Default, class Args, class F>
constexpr auto in_layer_scope(F f) {
  if constexpr (!is_given<Args, "name"> && shares<std::remove_cv_t<decltype(given<Args, "reuse">)>>) {
    return variable_scope<text_t<Default>{}, given<Args, "reuse">>(f);
  } else if constexpr (!is_given<Args, "name">) {
    return variable_scope<none_t{}, default_name_t<Default>{}>(f);
  } else if constexpr (!is_given<Args, "reuse">) {
    return variable_scope<scope_name(given<Args, "name">)>(f);
  } else {
    return variable_scope<scope_name(given<Args, "name">), given<Args, "reuse">>(f);
  }
}

// ---- variables ----

template <class Options, class... More>
struct options_with {
  using type = Options;
};
template <auto... O, class... More>
struct options_with<option_list<O...>, none_t, More...> : options_with<option_list<O...>, More...> {};
template <auto... O, class First, class... More>
struct options_with<option_list<O...>, First, More...> : options_with<option_list<O..., First{}>, More...> {};

template <fixed_string Name, class Options>
struct variable_with;
template <fixed_string Name, auto... O>
struct variable_with<Name, option_list<O...>> {
  using type = get_variable_t<Name, O...>;
};

template <auto Init>
consteval auto initializer_option() {
  if constexpr (is_none<Init>) return Init;
  else return initializer<Init>;
}
template <auto F>
consteval auto regularizer_option() {
  if constexpr (is_none<F>) return F;
  else return regularizer<F>;
}
template <auto F>
consteval auto constraint_option() {
  if constexpr (is_none<F>) return F;
  else return constraint<F>;
}
template <bool On>
consteval auto trainable_option() {
  if constexpr (On) return none_t{};
  else return trainable<false>;
}

/// get_variable for a layer; what is none is left to the scope.
template <fixed_string Name, class Shape, class T, class Args, auto Init, auto Regularizer, auto Constraint>
constexpr auto layer_variable() {
  using options =
      typename options_with<option_list<Shape{}, dtype_t<T>{}>,
                            std::remove_cv_t<decltype(initializer_option<Init>())>,
                            std::remove_cv_t<decltype(regularizer_option<Regularizer>())>,
                            std::remove_cv_t<decltype(constraint_option<Constraint>())>,
                            std::remove_cv_t<decltype(trainable_option<given<Args, "trainable">>())>>::type;
  return typename variable_with<Name, options>::type{};
}

/// A shape that was computed.
template <extents E>
constexpr auto shape_of() {
  return []<std::size_t... I>(std::index_sequence<I...>) {
    return shape_t<E.dims[I]...>{};
  }(std::make_index_sequence<E.rank_>{});
}

/// A handle's shape.
template <class X>
inline constexpr extents extents_of_handle = X::shape_type::value();

/// The size of the last axis.
template <class X>
constexpr std::size_t last_size() {
  return X::rank() == 0 ? 1 : extents_of_handle<X>.back();
}

template <auto Activation, class S>
constexpr auto activated(S s) {
  if constexpr (is_none<Activation>) return s;
  else return s | Activation;
}

}  // namespace dsl

// Keywords of layers, under their TensorFlow names. Others that layers take are options of scopes, variables
// and operations as well: name, reuse, trainable, strides, padding, dilations.

/// What is done to a layer's result: activation<relu>, or any layer of one operand.
template <auto F>
inline constexpr dsl::arg_t<"activation", F> activation{};
/// Whether there is a bias.
template <bool On>
inline constexpr dsl::arg_t<"use_bias", On> use_bias{};
/// How the kernel gets its first values; where it is not given, as the scope says.
template <auto Init>
inline constexpr dsl::arg_t<"kernel_initializer", Init> kernel_initializer{};
template <auto Init>
inline constexpr dsl::arg_t<"bias_initializer", Init> bias_initializer{};
template <auto F>
inline constexpr dsl::arg_t<"kernel_regularizer", F> kernel_regularizer{};
template <auto F>
inline constexpr dsl::arg_t<"bias_regularizer", F> bias_regularizer{};
template <auto F>
inline constexpr dsl::arg_t<"kernel_constraint", F> kernel_constraint{};
template <auto F>
inline constexpr dsl::arg_t<"bias_constraint", F> bias_constraint{};

}  // namespace xscope
