// SPDX-License-Identifier: BSD-3-Clause
// Handles: what a statement's result is to the statements after it. A handle is an empty type that
// names an event of the trace by its number and knows shape and element type; using it runs nothing
// again.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "../lists/list.hpp"
#include "../naming/dtype.hpp"
#include "../naming/extents.hpp"
#include "known.hpp"
#include "members.hpp"
#include "options.hpp"
#include "properties.hpp"
#include "statement.hpp"

namespace xscope {

namespace dsl {

template <class T, std::size_t... D>
struct tensor_spec : statement {
  using spec = tensor_spec;
  static constexpr kind statement_kind = kind::handle;
  using value_type = T;
  using shape_type = shape_t<D...>;
  /// Dimensions, usable in constant expressions.
  static constexpr known_shape<D...> shape{};
  static constexpr known<sizeof...(D)> rank{};
  /// The number of elements.
  static constexpr known<(D * ... * std::size_t{1})> size{};
  static constexpr known<data_type_of<T>> dtype{};
};

/// The tensor that event `Id` makes.
template <std::size_t Id, class T, std::size_t... D>
struct tensor : tensor_spec<T, D...> {
  static constexpr std::size_t id = Id;
  static constexpr result_kind result = result_kind::tensor;
};

/// The variable that event `Id` gives: a tensor that lasts from run to run.
template <std::size_t Id, class T, std::size_t... D>
struct variable_handle : tensor_spec<T, D...> {
  static constexpr std::size_t id = Id;
  static constexpr result_kind result = result_kind::variable;
};

/// An operation without a tensor, such as a training step.
template <std::size_t Id, class T, std::size_t... D>
struct operation_handle : tensor_spec<T, D...> {
  static constexpr std::size_t id = Id;
  static constexpr result_kind result = result_kind::operation;
};

/// The gradients of a loss, each with its variable: what compute_gradients gives.
template <std::size_t Id>
struct gradient_list_handle : statement {
  static constexpr kind statement_kind = kind::handle;
  static constexpr std::size_t id = Id;
  static constexpr result_kind result = result_kind::gradient_list;
};

/// No result: what an empty sequence gives.
struct nothing : statement {
  static constexpr kind statement_kind = kind::handle;
  static constexpr std::size_t id = static_cast<std::size_t>(-1);
  static constexpr result_kind result = result_kind::nothing;
};

/// What a scope hands down to its variables: an option for each property, or no_option. It is the same type
/// for all scopes that set nothing, so a scope costs no new type for it; the rarer properties are kept apart.
template <class Regularizer, class Constraint, class Partitioner, class Getter, class Device, class Resource,
          class Reuse>
struct rare_defaults {
  using regularizer = Regularizer;
  using constraint = Constraint;
  using partitioner = Partitioner;
  using custom_getter = Getter;
  using caching_device = Device;
  using use_resource = Resource;
  using reuse = Reuse;
};
using no_rare_defaults =
    rare_defaults<no_option, no_option, no_option, no_option, no_option, no_option, no_option>;

template <class T, class Initializer, class Rare = no_rare_defaults>
struct scope_defaults {
  using dtype = T;
  using initializer = Initializer;
  using rare = Rare;
};

using root_defaults = scope_defaults<float, no_option>;

/// The key by which `name_scope<vs.original_name_scope()>` opens the very name scope of vs again.
template <std::size_t ScopeId>
struct original_name_scope_t {};

/// Sets a property of a scope from here on: Option is what it is set to.
template <std::size_t ScopeId, class Option>
struct set_scope_t : statement {
  static constexpr kind statement_kind = kind::set_scope;
  static constexpr std::size_t scope = ScopeId;
  using option = Option;
};

/// The id of a thread's root scope: the number of the event that begins the thread, or this.
inline constexpr std::size_t root_scope_id = static_cast<std::size_t>(-1);

/// Reads a property of a scope by its TensorFlow name.
template <class Scope, fixed_string Property>
struct read_property_t : statement {
  static constexpr kind statement_kind = kind::read_property;
  using scope = Scope;
  static constexpr auto property = Property;
};

/// The items of a collection.
template <std::size_t Id>
struct listing_handle : statement {
  static constexpr kind statement_kind = kind::handle;
  static constexpr std::size_t id = Id;
  static constexpr result_kind result = result_kind::listing;
};

/// What a property was when it was read.
template <class Option>
struct property_handle : statement {
  static constexpr kind statement_kind = kind::handle;
  static constexpr std::size_t id = static_cast<std::size_t>(-1);
  static constexpr result_kind result = result_kind::property;
  using option_type = Option;
};

/// What a listing shows: a collection, the collections' keys, or the variable store's.
enum class listing_of : unsigned char { collection, keys, store };
/// Whether it is read where the statement stands, or when the program has ended.
enum class listing_time : unsigned char { now, end };

/// Key and Filter: text_t or no_option. Scope: a variable scope whose name the items' names begin with.
template <listing_of What, listing_time When, class Key, class Filter = no_option, class Scope = no_option>
struct get_collection_t : statement {
  static constexpr kind statement_kind = kind::get_collection;
  static constexpr listing_of what = What;
  static constexpr listing_time when = When;
  using key = Key;
  using filter = Filter;
  using scope = Scope;
};

/// A variable scope that the program has opened (tf.VariableScope).
template <std::size_t Id, class Defaults>
struct scope_handle : statement {
  static constexpr kind statement_kind = kind::handle;
  static constexpr std::size_t id = Id;
  static constexpr result_kind result = result_kind::scope;
  using defaults = Defaults;

  /// From here on the scope only shares variables (tf: scope.reuse_variables()).
  static constexpr set_scope_t<Id, reuse_t<reuse_mode::yes>> reuse_variables() { return {}; }
  // Each of these changes this scope alone: what is asked for in it, and scopes opened in it, from here on.
  template <auto Init>
  static constexpr set_scope_t<Id, initializer_t<typename initializer_from<Init>::type>> set_initializer() {
    return {};
  }
  template <auto F>
  static constexpr set_scope_t<Id, regularizer_t<std::remove_cv_t<decltype(F)>>> set_regularizer() {
    return {};
  }
  template <element T>
  static constexpr set_scope_t<Id, dtype_t<T>> set_dtype() {
    return {};
  }
  template <bool On>
  static constexpr set_scope_t<Id, use_resource_t<On>> set_use_resource() {
    return {};
  }
  template <none_t>
  static constexpr set_scope_t<Id, unset_t<option::use_resource>> set_use_resource() {
    return {};
  }
  template <fixed_string Text>
  static constexpr set_scope_t<Id, caching_device_t<Text>> set_caching_device() {
    return {};
  }
  template <none_t>
  static constexpr set_scope_t<Id, unset_t<option::caching_device>> set_caching_device() {
    return {};
  }
  template <auto F>
  static constexpr set_scope_t<Id, partitioner_t<std::remove_cv_t<decltype(F)>>> set_partitioner() {
    return {};
  }
  /// Replaces the getter; it does not wrap the one before.
  template <auto F>
  static constexpr set_scope_t<Id, custom_getter_t<std::remove_cv_t<decltype(F)>>> set_custom_getter() {
    return {};
  }
  /// A property as it is at this point of the program: `vs.read<"initializer">()`.
  template <fixed_string Property>
  static constexpr read_property_t<scope_handle, Property> read() {
    return {};
  }

  // Collections, of which only what has a name below the scope's is shown.
  template <fixed_string Key>
  static constexpr get_collection_t<listing_of::collection, listing_time::now, text_t<Key>, no_option,
                                    scope_handle>
  get_collection() {
    return {};
  }
  static constexpr auto trainable_variables() { return get_collection<"trainable_variables">(); }
  static constexpr auto global_variables() { return get_collection<"variables">(); }
  static constexpr auto local_variables() { return get_collection<"local_variables">(); }

  /// The name scope that was opened with it, to open it again: name_scope<vs.original_name_scope()>.
  static constexpr known<original_name_scope_t<Id>{}> original_name_scope{};
};

/// A name scope that the program has opened: name_scope<ns>(...) opens exactly it again.
template <std::size_t Id>
struct name_scope_handle : statement {
  static constexpr kind statement_kind = kind::handle;
  static constexpr std::size_t id = Id;
  static constexpr result_kind result = result_kind::name_scope;
};

/// The text that get_name_scope() gives.
template <std::size_t Id>
struct scope_text : statement {
  static constexpr kind statement_kind = kind::handle;
  static constexpr std::size_t id = Id;
  static constexpr result_kind result = result_kind::scope_text;
};

/// The results of pack(...): `auto [a, b] = results;`, or `results.template get<0>()`.
template <class... H>
struct pack_handle : statement, members<H...> {
  static constexpr kind statement_kind = kind::handle;
  static constexpr std::size_t id = static_cast<std::size_t>(-1);
  static constexpr result_kind result = result_kind::pack;
  using parts = lists::list<H...>;
};

template <class T>
concept is_handle = is_statement<T> && T::statement_kind == kind::handle;
constexpr bool is_tensor(result_kind k) { return k == result_kind::tensor || k == result_kind::variable; }
template <class T>
concept is_tensor_handle = is_handle<T> && is_tensor(T::result);
template <class T>
concept is_scope_handle = is_handle<T> && T::result == result_kind::scope;

}  // namespace dsl
}  // namespace xscope

template <class... H>
  requires(sizeof...(H) > xscope::dsl::most_members)
struct std::tuple_size<xscope::dsl::pack_handle<H...>> : std::integral_constant<std::size_t, sizeof...(H)> {};
template <std::size_t I, class... H>
struct std::tuple_element<I, xscope::dsl::pack_handle<H...>> {
  using type = xscope::lists::at<xscope::lists::list<H...>, I>;
};
