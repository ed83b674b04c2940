// SPDX-License-Identifier: BSD-3-Clause
// The format of .safetensors: eight bytes with the size of a header, the header as JSON, the elements.
//   {"net/kernel":{"dtype":"F32","shape":[3,4],"data_offsets":[0,48]}}
// The only header that includes nlohmann-json.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "error.hpp"
#include "stored.hpp"

namespace xscope::files {

/// Its names for element types.
struct safetensors_dtype {
  std::string_view name;
  element_format format;
};
inline constexpr safetensors_dtype safetensors_dtypes[] = {
    {"F16", {{data_type::code::float16}}},
    {"F32", {{data_type::code::float32}}},
    {"F64", {{data_type::code::float64}}},
    {"I8", {{data_type::code::int8}}},
    {"I16", {{data_type::code::int16}}},
    {"I32", {{data_type::code::int32}}},
    {"I64", {{data_type::code::int64}}},
    {"U8", {{data_type::code::uint8}}},
    {"U16", {{data_type::code::uint16}}},
    {"U32", {{data_type::code::uint32}}},
    {"U64", {{data_type::code::uint64}}},
    {"BOOL", {{data_type::code::boolean}}},
    {"BF16", {{}, true}},
};

/// Takes the events of the JSON parser one by one: keys that stand twice are seen, nothing is nested deeper
/// than a header is, and no tree of values is built.
class safetensors_header : public nlohmann::json_sax<nlohmann::json> {
 public:
  struct entry {
    stored_tensor tensor;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
  };
  std::vector<entry> entries;
  std::string tensor;  // the tensor that `reason` is about
  std::string reason;  // why the header is refused

  bool key(string_t& name) override {
    if (at_ == place::file) {
      tensor = name;
      at_ = place::named;
      return true;
    }
    if (at_ == place::metadata) return true;
    const unsigned bit = name == "dtype" ? 1U : name == "shape" ? 2U : name == "data_offsets" ? 4U : 0U;
    if (bit == 0) return refuse("has the unknown key `" + printable(name) + "`");
    if ((seen_ & bit) != 0) return refuse("has `" + name + "` twice");
    seen_ |= bit;
    key_ = bit;
    return true;
  }
  bool start_object(std::size_t) override {
    if (at_ == place::start) {
      at_ = place::file;
    } else if (at_ == place::named && tensor == "__metadata__") {
      if (std::exchange(has_metadata_, true)) return refuse("stands twice");
      at_ = place::metadata;
    } else if (at_ == place::named) {
      at_ = place::tensor;
      seen_ = key_ = 0;
      rank_ = offsets_ = 0;
      entries.emplace_back();
      entries.back().tensor.name = tensor;
    } else {
      return refuse("is nested too deep");
    }
    return true;
  }
  bool end_object() override {
    if (at_ == place::tensor) {
      if (seen_ != 7) return refuse("lacks one of `dtype`, `shape` and `data_offsets`");
      if (offsets_ != 2) return refuse("has not two data_offsets");
      if (rank_ > max_rank)
        entries.back().tensor.unusable =
            "it has " + std::to_string(rank_) + " dimensions, more than " + std::to_string(max_rank);
    }
    at_ = at_ == place::file ? place::end : place::file;
    return true;
  }
  bool start_array(std::size_t) override {
    if (at_ != place::tensor || key_ < 2) return refuse("has an array where none belongs");
    at_ = place::array;
    return true;
  }
  bool end_array() override {
    at_ = place::tensor;
    return true;
  }
  bool string(string_t& text) override {
    if (at_ == place::metadata) return true;
    if (at_ != place::tensor || key_ != 1) return refuse("has a text where none belongs");
    stored_tensor& t = entries.back().tensor;
    for (const safetensors_dtype& d : safetensors_dtypes) {
      if (d.name == text) t.format = d.format;
    }
    if (!t.format.known()) t.unusable = "elements of dtype `" + printable(text) + "` are not supported";
    return true;
  }
  bool number_unsigned(number_unsigned_t number) override {
    if (at_ != place::array) return refuse("has a number where none belongs");
    entry& e = entries.back();
    if (key_ == 2) {
      if (rank_++ < max_rank) e.tensor.shape.push_back(number);
    } else {
      if (offsets_ == 2) return refuse("has more than two data_offsets");
      (offsets_++ == 0 ? e.begin : e.end) = number;
    }
    return true;
  }
  // Negative numbers, fractions and what is too large for 64 bits.
  bool number_integer(number_integer_t) override { return refuse("has a number that counts nothing"); }
  bool number_float(number_float_t, const string_t&) override {
    return refuse("has a number that counts nothing");
  }
  bool null() override { return refuse("has a null where none belongs"); }
  bool boolean(bool) override { return refuse("has a truth value where none belongs"); }
  bool binary(binary_t&) override { return refuse("has bytes where none belong"); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& e) override {
    tensor.clear();
    reason = "the header is no JSON: " + printable(e.what());
    return false;
  }

 private:
  enum class place : unsigned char { start, file, named, metadata, tensor, array, end };

  bool refuse(std::string why) {
    reason = std::move(why);
    if (tensor.empty()) reason.insert(0, "the header ");
    return false;
  }

  place at_ = place::start;
  unsigned seen_ = 0;  // bits of the keys that a tensor has so far
  unsigned key_ = 0;   // that of the last one
  std::size_t rank_ = 0;
  std::size_t offsets_ = 0;
  bool has_metadata_ = false;
};

/// Reads a file that lies in memory. Its elements stay where they are: the tensors point to them.
class safetensors_file {
 public:
  safetensors_file(bytes all, std::string_view file) : file_(file) {
    std::uint64_t header_size = 0;
    if (all.size() < sizeof header_size)
      refuse("", "is cut off: " + std::to_string(all.size()) + " bytes hold no header");
    std::memcpy(&header_size, all.data(), sizeof header_size);
    if (header_size > all.size() - sizeof header_size)
      refuse("", "is cut off, or no .safetensors file: it says that its header has " +
                     std::to_string(header_size) + " bytes, but it has only " + std::to_string(all.size()));
    const auto* text = reinterpret_cast<const char*>(all.data()) + sizeof header_size;
    // The reference implementation wants a brace too, so that nothing can stand before the JSON.
    if (header_size == 0 || *text != '{') refuse("", "has a header that does not begin with a brace");
    safetensors_header header;
    if (!nlohmann::json::sax_parse(text, text + header_size, &header)) refuse(header.tensor, header.reason);
    place(header.entries, all.subspan(sizeof header_size + header_size));
    tensors_.reserve(header.entries.size());
    for (auto& e : header.entries) tensors_.push_back(std::move(e.tensor));
    sorted_ = sorted_by_name(tensors_, file_);
  }

  const std::vector<stored_tensor>& tensors() const { return tensors_; }
  std::optional<std::size_t> find(std::string_view name) const {
    return files::find(tensors_, sorted_, name);
  }
  /// The tensor with all that the file says of it; its values are there.
  const stored_tensor& describe(std::size_t i) const { return tensors_[i]; }
  bytes values(std::size_t i) const { return tensors_[i].values; }

 private:
  [[noreturn]] void refuse(std::string_view tensor, std::string reason) const {
    throw io::error(file_, io::trouble::damaged, tensor, std::move(reason));
  }

  /// Gives each tensor its bytes. They must follow each other without a gap, and fill the file.
  void place(std::vector<safetensors_header::entry>& entries, bytes data) const {
    std::vector<std::size_t> order(entries.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(entries[a].begin, entries[a].end) < std::pair(entries[b].begin, entries[b].end);
    });
    std::uint64_t free = 0;
    const std::string* last = nullptr;
    for (const std::size_t i : order) {
      auto& [t, begin, end] = entries[i];
      const std::string range = "its data_offsets " + std::to_string(begin) + " to " + std::to_string(end);
      if (begin > end) refuse(t.name, range + " run backwards");
      if (end > data.size())
        refuse(t.name, range + " go beyond the " + std::to_string(data.size()) +
                           " bytes that the file has; it may be cut off");
      if (begin < free) refuse(t.name, range + " overlap those of `" + printable(*last) + '`');
      if (begin > free) refuse(t.name, range + " leave a gap behind byte " + std::to_string(free));
      if (t.format.known() && t.unusable.empty()) {
        const auto needed = byte_size(t.shape, t.format.size());
        if (!needed || *needed != end - begin)
          refuse(t.name, range + " do not fit shape " + text_of(t.shape) + " of dtype " +
                             std::string(t.format.name()));
      }
      t.values = data.subspan(begin, end - begin);
      free = end;
      last = &t.name;
    }
    if (free != data.size())
      refuse("", "has " + std::to_string(data.size() - free) + " bytes that belong to no tensor");
  }

  std::string file_;
  std::vector<stored_tensor> tensors_;
  std::vector<std::size_t> sorted_;
};

/// Writes tensors through write(bytes). As the reference implementation does,
/// the widest elements come first and the header is filled up with spaces, so that all elements are aligned.
template <class Write>
void write_safetensors(std::vector<tensor_to_store> tensors, const Write& write) {
  std::sort(tensors.begin(), tensors.end(), [](const auto& a, const auto& b) {
    return std::pair(b.type.size(), a.name) < std::pair(a.type.size(), b.name);
  });
  nlohmann::ordered_json header = nlohmann::ordered_json::object();
  std::uint64_t at = 0;
  for (const tensor_to_store& t : tensors) {
    const auto* dtype = std::find_if(std::begin(safetensors_dtypes), std::end(safetensors_dtypes),
                                     [&](const auto& d) { return d.format.type == t.type; });
    auto& entry = header[std::string(t.name)];
    entry["dtype"] = std::string(dtype->name);
    entry["shape"] = std::vector<std::uint64_t>(t.shape.begin(), t.shape.end());
    entry["data_offsets"] = {at, at + t.values.size()};
    at += t.values.size();
  }
  std::string text = header.dump();
  text.resize((text.size() + 7) / 8 * 8, ' ');
  const std::uint64_t size = text.size();
  write(std::as_bytes(std::span(&size, 1)));
  write(std::as_bytes(std::span(text)));
  for (const tensor_to_store& t : tensors) write(t.values);
}

}  // namespace xscope::files
