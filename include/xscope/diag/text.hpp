// SPDX-License-Identifier: BSD-3-Clause
// Writing at compile time: a buffer that takes text, numbers and shapes.
#pragma once

#include "../config.hpp"

#include <array>
#include <cstddef>
#include <string_view>

#include "../naming/extents.hpp"

namespace xscope::diag {

/// Text in the making; what does not fit is cut.
struct writer {
  static constexpr std::size_t capacity = 1000;
  std::array<char, capacity> data{};
  std::size_t size = 0;

  constexpr std::string_view view() const { return {data.data(), size}; }
  constexpr writer& operator<<(char c) {
    if (size < capacity) data[size++] = c;
    return *this;
  }
  constexpr writer& operator<<(std::string_view text) {
    for (const char c : text) *this << c;
    return *this;
  }
  constexpr writer& operator<<(std::size_t n) {
    char digits[20]{};
    std::size_t count = 0;
    do {
      digits[count++] = static_cast<char>('0' + n % 10);
      n /= 10;
    } while (n != 0);
    while (count > 0) *this << digits[--count];
    return *this;
  }
  /// As Python prints a tuple: (), (3,), (2, 3), and None for what is not known.
  constexpr writer& operator<<(const extents& shape) {
    *this << '(';
    for (std::size_t i = 0; i < shape.rank(); ++i) {
      if (i > 0) *this << std::string_view(", ");
      if (shape[i] == unknown) *this << std::string_view("None");
      else *this << shape[i];
    }
    if (shape.rank() == 1) *this << ',';
    return *this << ')';
  }
};

}  // namespace xscope::diag
