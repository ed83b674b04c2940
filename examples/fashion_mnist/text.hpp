// SPDX-License-Identifier: BSD-3-Clause
//
// Numbers and columns as text. Nothing here depends on the locale.
#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>

namespace fashion {

[[nodiscard]] inline std::string padded_left(std::string_view text, std::size_t width) {
  return std::string(text.size() < width ? width - text.size() : 0, ' ').append(text);
}

[[nodiscard]] inline std::string padded_right(std::string_view text, std::size_t width) {
  return std::string(text).append(text.size() < width ? width - text.size() : 0, ' ');
}

/// fixed(0.51234, 2) is "0.51".
[[nodiscard]] inline std::string fixed(double number, int decimals) {
  std::array<char, 400> buffer{};  // the largest double has 309 digits before the point
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed, decimals);
  return error == std::errc{} ? std::string(buffer.data(), end) : std::string("?");
}

/// grouped(1234567) is "1,234,567".
[[nodiscard]] inline std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t place = text.size(); place > 3; place -= 3) text.insert(place - 3, 1, ',');
  return text;
}

[[nodiscard]] inline std::string grouped(double number) {
  if (!(number >= 0 && number < 1e15)) return "?";
  return grouped(static_cast<std::uint64_t>(std::llround(number)));
}

/// clock_time(83.9) is "1:23", clock_time(3723) is "1:02:03".
[[nodiscard]] inline std::string clock_time(double seconds) {
  if (!(seconds >= 0 && seconds < 1e15)) return "?";
  const auto total = static_cast<std::uint64_t>(seconds);
  const std::uint64_t hours = total / 3600;
  std::string text = std::to_string(hours > 0 ? hours : total / 60);
  const auto append_two_digits = [&](std::uint64_t n) {
    text += ':';
    if (n < 10) text += '0';
    text += std::to_string(n);
  };
  if (hours > 0) append_two_digits(total / 60 % 60);
  append_two_digits(total % 60);
  return text;
}

/// Columns on a terminal of UTF-8 text in which each character is one column wide.
[[nodiscard]] inline std::size_t displayed_width(std::string_view text) {
  std::size_t width = 0;
  for (const char c : text) width += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return width;
}

}  // namespace fashion
