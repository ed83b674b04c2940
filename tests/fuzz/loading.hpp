// SPDX-License-Identifier: BSD-3-Clause
// What the fuzz targets do with a file that they could open: load it into variables that its corpus names,
// with or without options. Whatever happens is an io::error that changes nothing, or success.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <xscope/io/weights.hpp>

namespace fuzz {

using namespace xscope::files;

inline void require(bool holds) {
  if (!holds) std::abort();
}

constexpr weight whole(std::string_view name, const xscope::extents& shape, xscope::data_type type,
                       axes order = {}) {
  const place at{name, order.shape_of(shape), region_of(shape, {}, shape, order)};
  return {at, at, false, type};
}
constexpr weight rows(std::string_view own, std::size_t begin, std::size_t count) {
  const xscope::extents shape{3, 2};
  const xscope::extents part{count, 2};
  return {{"w", shape, region_of(part, xscope::extents{begin, 0}, shape, {})},
          {own, part, region_of(part, {}, part, {})},
          true,
          xscope::data_type_of<std::int32_t>};
}
inline constexpr weight weights[] = {
    whole("a", xscope::extents{2, 3}, xscope::data_type_of<float>),
    whole("b", xscope::extents{2, 3}, xscope::data_type_of<float>, axes{1, 0}),
    whole("c", xscope::extents{}, xscope::data_type_of<bool>),
    whole("d", xscope::extents{3}, xscope::data_type_of<std::uint8_t>),
    rows("w/part_0", 0, 2),
    rows("w/part_1", 2, 1)};
inline constexpr std::size_t count = std::size(weights);

/// Loads a file that was opened; the input's size chooses the options.
template <class File>
void load(File& file, std::size_t size) {
  const load_options options{.partial = size % 3 > 0, .cast = size % 3 > 1};
  std::byte memory[count][32];
  std::memset(memory, 0x55, sizeof memory);
  std::byte* to[count];
  for (std::size_t i = 0; i < count; ++i) to[i] = memory[i];
  try {
    loading<File> all(file, weights, options);
    all.check("fuzz");
    all.write(to);
  } catch (const xscope::io::error& e) {
    require(!e.problems().empty() && std::strlen(e.what()) < 100'000);
    for (const auto& variable : memory) {
      for (const std::byte b : variable) require(b == std::byte{0x55});
    }
  }
  // A truth value is one, whatever the file has.
  require(memory[2][0] == std::byte{0x55} || static_cast<unsigned>(memory[2][0]) <= 1);
}

}  // namespace fuzz
