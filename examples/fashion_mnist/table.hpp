// SPDX-License-Identifier: BSD-3-Clause
//
// A table of variables with their total, as text.
//
//   variable             shape      parameters
//   net/hidden/kernel:0  (784, 128)    100,352
//   ...
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "text.hpp"

namespace fashion {

struct table_row {
  std::string name;
  std::string shape;
  std::uint64_t parameters = 0;
};

/// As Python prints a tuple: (), (10,), (784, 128).
template <typename Shape>
[[nodiscard]] std::string shape_text(const Shape& shape) {
  std::string text = "(";
  std::size_t rank = 0;
  for (const auto extent : shape) {
    if (rank != 0) text += ", ";
    text += std::to_string(extent);
    ++rank;
  }
  return text + (rank == 1 ? ",)" : ")");
}

[[nodiscard]] inline std::string table(std::span<const table_row> rows) {
  constexpr std::string_view name_heading = "variable";
  constexpr std::string_view shape_heading = "shape";
  constexpr std::string_view parameters_heading = "parameters";

  std::uint64_t total = 0;
  for (const table_row& row : rows) total += row.parameters;

  std::size_t name_width = name_heading.size();
  std::size_t shape_width = shape_heading.size();
  const std::size_t parameters_width = std::max(parameters_heading.size(), grouped(total).size());
  for (const table_row& row : rows) {
    name_width = std::max(name_width, row.name.size());
    shape_width = std::max(shape_width, row.shape.size());
  }
  const auto line = [&](std::string_view name, std::string_view shape, std::string_view parameters) {
    return padded_right(name, name_width) + "  " + padded_right(shape, shape_width) + "  " +
           padded_left(parameters, parameters_width) + "\n";
  };
  const std::string rule(name_width + shape_width + parameters_width + 4, '-');

  std::string text = line(name_heading, shape_heading, parameters_heading) + rule + "\n";
  for (const table_row& row : rows) text += line(row.name, row.shape, grouped(row.parameters));
  return text + rule + "\n" + line("total", "", grouped(total));
}

}  // namespace fashion
