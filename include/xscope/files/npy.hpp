// SPDX-License-Identifier: BSD-3-Clause
// The header of .npy, NumPy's format for one array: a magic text, a version, and a Python dictionary.
//   \x93NUMPY 1 0 118 {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }
// xtensor's reader of it allocates what the file asks for, and takes memory for a file.
#pragma once

#include "../config.hpp"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "stored.hpp"

namespace xscope::files {

inline constexpr std::string_view npy_magic = "\x93NUMPY";
/// What comes before the dictionary at least, and at most.
inline constexpr std::size_t npy_preamble = 10;
inline constexpr std::size_t npy_long_preamble = 12;
/// The longest dictionary that is read; that of an array of numbers has about a hundred characters.
inline constexpr std::size_t longest_npy_dictionary = 65535;

/// NumPy's names for element types, without the byte order.
struct npy_dtype {
  std::string_view name;
  data_type type{};
};
inline constexpr npy_dtype npy_dtypes[] = {
    {"f2", {data_type::code::float16}}, {"f4", {data_type::code::float32}},
    {"f8", {data_type::code::float64}}, {"i1", {data_type::code::int8}},
    {"i2", {data_type::code::int16}},   {"i4", {data_type::code::int32}},
    {"i8", {data_type::code::int64}},   {"u1", {data_type::code::uint8}},
    {"u2", {data_type::code::uint16}},  {"u4", {data_type::code::uint32}},
    {"u8", {data_type::code::uint64}},  {"b1", {data_type::code::boolean}},
};

/// Where the dictionary lies in a file, of which only the beginning need be there.
struct npy_preamble_info {
  std::size_t begin = 0;
  std::size_t size = 0;
  std::string wrong{};  // what is wrong, or empty

  static bool begins(bytes start) {
    return std::string_view(reinterpret_cast<const char*>(start.data()), start.size()).starts_with(npy_magic);
  }
  explicit npy_preamble_info(bytes start) {
    const auto at = [&](std::size_t i) { return std::to_integer<std::size_t>(start[i]); };
    if (start.size() < npy_preamble) {
      wrong = "is cut off: it is too short for a header";
    } else if (!begins(start)) {
      wrong = "is no .npy array: it does not begin as one";
    } else if (at(6) == 1) {
      begin = npy_preamble;
      size = at(8) | at(9) << 8;
    } else if ((at(6) != 2 && at(6) != 3) || start.size() < npy_long_preamble) {
      wrong = join("has the unknown version ", at(6), " of .npy");
    } else {
      begin = npy_long_preamble;
      size = at(8) | at(9) << 8 | at(10) << 16 | at(11) << 24;
    }
    if (size > longest_npy_dictionary) wrong = join("has an absurd header of ", size, " bytes");
  }
};

/// Reads the dictionary: three keys, each once, with a text, a truth value and a tuple of numbers. What it
/// cannot read is no array of numbers.
class npy_dictionary {
 public:
  std::string wrong{};  // why the file is refused, or empty

  /// Tells the tensor its shape and element type, or why it is unusable.
  npy_dictionary(std::string_view text, stored_tensor& to) : rest_(text) { read(to); }

 private:
  void read(stored_tensor& to) {
    if (!take("{")) return refuse("does not begin with a brace");
    unsigned seen = 0;
    while (!take("}")) {
      const auto key = quoted();
      const unsigned bit = key == "descr" ? 1U : key == "fortran_order" ? 2U : key == "shape" ? 4U : 0U;
      if (!key || bit == 0) return refuse("has another key than descr, fortran_order and shape");
      if ((seen & bit) != 0) return refuse(join("has `", *key, "` twice"));
      seen |= bit;
      if (!take(":")) return refuse("has no colon behind a key");
      if (bit == 1 ? !dtype(to) : bit == 2 ? !order(to) : !shape(to)) return;
      if (!take(",") && !rest_.starts_with("}")) return refuse("has no comma between keys");
    }
    if (seen != 7) return refuse("lacks one of descr, fortran_order and shape");
    if (rest_.find_first_not_of(" \n") != std::string_view::npos) return refuse("goes on behind its end");
  }
  void refuse(std::string_view why) { wrong = join("has a header that ", why); }
  bool refused(std::string_view why) {
    refuse(why);
    return false;
  }
  void skip_space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }
  bool take(std::string_view token) {
    skip_space();
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    skip_space();
    return true;
  }
  std::optional<std::string_view> quoted() {
    if (rest_.empty() || (rest_[0] != '\'' && rest_[0] != '"')) return std::nullopt;
    const std::size_t end = rest_.find(rest_[0], 1);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view text = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    skip_space();
    return text;
  }
  void cannot_use(stored_tensor& to, std::string why) {
    if (to.unusable.empty()) to.unusable = std::move(why);
  }

  bool dtype(stored_tensor& to) {
    const auto descr = quoted();
    if (!descr)
      return refused("describes no array of plain numbers; store each field as an array of its own");
    for (const npy_dtype& d : npy_dtypes) {
      if (descr->size() > 1 && descr->substr(1) == d.name) to.format = {d.type};
    }
    const char byte_order = descr->empty() ? ' ' : (*descr)[0];
    if (!to.format.known() || (byte_order != '<' && byte_order != '>' && byte_order != '|')) {
      to.format = {};
      cannot_use(to, join("elements of dtype `", printable(*descr), "` are not supported"));
    } else if (byte_order == '>' && to.format.size() > 1) {
      cannot_use(to, join("its elements are big-endian (`", *descr,
                          "`); save it as a.astype(a.dtype.newbyteorder('<'))"));
    }
    return true;
  }
  bool order(stored_tensor& to) {
    if (take("False")) return true;
    if (!take("True")) return refused("says neither True nor False to fortran_order");
    cannot_use(to, "it is stored by columns (Fortran order); save it as numpy.ascontiguousarray(a)");
    return true;
  }
  bool shape(stored_tensor& to) {
    if (!take("(")) return refused("has no tuple as shape");
    std::size_t rank = 0;
    bool comma = true;
    for (; !take(")"); comma = take(",")) {
      std::uint64_t d = 0;
      const auto [end, failed] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), d);
      if (!comma || failed != std::errc{} || d > largest_dimension)
        return refused("has a shape that is no tuple of sizes");
      rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
      take("L");  // as Python 2 wrote long numbers
      skip_space();
      if (rank++ < max_rank) to.shape.push_back(d);
    }
    if (rank == 1 && !comma) return refused("has a number in parentheses as shape, which is no tuple");
    if (rank > max_rank) cannot_use(to, join("it has ", rank, " dimensions, more than ", max_rank));
    return true;
  }

  std::string_view rest_;
};

/// The header that NumPy would write, filled up so that the elements behind it are aligned.
inline std::string npy_header(const tensor_to_store& tensor) {
  std::string text = "{'descr': '";
  for (const npy_dtype& d : npy_dtypes) {
    if (d.type == tensor.type) text.append(d.type.size() == 1 ? "|" : "<").append(d.name);
  }
  text += join("', 'fortran_order': False, 'shape': ", text_of(tensor.shape), ", }");
  constexpr std::size_t alignment = 64;
  const std::size_t used = npy_preamble + text.size() + 1;
  text.append((used + alignment - 1) / alignment * alignment - used, ' ');
  text += '\n';
  std::string out(npy_magic);
  out += {'\x01', '\x00', static_cast<char>(text.size() & 0xff), static_cast<char>(text.size() >> 8)};
  return out + text;
}

}  // namespace xscope::files
