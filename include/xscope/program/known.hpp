// SPDX-License-Identifier: BSD-3-Clause
// What a handle knows is asked as of a function, `x.shape()`, but is a data member that can be called. Of a
// static data member a compiler needs only the handle's type; where it is a function, GCC 12 reads the
// handle, and crashes if a lambda has captured it by value and the answer is a template argument:
//   [=](auto y) { return matmul(y, get_variable<"kernel", shape<x.shape()[1], 4>>); }
#pragma once

#include "../config.hpp"

#include <array>
#include <cstddef>
#include <string_view>

#include "../name/fixed_string.hpp"

namespace xscope::dsl {

/// Answers with a number or another structural value.
template <auto Value>
struct known {
  constexpr auto operator()() const { return Value; }
};

template <fixed_string Text>
struct known_text {
  constexpr std::string_view operator()() const { return Text.view(); }
};

/// Answers with dimensions.
template <std::size_t... D>
struct known_shape {
  constexpr std::array<std::size_t, sizeof...(D)> operator()() const { return {D...}; }
};

}  // namespace xscope::dsl
