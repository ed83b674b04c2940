// SPDX-License-Identifier: BSD-3-Clause
// The options that get_variable and tf.Variable share, and what may be wrong with them.
#pragma once

#include "../dsl/leaves.hpp"
#include "defaults.hpp"

namespace xscope::tracing {

template <class Shape>
inline constexpr bool is_known_shape = false;
template <std::size_t... D>
inline constexpr bool is_known_shape<dsl::shape_t<D...>> = ((D != unknown) && ...);

template <class T>
inline constexpr char identity_of{};

/// An option of the request itself, or what the scope hands down.
template <class Options, option Id, class Inherited>
using given_or = typename Options::template get<Id, Inherited>;

/// What is rarely said: collections, constraint, device. Null where nothing is.
template <class Options, class Rare>
struct details_of {
  using none = dsl::no_option;
  using constraint = given_or<Options, option::constraint, typename Rare::constraint>;
  using device = given_or<Options, option::caching_device, typename Rare::caching_device>;
  using resource = given_or<Options, option::use_resource, typename Rare::use_resource>;
  static constexpr bool any = !std::same_as<constraint, none> || !std::same_as<device, none> ||
                              !std::same_as<resource, none> || Options::template has<option::collections>;
  static consteval variable_details describe() {
    variable_details out;
    if constexpr (!std::same_as<constraint, none>) out.constraint = &identity_of<typename constraint::type>;
    if constexpr (!std::same_as<device, none>) out.caching_device = device::text();
    if constexpr (!std::same_as<resource, none>) out.use_resource = resource::on;
    if constexpr (Options::template has<option::collections>) {
      using keys = typename Options::template get<option::collections>;
      if constexpr (keys::is_list) {
        out.has_collections = true;
        out.collections = keys::keys;
        out.collection_count = keys::size;
      }
    }
    return out;
  }
  static constexpr variable_details value = describe();
};

/// What is wrong with the options of a variable, before anything is looked up.
template <class Options, class Rare>
consteval diag::fault check_options() {
  using synchronization = typename Options::template get<option::synchronization>;
  using aggregation = typename Options::template get<option::aggregation>;
  if constexpr (!std::same_as<synchronization, dsl::no_option>) {
    if (!synchronization::valid) return diag::fault::synchronization_mode;
  }
  if constexpr (!std::same_as<aggregation, dsl::no_option>) {
    if (!aggregation::valid) return diag::fault::aggregation_mode;
  }
  return diag::fault::none;
}

/// What is wrong with the options of a new variable: said only where it is created.
template <class Options, class Rare>
consteval diag::fault check_creation() {
  using constraint = given_or<Options, option::constraint, typename Rare::constraint>;
  using collections = typename Options::template get<option::collections>;
  if constexpr (!std::same_as<collections, dsl::no_option>) {
    if (!collections::is_list) return diag::fault::collections_not_list;
  }
  if constexpr (!std::same_as<constraint, dsl::no_option>) {
    if (!constraint::is_callable) return diag::fault::constraint_not_callable;
  }
  return diag::fault::none;
}

template <class Options, class Rare>
struct creation_fault {
  static constexpr diag::evidence evidence{.what = check_creation<Options, Rare>()};
};

/// Whether a variable is trained where nothing is said: ON_READ variables are not.
template <class Options>
consteval bool is_trainable() {
  using synchronization = typename Options::template get<option::synchronization>;
  if constexpr (Options::template has<option::trainable>) {
    return Options::template get<option::trainable>::on;
  } else if constexpr (std::same_as<synchronization, dsl::no_option>) {
    return true;
  } else {
    if constexpr (synchronization::valid) return synchronization::mode != VariableSynchronization::ON_READ;
    else return true;
  }
}

}  // namespace xscope::tracing
