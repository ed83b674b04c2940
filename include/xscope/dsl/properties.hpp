// SPDX-License-Identifier: BSD-3-Clause
// What variables have beside a shape and a type, and scopes hand down to them: regularizers, constraints,
// partitioners, custom getters, devices, collections.
//   variable_scope<"net", regularizer<[](auto v) { return reduce_sum(square(v)); }>>(...)
#pragma once

#include <type_traits>

#include "options.hpp"

namespace xscope {

/// When the copies of a distributed variable are brought together (tf.VariableSynchronization).
enum class VariableSynchronization : unsigned char { AUTO, NONE, ON_WRITE, ON_READ };

/// How the copies of a distributed variable are brought together (tf.VariableAggregation).
enum class VariableAggregation : unsigned char { NONE, SUM, MEAN, ONLY_FIRST_REPLICA };

namespace dsl {

/// An option that is a callable, or what was given in the place of one.
template <option Id, class F>
struct callable_option {
  static constexpr option id = Id;
  using type = F;
  static constexpr bool is_callable = __is_class(F) && !__is_base_of(statement, F);
};

template <class F>
using regularizer_t = callable_option<option::regularizer, F>;
template <class F>
using constraint_t = callable_option<option::constraint, F>;
template <class F>
using partitioner_t = callable_option<option::partitioner, F>;

/// Custom getters, the one that runs first at the front.
template <class... F>
struct custom_getter_t {
  static constexpr option id = option::custom_getter;
};

/// Returns nothing, so that nothing is added to the losses.
struct no_regularizer_t {
  template <class V>
  constexpr none_t operator()(V) const {
    return {};
  }
};

/// A property that is None again.
template <option Id>
struct unset_t {
  static constexpr option id = Id;
};

template <fixed_string Text>
struct caching_device_t {
  static constexpr option id = option::caching_device;
  static constexpr const naming::literal* text() { return &naming::literal_of<Text>; }
};

template <option Id, bool On>
struct switch_t {
  static constexpr option id = Id;
  static constexpr bool on = On;
};
template <bool On>
using use_resource_t = switch_t<option::use_resource, On>;
template <bool On>
using validate_shape_t = switch_t<option::validate_shape, On>;

template <fixed_string... Keys>
struct collections_t {
  static constexpr option id = option::collections;
  static constexpr bool is_list = true;
  static constexpr std::size_t size = sizeof...(Keys);
  static constexpr const naming::literal* keys[] = {&naming::literal_of<Keys>..., nullptr};
};
template <class T>
struct no_collections_t {
  static constexpr option id = option::collections;
  static constexpr bool is_list = false;
};

/// An enumerator, or what was given in the place of one.
template <option Id, class Enum, auto Mode>
struct mode_t {
  static constexpr option id = Id;
  static constexpr bool valid = false;
};
template <option Id, class Enum, Enum Mode>
struct mode_t<Id, Enum, Mode> {
  static constexpr option id = Id;
  static constexpr bool valid = true;
  static constexpr Enum mode = Mode;
};

}  // namespace dsl

/// Makes a loss of each new variable: a callable that takes the variable and returns a statement, which joins
/// the collection "regularization_losses" (tf: regularizer=).
template <auto F>
inline constexpr dsl::regularizer_t<std::remove_cv_t<decltype(F)>> regularizer{};

/// Switches an inherited regularizer off (tf.no_regularizer): `regularizer<no_regularizer>`.
inline constexpr dsl::no_regularizer_t no_regularizer{};

/// Projects the variable after each update: a callable that takes the variable and returns its new value
/// (tf: constraint=).
template <auto F>
inline constexpr dsl::constraint_t<std::remove_cv_t<decltype(F)>> constraint{};

/// Splits new variables into slices: a callable that takes shape and dtype and returns the number of parts
/// along each axis, of which one at most exceeds 1 (tf: partitioner=).
template <auto F>
inline constexpr dsl::partitioner_t<std::remove_cv_t<decltype(F)>> partitioner{};

/// Stands between get_variable and the variable store: a callable that takes the true getter and the request
/// (tf: custom_getter=).
template <auto F>
inline constexpr dsl::custom_getter_t<std::remove_cv_t<decltype(F)>> custom_getter{};

/// Where reads of the variable are cached (tf: caching_device=).
template <fixed_string Text>
inline constexpr dsl::caching_device_t<Text> caching_device{};

/// Whether the variable is a resource variable (tf: use_resource=).
template <bool On>
inline constexpr dsl::use_resource_t<On> use_resource{};

/// Kept for its name; shapes are always known here (tf: validate_shape=).
template <bool On>
inline constexpr dsl::validate_shape_t<On> validate_shape{};

/// The collections that a new variable joins, instead of the global ones (tf: collections=).
template <fixed_string... Keys>
inline constexpr dsl::collections_t<Keys...> collections{};

/// What is no list of keys, in the place of one.
template <auto Value>
inline constexpr dsl::no_collections_t<std::remove_cv_t<decltype(Value)>> collections_of{};

/// How a distributed variable is kept the same everywhere (tf: synchronization=); ON_READ is not trained.
template <auto Mode>
inline constexpr dsl::mode_t<dsl::option::synchronization, VariableSynchronization, Mode> synchronization{};

/// How a distributed variable's copies are combined (tf: aggregation=).
template <auto Mode>
inline constexpr dsl::mode_t<dsl::option::aggregation, VariableAggregation, Mode> aggregation{};

}  // namespace xscope
