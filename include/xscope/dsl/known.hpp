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
#include <type_traits>

#include "../naming/extents.hpp"
#include "../naming/fixed_string.hpp"

namespace xscope::dsl {

/// Answers with a number or another structural value.
template <auto Value>
struct known {
  constexpr auto operator()() const { return Value; }
};

/// Answers with a text.
template <fixed_string Text>
struct known_text {
  constexpr std::string_view operator()() const { return Text.view(); }
};

/// Dimensions; as in Python, negative places count from the last.
template <std::size_t N>
struct dimensions : std::array<std::size_t, N> {
  template <class I>
  constexpr std::size_t operator[](I axis) const {
    if constexpr (std::is_signed_v<I>) {
      return at_place(static_cast<std::size_t>(axis < 0 ? axis + static_cast<I>(N) : axis));
    } else {
      return at_place(axis);
    }
  }

 private:
  constexpr std::size_t at_place(std::size_t place) const {
    return place < N ? static_cast<const std::array<std::size_t, N>&>(*this)[place] : beyond_rank;
  }
};

/// Answers with dimensions.
template <std::size_t... D>
struct known_shape {
  constexpr dimensions<sizeof...(D)> operator()() const { return {{D...}}; }
};

}  // namespace xscope::dsl

template <std::size_t N>
struct std::tuple_size<xscope::dsl::dimensions<N>> : std::tuple_size<std::array<std::size_t, N>> {};
template <std::size_t I, std::size_t N>
struct std::tuple_element<I, xscope::dsl::dimensions<N>> {
  using type = std::size_t;
};
