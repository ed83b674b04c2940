// SPDX-License-Identifier: BSD-3-Clause
// Callables that say how they were called: what they are told, they put into collections.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "support.hpp"

namespace check {

// --- what callables are told

template <class Request>
constexpr auto told_reuse(Request request) {
  if constexpr (request.reuse() == xs::auto_reuse) return xs::text<"AUTO_REUSE">;
  else if constexpr (request.reuse() == xs::reuse) return xs::text<"True">;
  else return xs::text<"False">;
}
template <class Request>
constexpr auto told_trainable(Request request) {
  if constexpr (request.trainable()) return xs::text<"True">;
  else return xs::text<"False">;
}
template <class Request>
constexpr auto told_dtype(Request) {
  using type = typename Request::value_type;
  if constexpr (std::is_same_v<type, float>) return xs::text<"float32">;
  else if constexpr (std::is_same_v<type, double>) return xs::text<"float64">;
  else if constexpr (std::is_same_v<type, std::int32_t>) return xs::text<"int32">;
  else if constexpr (std::is_same_v<type, std::int64_t>) return xs::text<"int64">;
  else if constexpr (std::is_same_v<type, bool>) return xs::text<"bool">;
  else return xs::text<"another">;
}
/// The sizes as digits: [2, 3] is "2 3".
template <class Request>
constexpr auto told_shape(Request request) {
  constexpr std::size_t length = [&] {
    std::size_t n = 1;
    for (std::size_t i = 0; i < request.shape().size(); ++i) {
      n += i == 0 ? 0U : 1U;
      for (std::size_t d = request.shape()[i]; d > 9; d /= 10) ++n;
      ++n;
    }
    return n;
  }();
  constexpr auto letters = [&] {
    struct {
      char text[length]{};
    } out;
    std::size_t at = length - 1;
    for (std::size_t i = request.shape().size(); i-- > 0;) {
      std::size_t d = request.shape()[i];
      do {
        out.text[--at] = static_cast<char>('0' + d % 10);
        d /= 10;
      } while (d > 0);
      if (i > 0) out.text[--at] = ' ';
    }
    return out;
  }();
  return xs::text<xs::fixed_string<length>(letters.text)>;
}

// --- argument scopes

/// Positional arguments, which arg_scope passes through.
template <auto... Values>
struct positional_t {};
template <auto... Values>
inline constexpr positional_t<Values...> positional{};

/// A statement that leaves behind whether something holds, for an assertion on the graph to find.
template <xs::fixed_string Key, bool Holds>
inline constexpr auto note = xs::add_to_collection<Key>(xs::value<int{Holds}>);
template <class Infos>
constexpr bool holds_true(const Infos& infos) {
  return infos.size() > 0 && infos[infos.size() - 1].number() == 1;
}

template <xs::fixed_string Key, class Passed, class Expected, class Keywords>
struct expecting_call {};
template <xs::fixed_string Key, class Passed>
struct call_t {
  template <class Expected, class Keywords>
  constexpr expecting_call<Key, Passed, Expected, Keywords> expects(Expected, Keywords) const {
    return {};
  }
};
/// The positional arguments of a call whose keyword arguments are to be looked at.
template <xs::fixed_string Key, auto Passed>
inline constexpr call_t<Key, std::remove_const_t<decltype(Passed)>> call{};

/// The body of a decorated function.
template <auto... Values, class Args>
constexpr auto received(positional_t<Values...>, Args) {
  return xs::seq();
}
template <xs::fixed_string Key, class Passed, class Expected, class Keywords, class Args>
constexpr auto received(expecting_call<Key, Passed, Expected, Keywords>, Args) {
  constexpr bool as_expected = std::is_same_v<Passed, Expected> && Args{} == Keywords{};
  return note<Key, as_expected>;
}

}  // namespace check
