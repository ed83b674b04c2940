// SPDX-License-Identifier: BSD-3-Clause
// A refusal in words: the message of a fault, its slots filled with the evidence.
#pragma once

#include <cstddef>
#include <string_view>

#include "evidence.hpp"
#include "messages.hpp"
#include "text.hpp"

namespace xscope::diag {

/// Writes a value of evidence; false where there is none.
struct slot_writer {
  writer& out;

  constexpr bool operator()(optional_text value) const {
    if (value.there) out << value.text;
    return value.there;
  }
  constexpr bool operator()(naming::optional_ref<extents> value) const {
    if (value.there) out << *value;
    return value.there;
  }
  constexpr bool operator()(data_type value) const {
    if (value.value == data_type::code::none) return false;
    out << value.name();
    return true;
  }
  constexpr bool operator()(std::size_t value) const {
    if (value == no_count) return false;
    out << value;
    return true;
  }
  /// As Python prints a list: [1, 2].
  constexpr bool list(naming::optional_ref<extents> value) const {
    if (!value.there) return false;
    for (std::size_t k = 0; k < value->rank(); ++k)
      out << std::string_view(k == 0 ? "[" : ", ") << (*value)[k];
    out << ']';
    return true;
  }
};

/// Writes what stands for a slot; false where there is no such slot, or nothing for it.
constexpr bool write_slot(writer& out, const evidence& e, std::string_view slot) {
  const slot_writer write{out};
  if (slot == "call") return write(e.call);
  if (slot == "name") return write(e.name);
  if (slot == "other") return write(e.other);
  if (slot == "given") return write(e.given);
  if (slot == "taken") return write(e.taken);
  if (slot == "names") return write(e.names);
  if (slot == "part") return write(e.part);
  if (slot == "reason") return write(e.reason);
  if (slot == "remedy") return write(e.remedy);
  if (slot == "shape") return write(e.shape);
  if (slot == "other_shape") return write(e.other_shape);
  if (slot == "partitions") return write.list(e.partitions);
  if (slot == "other_partitions") return write.list(e.other_partitions);
  if (slot == "dtype") return write(e.dtype);
  if (slot == "other_dtype") return write(e.other_dtype) && (!e.other_is_ref || write("_ref"));
  if (slot == "count") return write(e.count);
  if (slot == "other_count") return write(e.other_count);
  return false;
}

/// The length of the slot that a text begins with, its braces included; or 0. (`{ ... }` and `{1, 0}` are
/// none.)
constexpr std::size_t slot_at(std::string_view text) {
  if (text.empty() || text[0] != '{') return 0;
  std::size_t n = 1;
  while (n < text.size() && ((text[n] >= 'a' && text[n] <= 'z') || text[n] == '_')) ++n;
  return n > 1 && n < text.size() && text[n] == '}' ? n + 1 : 0;
}

/// "code: message", or an empty text where nothing is wrong. A slot that nothing is known for is left as it
/// is written, which no test lets pass.
constexpr writer compose(const evidence& e) {
  writer out;
  const message m = message_of(e.what);
  if (m.code == errc::ok) return out;
  out << to_string(m.code) << std::string_view(": ");
  const std::string_view text = m.text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t n = text[i] == '{' ? slot_at(text.substr(i)) : 0;
    if (n != 0 && write_slot(out, e, text.substr(i + 1, n - 2))) i += n - 1;
    else out << text[i];
  }
  return out;
}

}  // namespace xscope::diag
