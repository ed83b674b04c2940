// SPDX-License-Identifier: BSD-3-Clause
// Feeding: which value belongs to which placeholder, settled by the compiler, and what a value may be.
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "../diag/raise.hpp"
#include "../diag/refuse.hpp"
#include "../diag/text.hpp"
#include "../graphs/graph.hpp"
#include "../lists/hetero.hpp"
#include "../math/convert.hpp"
#include "../naming/literal.hpp"
#include "backend/xtensor.hpp"

namespace xscope {

namespace running {

/// A value with the name of the placeholder that it is for.
template <fixed_string Name, class X>
struct named_feed {
  const X& value;
};

template <class T>
inline constexpr bool is_named_feed = false;
template <fixed_string Name, class X>
inline constexpr bool is_named_feed<named_feed<Name, X>> = true;

/// Numbers in a row that are no xtensor expression: std::array, std::vector, std::span.
template <class X>
concept number_range = !expression<X> && requires(const X& x) {
  { *x.data() } -> std::convertible_to<double>;
  { x.size() } -> std::convertible_to<std::size_t>;
};

/// One number; half precision is no arithmetic type of the language.
template <class X>
concept scalar = std::is_arithmetic_v<X> || element<X>;

/// A whole number that the compiler knows: std::integral_constant, Hana's, ...
template <class X>
concept constant_number = std::is_class_v<X> && std::integral<typename X::value_type> &&
                          std::same_as<decltype(X::value), const typename X::value_type> &&
                          std::convertible_to<X, typename X::value_type>;

/// One number, whether the compiler knows it or not.
template <class X>
concept single = scalar<X> || constant_number<X>;

template <class X>
concept feedable = expression<X> || number_range<X> || single<X>;

template <class X>
auto element_of_feed() {
  if constexpr (scalar<X>) return std::type_identity<X>{};
  else if constexpr (number_range<X>)
    return std::type_identity<std::remove_cvref_t<decltype(*std::declval<const X&>().data())>>{};
  else return std::type_identity<std::remove_cv_t<typename X::value_type>>{};
}

/// Whether converting feeds of a type to that of a placeholder may lose more than digits behind the point, as
/// a braced initializer judges it. What becomes floating loses nothing that matters here.
template <class X>
constexpr bool narrows([[maybe_unused]] data_type to) {
  using from = typename decltype(element_of_feed<X>())::type;
  if (!to.is_bool() && !to.is_integer()) return false;
  if constexpr (std::is_same_v<from, bool>) {
    return false;
  } else {
    if (!std::is_integral_v<from> || to.is_bool()) return true;
    // Bits without that of the sign.
    const std::size_t room = 8 * to.size() - (to.is_signed() ? 1U : 0U);
    if constexpr (constant_number<X>) {
      if (X::value < 0 && !to.is_signed()) return true;
      const auto magnitude =
          X::value < 0 ? ~static_cast<std::uint64_t>(X::value) : static_cast<std::uint64_t>(X::value);
      return room < 64 && (magnitude >> room) != 0;
    } else {
      return (std::is_signed_v<from> && !to.is_signed()) ||
             static_cast<std::size_t>(std::numeric_limits<from>::digits) > room;
    }
  }
}

/// The name without what the user may leave out: the output's ":0".
constexpr std::string_view plain(std::string_view name) {
  if (name.ends_with(":0")) name.remove_suffix(2);
  return name;
}
constexpr std::string_view leaf_of(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

/// The placeholders of a program, and how values are found for them.
template <class Program>
struct placeholders {
  using graph = graphs::graph_t<Program>;
  static constexpr auto list = graph::placeholders();
  static constexpr std::size_t count = list.size();

  /// The placeholder of that name: its full name, or its last part where only one has it; count: none.
  static constexpr std::size_t index_of(std::string_view name) {
    const std::size_t i = whole.at[whole.place_of(plain(name))];
    if (i != count) return i;
    const std::size_t k = leaf.at[leaf.place_of(name)];
    return k == count || leaf.is_shared[k] ? count : k;
  }

 private:
  /// Placeholders by a hash of their names, or of the last parts of these: hundreds may be fed by name.
  template <bool OfLeaves>
  struct table {
    static constexpr std::size_t places = std::bit_ceil(2 * count + 1);
    std::size_t at[places];
    bool is_shared[count + 1]{};

    static constexpr std::string_view key(std::size_t i) {
      return OfLeaves ? leaf_of(list[i].op_name()) : list[i].op_name();
    }
    constexpr std::size_t place_of(std::string_view name) const {
      std::size_t k = naming::describe(name).hash & (places - 1);
      while (at[k] != count && key(at[k]) != name) k = (k + 1) & (places - 1);
      return k;
    }
    constexpr table() {
      for (std::size_t& place : at) place = count;
      for (std::size_t i = 0; i < count; ++i) {
        std::size_t& place = at[place_of(key(i))];
        if (place == count) place = i;
        else is_shared[place] = true;
      }
    }
  };
  static constexpr table<false> whole{};
  static constexpr table<true> leaf{};
};

/// How many numbers a row has, where its type says so: std::array, std::span of fixed extent.
template <class X>
inline constexpr std::size_t known_count = std::dynamic_extent;
template <class T, std::size_t N>
inline constexpr std::size_t known_count<std::array<T, N>> = N;
template <class T, std::size_t N>
inline constexpr std::size_t known_count<std::span<T, N>> = N;

/// The shape of a feed, as far as the compiler knows it, against that of a placeholder.
template <class X>
constexpr bool shape_may_fit(const extents& shape) {
  if constexpr (single<X>) return shape.elements() == 1;
  else if constexpr (number_range<X>)
    return shape.rank() == 1 && (known_count<X> == std::dynamic_extent || known_count<X> == shape[0]);
  else {
    using known = known_shape<typename X::shape_type>;
    if constexpr (known::dims_known) return known::shape() == shape;
    else if constexpr (known::rank_known) return known::rank == shape.rank();
    else return true;
  }
}

/// That shape for the message.
template <class X>
constexpr diag::writer describe_shape() {
  diag::writer out;
  if constexpr (single<X>) out << extents{};
  else if constexpr (number_range<X> && known_count<X> != std::dynamic_extent) out << extents{known_count<X>};
  else if constexpr (number_range<X>) out << std::string_view("of rank 1");
  else {
    using known = known_shape<typename X::shape_type>;
    if constexpr (known::dims_known) out << known::shape();
    else if constexpr (known::rank_known) out << std::string_view("of rank ") << known::rank;
  }
  return out;
}

[[noreturn]] inline void throw_wrong_shape(std::string_view name, const extents& want, const extents& given) {
  diag::writer text;
  text << std::string_view("feed of placeholder `") << name << std::string_view("`: shape ") << given
       << std::string_view(" was given, but ") << want << std::string_view(" is needed");
  diag::raise<std::invalid_argument>(std::string(text.view()));
}

/// Throws std::invalid_argument where a feed has not the placeholder's shape.
template <class X>
void check_shape(const X& x, std::string_view name, const extents& want) {
  if constexpr (number_range<X>) {
    if (x.size() != want.elements()) throw_wrong_shape(name, want, extents{x.size()});
  } else if constexpr (expression<X>) {
    const auto& shape = x.shape();
    extents given{};
    for (const auto d : shape) {
      if (given.rank() < max_rank) given.push_back(static_cast<std::size_t>(d));
    }
    if (x.dimension() > max_rank || !(given == want)) throw_wrong_shape(name, want, given);
  }
}

/// Whether reading a feed cannot throw: its shape is known to the compiler, and its elements are there.
template <class X>
constexpr bool reads_quietly() {
  if constexpr (single<X>) return true;
  else if constexpr (number_range<X>) return known_count<X> != std::dynamic_extent;
  else if constexpr (expression<X>)
    return known_shape<typename X::shape_type>::dims_known && requires(const X& x) { x.data(); };
  else return false;
}

/// Compared as numbers: of pointers GCC concludes that where they are equal the slot is part of the feed, and
/// warns of what lies behind the slot.
inline bool same_place(const void* a, const void* b) {
  return reinterpret_cast<std::uintptr_t>(a) == reinterpret_cast<std::uintptr_t>(b);
}

/// The feed's elements as T in rows: where they lie, or copied into `slot` where they lie otherwise.
template <class T, class X>
const T* elements_of(const X& x, T* slot) {
  if constexpr (constant_number<X>) {
    *slot = static_cast<T>(X::value);
    return slot;
  } else if constexpr (scalar<X>) {
    *slot = math::convert<T>(x);
    return slot;
  } else if constexpr (number_range<X>) {
    if constexpr (std::same_as<std::remove_cvref_t<decltype(*x.data())>, T>) {
      return x.data();
    } else {
      for (std::size_t i = 0; i < x.size(); ++i) slot[i] = math::convert<T>(x.data()[i]);
      return slot;
    }
  } else if constexpr (contiguous<X>) {
    if constexpr (std::same_as<std::remove_cv_t<typename X::value_type>, T>)
      return x.data() + x.data_offset();
    else {
      read_into(slot, x);
      return slot;
    }
  } else {
    read_into(slot, x);
    return slot;
  }
}

}  // namespace running

/// Feeds a placeholder by its name: s.run(feed<"x">(x)). A placeholder in a scope is found by its last part
/// too, where no other has it.
template <fixed_string Name, class X>
running::named_feed<Name, X> feed(const X& value) noexcept {
  return {value};
}

}  // namespace xscope
