// SPDX-License-Identifier: BSD-3-Clause
// Heterogeneous values: Hana maps keyed by names, and structures with named members. The only header that
// includes Boost.Hana.
#pragma once

#include "../config.hpp"

#include <boost/hana/accessors.hpp>
#include <boost/hana/at_key.hpp>
#include <boost/hana/concept/struct.hpp>
#include <boost/hana/contains.hpp>
#include <boost/hana/core/tag_of.hpp>
#include <boost/hana/first.hpp>
#include <boost/hana/fold_left.hpp>
#include <boost/hana/for_each.hpp>
#include <boost/hana/fwd/map.hpp>
#include <boost/hana/keys.hpp>
#include <boost/hana/map.hpp>
#include <boost/hana/string.hpp>
#include <boost/hana/tuple.hpp>

#include <string_view>
#include <type_traits>
#include <utility>

namespace xscope::lists {

namespace hana = boost::hana;

template <class T>
concept hana_map = std::same_as<hana::tag_of_t<std::remove_cvref_t<T>>, hana::map_tag>;

template <class T>
concept hana_struct = hana::Struct<std::remove_cvref_t<T>>::value;

/// The names by which the parts of a map or a structure are found, as a Hana tuple of Hana strings.
template <class T>
using keys_of = std::remove_cvref_t<decltype(hana::to_tuple(hana::keys(std::declval<const T&>())))>;

template <class Key>
constexpr std::string_view text_of() {
  return std::string_view(Key::c_str());
}

template <class Keys>
struct key_names;
template <class... Key>
struct key_names<hana::tuple<Key...>> {
  static constexpr std::size_t count = sizeof...(Key);
  static constexpr std::string_view list[sizeof...(Key) + 1]{text_of<Key>()..., {}};
  template <std::size_t I>
  using key = std::remove_cvref_t<decltype(hana::at_c<I>(std::declval<hana::tuple<Key...>>()))>;
};

/// The part with the I-th name.
template <std::size_t I, class T>
constexpr decltype(auto) part(const T& from) {
  return hana::at_key(from, typename key_names<keys_of<T>>::template key<I>{});
}

}  // namespace xscope::lists
