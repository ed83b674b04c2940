// SPDX-License-Identifier: BSD-3-Clause
// A program with 260 placeholders, variables and results: more than the compilers nest in one expression.
#pragma once

#include <cstddef>
#include <utility>

#include <xscope/graph.hpp>

namespace long_lists {

namespace xs = xscope;

inline constexpr std::size_t many = 260;

/// "x000", "x001", ...
template <char First, std::size_t I>
inline constexpr auto numbered = [] {
  const char text[] = {First, static_cast<char>('0' + I / 100), static_cast<char>('0' + I / 10 % 10),
                       static_cast<char>('0' + I % 10), '\0'};
  return xs::fixed_string(text);
}();

/// f<0, ..., 259>().
template <class F>
constexpr decltype(auto) with_all(const F& f) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) -> decltype(auto) {
    return f.template operator()<I...>();
  }(std::make_index_sequence<many>{});
}

/// Result i is the sum of placeholder i and of variable i.
inline constexpr auto g = xs::graph(with_all([]<std::size_t... I>() {
  return xs::pack(xs::add(xs::placeholder<numbered<'x', I>, xs::shape<2>>,
                          xs::get_variable<numbered<'v', I>, xs::shape<2>>)...);
}));

}  // namespace long_lists
