// SPDX-License-Identifier: BSD-3-Clause
//
// Grey pictures as characters, each with what it was taken for and what it is.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "idx.hpp"
#include "text.hpp"

namespace fashion {

inline constexpr std::array<std::string_view, classes> class_names = {
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"};

[[nodiscard]] constexpr std::string_view class_name(std::size_t index) {
  return index < classes ? class_names[index] : std::string_view("?");
}

struct picture {
  std::span<const std::uint8_t> pixels;  // 28 x 28, row after row; 0 is black
  std::size_t prediction = 0;
  std::size_t truth = 0;
};

/// Characters are about twice as high as wide, so two rows of pixels make one row of text: 28 x 14.
[[nodiscard]] inline std::string picture_row(std::span<const std::uint8_t> pixels, std::size_t row) {
  constexpr std::string_view ramp = " .:-=+*#%@";
  std::string text;
  for (std::size_t column = 0; column < side; ++column) {
    const std::size_t upper = pixels[2 * row * side + column];
    const std::size_t lower = pixels[(2 * row + 1) * side + column];
    text += ramp[(upper + lower) * ramp.size() / 511];  // the sum is at most 510
  }
  return text;
}

/// As many pictures side by side as `columns` allow, at least one.
[[nodiscard]] inline std::string gallery(std::span<const picture> pictures, std::size_t columns) {
  constexpr std::size_t gap = 2;
  const std::size_t per_line = std::max<std::size_t>(1, (columns + gap) / (side + gap));

  std::string text;
  for (std::size_t first = 0; first < pictures.size(); first += per_line) {
    const auto group = pictures.subspan(first, std::min(per_line, pictures.size() - first));
    const auto add_line = [&](auto cell) {
      std::string line;
      for (const picture& p : group) line += padded_right(cell(p), side + gap);
      line.erase(line.find_last_not_of(' ') + 1);
      text += line + "\n";
    };
    if (first != 0) text += "\n";
    for (std::size_t row = 0; row < side / 2; ++row) {
      add_line([&](const picture& p) { return picture_row(p.pixels, row); });
    }
    add_line([](const picture& p) {
      return "predicted " + std::string(class_name(p.prediction)) +
             (p.prediction == p.truth ? "" : ", wrong");
    });
    add_line([](const picture& p) { return "truth     " + std::string(class_name(p.truth)); });
  }
  return text;
}

}  // namespace fashion
