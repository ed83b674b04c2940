// SPDX-License-Identifier: BSD-3-Clause
// 260 names: lists that are longer than what Clang nests in one expression.
#pragma once

#include <cstddef>
#include <utility>

#include <xscope/graph.hpp>

namespace long_lists {

inline constexpr std::size_t many = 260;

/// "x000", "x001", ...
template <char First, std::size_t I>
inline constexpr auto numbered = [] {
  const char text[] = {First, static_cast<char>('0' + I / 100), static_cast<char>('0' + I / 10 % 10),
                       static_cast<char>('0' + I % 10), '\0'};
  return xscope::fixed_string(text);
}();

/// f<0, ..., 259>().
template <class F>
constexpr decltype(auto) with_all(const F& f) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) -> decltype(auto) {
    return f.template operator()<I...>();
  }(std::make_index_sequence<many>{});
}

}  // namespace long_lists
