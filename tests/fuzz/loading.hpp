// SPDX-License-Identifier: BSD-3-Clause
// What the fuzz targets do with a file that they could open: load it into variables that its corpus names,
// with or without options. Whatever happens is an io::error that changes nothing, or success.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <xscope/files/weights.hpp>

namespace fuzz {

using namespace xscope::files;

inline void require(bool holds) {
  if (!holds) std::abort();
}

template <class T>
constexpr auto of = xscope::data_type_of<T>;
using shape = xscope::extents;
inline constexpr weight weights[] = {
    whole_weight("a", shape{2, 3}, of<float>),
    whole_weight("b", shape{2, 3}, of<float>, axes{1, 0}),
    whole_weight("c", shape{}, of<bool>),
    whole_weight("d", shape{3}, of<std::uint8_t>),
    slice_weight("w", shape{3, 2}, "w/part_0", shape{2, 2}, shape{0, 0}, of<std::int32_t>),
    slice_weight("w", shape{3, 2}, "w/part_1", shape{1, 2}, shape{2, 0}, of<std::int32_t>)};
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
