// SPDX-License-Identifier: BSD-3-Clause
// The statements that stand alone: placeholders, variables, constants, the current scopes.
#pragma once

#include "initializers.hpp"
#include "key.hpp"
#include "option_faults.hpp"

namespace xscope {

namespace dsl {

/// Which options a leaf takes, and how it is called.
template <kind Kind>
struct leaf_options;
template <>
struct leaf_options<kind::placeholder> {
  static constexpr option_set takes{option::shape, option::dtype};
  static constexpr const char* callee = "placeholder";
};
template <>
struct leaf_options<kind::constant> {
  static constexpr option_set takes{option::value, option::shape, option::dtype};
  static constexpr const char* callee = "constant";
};
template <>
struct leaf_options<kind::get_variable> {
  static constexpr option_set takes{option::shape,           option::dtype,          option::initializer,
                                    option::trainable,       option::regularizer,    option::constraint,
                                    option::partitioner,     option::custom_getter,  option::caching_device,
                                    option::use_resource,    option::validate_shape, option::collections,
                                    option::synchronization, option::aggregation};
  static constexpr const char* callee = "get_variable";
};
template <>
struct leaf_options<kind::variable> {
  static constexpr option_set takes{option::value,          option::shape,           option::dtype,
                                    option::initializer,    option::trainable,       option::constraint,
                                    option::caching_device, option::use_resource,    option::validate_shape,
                                    option::collections,    option::synchronization, option::aggregation};
  static constexpr const char* callee = "variable";
};

template <kind Kind, key Key, auto... Options>
struct leaf : statement {
  static constexpr const found_fault& fault = fault_of_options<leaf_options<Kind>::takes, Options...>;
  static constexpr kind statement_kind = kind_unless(fault, Kind);
  static constexpr const char* callee = leaf_options<Kind>::callee;
  using options = option_list<Options...>;
  static constexpr naming::optional_ref<naming::literal> text() { return text_of<Key>(); }
  /// The name that is asked for; TensorFlow's own where none is.
  static consteval auto name_text() {
    if constexpr (is_text<std::remove_cv_t<decltype(Key.value)>>) return Key.value;
    else return fixed_string{"Variable"};
  }
};

template <key Key, auto... Options>
using placeholder_t = leaf<kind::placeholder, Key, Options...>;
template <key Key, auto... Options>
using variable_t = leaf<kind::variable, Key, Options...>;
template <key Key, auto... Options>
using constant_t = leaf<kind::constant, Key, Options...>;

template <fixed_string Name, auto... Options>
struct get_variable_t : statement {
  static constexpr const found_fault& fault =
      fault_of_options<leaf_options<kind::get_variable>::takes, Options...>;
  static constexpr kind statement_kind = kind_unless(fault, kind::get_variable);
  static constexpr const char* callee = leaf_options<kind::get_variable>::callee;
  static constexpr bool is_local = false;
  using options = option_list<Options...>;
  static constexpr const naming::literal* text() { return &naming::literal_of<Name>; }
  static consteval auto name_text() { return Name; }
};

template <fixed_string Name, auto... Options>
struct get_local_variable_t : get_variable_t<Name, Options...> {
  static constexpr bool is_local = true;
};

template <kind Kind>
struct current_t : statement {
  static constexpr kind statement_kind = Kind;
};

}  // namespace dsl

/// A tensor that each run is fed (tf.placeholder): `placeholder<"x", shape<1, 784>, dtype<float>>`.
template <dsl::key Key, auto... Options>
inline constexpr dsl::placeholder_t<Key, Options...> placeholder{};

/// The variable of that name in the current variable scope (tf.get_variable): created, or shared, as
/// the scope's reuse flag says.
template <fixed_string Name, auto... Options>
inline constexpr dsl::get_variable_t<Name, Options...> get_variable{};

/// The same, but never trained, and in the collection of local variables instead of the global one
/// (tf.get_local_variable).
template <fixed_string Name, auto... Options>
inline constexpr dsl::get_local_variable_t<Name, Options...> get_local_variable{};

/// A variable of its own, named by the name scope and never shared (tf.Variable):
/// `variable<"step", value<0>>`, `variable<none, values<1.0f, 2.0f>>`.
template <dsl::key Key, auto... Options>
inline constexpr dsl::variable_t<Key, Options...> variable{};

/// A tensor whose value is known (tf.constant): `constant<"c", values<1, 2>>`; with a shape the values
/// are arranged in it, or a scalar fills it.
template <dsl::key Key, auto... Options>
inline constexpr dsl::constant_t<Key, Options...> constant{};

/// The current variable scope, as a statement (tf.get_variable_scope).
constexpr dsl::current_t<dsl::kind::current_scope> get_variable_scope() { return {}; }

/// The current name scope's text, without a slash at its end (tf.get_default_graph().get_name_scope).
constexpr dsl::current_t<dsl::kind::current_name_scope> get_name_scope() { return {}; }

}  // namespace xscope
