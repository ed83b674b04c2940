// SPDX-License-Identifier: BSD-3-Clause
// Collections: lists of what a program made, by key (tf.add_to_collection, tf.get_collection).
#pragma once

#include "leaves.hpp"

namespace xscope {

namespace dsl {

/// Adds the result of X to the collections of these keys; each key counts once.
template <class X, fixed_string... Keys>
struct add_to_collection_t : statement {
  static constexpr kind statement_kind = kind::add_to_collection;
  using item = X;
  static constexpr std::size_t size = sizeof...(Keys);
  static constexpr const naming::literal* keys[] = {&naming::literal_of<Keys>...};
};

template <fixed_string... Keys>
struct add_to_collections_t {
  template <is_statement X>
  constexpr add_to_collection_t<X, Keys...> operator()(X) const {
    return {};
  }
};

template <fixed_string... Filter>
struct filter_of {
  using type = no_option;
};
template <fixed_string Filter>
struct filter_of<Filter> {
  using type = text_t<Filter>;
};

}  // namespace dsl

/// Adds a statement's result, a literal or a text to a collection; gives nothing itself.
template <fixed_string Key>
inline constexpr dsl::add_to_collections_t<Key> add_to_collection{};
/// The same for several collections.
template <fixed_string... Keys>
inline constexpr dsl::add_to_collections_t<Keys...> add_to_collections{};

/// A collection as it is where the statement stands; with a second text only the items with names that match
/// it, as a regular expression, from their beginning.
template <fixed_string Key, fixed_string... Filter>
  requires(sizeof...(Filter) <= 1)
inline constexpr dsl::get_collection_t<dsl::listing_of::collection, dsl::listing_time::now, dsl::text_t<Key>,
                                       typename dsl::filter_of<Filter...>::type>
    get_collection{};
/// The same collection as it is when the program has ended (tf: the live list).
template <fixed_string Key>
inline constexpr dsl::get_collection_t<dsl::listing_of::collection, dsl::listing_time::end, dsl::text_t<Key>>
    get_collection_ref{};
/// The keys of all collections that have been made.
constexpr dsl::get_collection_t<dsl::listing_of::keys, dsl::listing_time::now, dsl::no_option>
get_all_collection_keys() {
  return {};
}

}  // namespace xscope
