// SPDX-License-Identifier: BSD-3-Clause
// A tensor as it stands in a file, whatever the format.
#pragma once

#include "../config.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "../diag/text.hpp"
#include "../naming/dtype.hpp"
#include "../naming/extents.hpp"
#include "error.hpp"

namespace xscope::files {

static_assert(std::endian::native == std::endian::little,
              "xscope: files are little-endian, as all supported hosts are");

using bytes = std::span<const std::byte>;

/// How an element is written: one of our types, or bfloat16, which only files have.
struct element_format {
  data_type type{};
  bool is_bfloat16 = false;

  constexpr bool known() const { return is_bfloat16 || type.value != data_type::code::none; }
  constexpr std::size_t size() const { return is_bfloat16 ? 2 : type.size(); }
  constexpr std::string_view name() const { return is_bfloat16 ? "bfloat16" : type.name(); }
};

/// A tensor of a file: what the file says of it. Its elements stand in rows.
struct stored_tensor {
  std::string name;
  std::string unusable{};  // why no variable can take it; the file may be sound nevertheless
  element_format format{};
  extents shape{};
};

/// No dimension is larger, in whatever file: the largest number of all means one that is not known.
inline constexpr std::uint64_t largest_dimension = std::numeric_limits<std::int64_t>::max();

/// The tensors of a file. A deque grows in small pieces: a header full of tiny tensors gets no allocation
/// that is larger than itself.
using tensor_list = std::deque<stored_tensor>;

/// The bytes of a tensor, or nothing where there are more than a number can count.
constexpr std::optional<std::uint64_t> byte_size(const extents& shape, std::size_t element) {
  std::uint64_t n = element;
  // An empty dimension excuses no absurd one: it would overflow in whoever multiplies in another order.
  std::uint64_t without_zeros = element;
  for (const std::size_t d : shape) {
    if (d != 0 && __builtin_mul_overflow(without_zeros, std::uint64_t{d}, &without_zeros))
      return std::nullopt;
    n *= d;
  }
  return n;
}

inline std::string text_of(const extents& shape) {
  diag::writer out;
  out << shape;
  return std::string(out.view());
}

/// The numbers from 0 on in an order.
template <class Before>
std::vector<std::size_t> sorted_places(std::size_t count, const Before& before) {
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  std::sort(order.begin(), order.end(), before);
  return order;
}

/// Throws where two tensors have one name; gives their places in the order of their names.
inline std::vector<std::size_t> sorted_by_name(const tensor_list& tensors, std::string_view file) {
  std::vector<std::size_t> order = sorted_places(
      tensors.size(), [&](std::size_t a, std::size_t b) { return tensors[a].name < tensors[b].name; });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const std::string& name = tensors[order[i]].name;
    if (name == tensors[order[i - 1]].name)
      diag::raise<io::error>(file, io::trouble::damaged, name,
                             "the file has two tensors of that name; write it again");
  }
  return order;
}

/// The place of the tensor of that name, if there is one.
inline std::optional<std::size_t> find(const tensor_list& tensors, const std::vector<std::size_t>& sorted,
                                       std::string_view name) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), name,
                                   [&](std::size_t i, std::string_view n) { return tensors[i].name < n; });
  if (at == sorted.end() || tensors[*at].name != name) return std::nullopt;
  return *at;
}

/// A tensor to be written.
struct tensor_to_store {
  std::string_view name;
  data_type type{};
  extents shape{};
  bytes values;
};

}  // namespace xscope::files
