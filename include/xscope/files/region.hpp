// SPDX-License-Identifier: BSD-3-Clause
// Where a variable's elements stand in a tensor of a file: all of it, a slice of it, or all of it with the
// axes in another order. The compiler settles it; what is left are copies of rows.
#pragma once

#include "../config.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

#include "convert.hpp"
#include "stored.hpp"

namespace xscope::files {

/// The order of a tensor's axes in a file, as the `perm` of tf.transpose(variable, perm).
struct axes {
  std::array<unsigned char, max_rank> order{};
  std::size_t count = 0;  // 0: as they are

  constexpr axes() = default;
  template <class... I>
    requires(sizeof...(I) > 0 && sizeof...(I) <= max_rank)
  constexpr explicit axes(I... i) : order{static_cast<unsigned char>(i)...}, count(sizeof...(I)) {}

  /// Whether each axis of a tensor of that rank is named once.
  constexpr bool fit(std::size_t rank) const {
    if (count == 0) return true;
    unsigned seen = 0;
    for (std::size_t i = 0; i < count; ++i) seen |= 1U << order[i];
    return count == rank && seen == (1U << count) - 1;
  }
  /// The shape that a tensor has in the file.
  constexpr extents shape_of(const extents& shape) const {
    if (count == 0) return shape;
    extents out{};
    for (std::size_t i = 0; i < count; ++i) out.push_back(shape[order[i]]);
    return out;
  }
};

/// A variable's elements in a tensor of a file, in the order in which the variable has them.
struct region {
  std::size_t shape[max_rank]{};
  std::size_t stride[max_rank]{};  // in the file
  std::size_t rank = 0;
  std::size_t begin = 0;  // the file's element that is the variable's first
};

/// Whether the elements follow each other in the file as they do in the variable.
constexpr bool is_in_order(const region& r) { return r.rank == 1 && r.stride[0] == 1; }

/// `part` of `whole`, which stands in a file with its axes in another order. Axes along which the elements
/// follow each other in both are made one.
constexpr region region_of(const extents& part, const extents& offset, const extents& whole,
                           const axes& in_file) {
  std::size_t stride[max_rank]{};
  std::size_t step = 1;
  for (std::size_t i = whole.rank(); i-- > 0;) {
    const std::size_t axis = in_file.count == 0 ? i : in_file.order[i];
    stride[axis] = step;
    step *= whole[axis];
  }
  region out;
  for (std::size_t i = 0; i < part.rank(); ++i) {
    if (offset.rank() > 0) out.begin += offset[i] * stride[i];
    const bool joins = out.rank > 0 && out.stride[out.rank - 1] == part[i] * stride[i];
    const std::size_t at = joins ? out.rank - 1 : out.rank++;
    out.shape[at] = (joins ? out.shape[at] : 1) * part[i];
    out.stride[at] = stride[i];
  }
  if (out.rank == 0) {
    out.rank = 1;
    out.shape[0] = out.stride[0] = 1;
  }
  return out;
}

/// Calls f(variable's element, file's element) for the beginning of each row, while it returns true.
template <class F>
bool each_row(const region& r, const F& f) {
  std::size_t rows = 1;
  for (std::size_t i = 0; i + 1 < r.rank; ++i) rows *= r.shape[i];
  const std::size_t length = r.shape[r.rank - 1];
  if (length == 0) return true;
  std::size_t at[max_rank]{};
  std::size_t in_file = r.begin;
  for (std::size_t row = 0; row < rows; ++row) {
    if (!f(row * length, in_file)) return false;
    for (std::size_t i = r.rank - 1; i-- > 0;) {
      in_file += r.stride[i];
      if (++at[i] < r.shape[i]) break;
      in_file -= r.shape[i] * r.stride[i];
      at[i] = 0;
    }
  }
  return true;
}

template <std::size_t Size>
void copy_apart(std::byte* to, std::size_t to_step, const std::byte* from, std::size_t from_step,
                std::size_t count) {
  for (std::size_t i = 0; i < count; ++i)
    std::memcpy(to + i * to_step * Size, from + i * from_step * Size, Size);
}
/// Copies elements that stand so many elements apart.
inline void copy_row(std::byte* to, std::size_t to_step, const std::byte* from, std::size_t from_step,
                     std::size_t count, std::size_t size) {
  if (to_step == 1 && from_step == 1) {
    std::memcpy(to, from, count * size);
    return;
  }
  switch (size) {
  case 1: return copy_apart<1>(to, to_step, from, from_step, count);
  case 2: return copy_apart<2>(to, to_step, from, from_step, count);
  case 4: return copy_apart<4>(to, to_step, from, from_step, count);
  default: return copy_apart<8>(to, to_step, from, from_step, count);
  }
}

/// Whether elements can be copied as they are. Truth values in a file may be any byte.
inline bool same_bytes(element_format from, data_type to) { return from.type == to && !to.is_bool(); }

/// Reads a variable from a tensor's elements.
inline void read_region(const region& r, const std::byte* file, element_format from, std::byte* memory,
                        data_type to) {
  const std::size_t length = r.shape[r.rank - 1];
  const std::size_t step = r.stride[r.rank - 1];
  each_row(r, [&](std::size_t at, std::size_t in_file) {
    std::byte* row = memory + at * to.size();
    const std::byte* source = file + in_file * from.size();
    if (same_bytes(from, to)) {
      copy_row(row, 1, source, step, length, to.size());
    } else {
      for (std::size_t i = 0; i < length; ++i)
        store(number_at(source + i * step * from.size(), from), to, row + i * to.size());
    }
    return true;
  });
}

/// Whether a file's elements may be none of a variable's type.
inline bool may_misfit(element_format from, data_type to) { return !same_bytes(from, to) && to.is_integer(); }

/// The first element of a tensor that a variable's type does not have, if there is one.
inline std::optional<std::string> first_misfit(const region& r, const std::byte* file, element_format from,
                                               data_type to) {
  std::optional<std::string> out;
  if (!may_misfit(from, to)) return out;
  const std::size_t length = r.shape[r.rank - 1];
  each_row(r, [&](std::size_t, std::size_t in_file) {
    std::byte element[sizeof(std::uint64_t)];
    for (std::size_t i = 0; i < length && !out; ++i) {
      const number n = number_at(file + (in_file + i * r.stride[r.rank - 1]) * from.size(), from);
      if (!store(n, to, element)) out = text_of(n);
    }
    return !out;
  });
  return out;
}

/// Writes a variable into a tensor's elements.
inline void write_region(const region& r, std::byte* file, const std::byte* memory, data_type type) {
  each_row(r, [&](std::size_t at, std::size_t in_file) {
    copy_row(file + in_file * type.size(), r.stride[r.rank - 1], memory + at * type.size(), 1,
             r.shape[r.rank - 1], type.size());
    return true;
  });
}

}  // namespace xscope::files
