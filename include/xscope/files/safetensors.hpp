// SPDX-License-Identifier: BSD-3-Clause
// The format of .safetensors: eight bytes with the size of a header, the header as JSON, the elements.
//   {"net/kernel":{"dtype":"F32","shape":[3,4],"data_offsets":[0,48]}}
#pragma once

#include "../config.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "error.hpp"
#include "input.hpp"
#include "json.hpp"
#include "stored.hpp"

namespace xscope::files {

/// The key of the header that is no tensor.
inline constexpr std::string_view safetensors_metadata = "__metadata__";
/// The reference implementation reads no longer ones.
inline constexpr std::uint64_t longest_safetensors_header = 100'000'000;

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
  struct range {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
  };
  tensor_list tensors;
  std::deque<range> offsets;  // of each, in the data behind the header
  std::map<std::string, std::string> metadata;
  std::string tensor;  // the tensor that `reason` is about
  std::string reason;  // why the header is refused

  bool key(string_t& name) override {
    if (at_ == place::file) {
      tensor = name;
      at_ = place::named;
      return true;
    }
    if (at_ == place::metadata) {
      entry_ = name;
      return true;
    }
    const unsigned bit = name == "dtype" ? 1U : name == "shape" ? 2U : name == "data_offsets" ? 4U : 0U;
    if (bit == 0) return refuse(join("has the unknown key `", printable(name), "`"));
    if ((seen_ & bit) != 0) return refuse(join("has `", name, "` twice"));
    seen_ |= bit;
    key_ = bit;
    return true;
  }
  bool start_object(std::size_t) override {
    if (at_ == place::start) {
      at_ = place::file;
    } else if (at_ == place::named && tensor == safetensors_metadata) {
      if (std::exchange(has_metadata_, true)) return refuse("stands twice");
      at_ = place::metadata;
    } else if (at_ == place::named) {
      at_ = place::tensor;
      seen_ = key_ = 0;
      rank_ = numbers_ = 0;
      offsets.emplace_back();
      tensors.emplace_back().name = tensor;
    } else {
      return refuse("is nested too deep");
    }
    return true;
  }
  bool end_object() override {
    if (at_ == place::tensor) {
      if (seen_ != 7) return refuse("lacks one of `dtype`, `shape` and `data_offsets`");
      if (numbers_ != 2) return refuse("has not two data_offsets");
      if (rank_ > max_rank)
        tensors.back().unusable = join("it has ", rank_, " dimensions, more than ", max_rank);
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
    if (at_ == place::metadata) {
      if (metadata.emplace(entry_, text).second) return true;
      return refuse(join("has `", printable(entry_), "` twice"));
    }
    if (at_ != place::tensor || key_ != 1) return refuse("has a text where none belongs");
    stored_tensor& t = tensors.back();
    for (const safetensors_dtype& d : safetensors_dtypes) {
      if (d.name == text) t.format = d.format;
    }
    if (!t.format.known()) t.unusable = join("elements of dtype `", printable(text), "` are not supported");
    return true;
  }
  bool number_unsigned(number_unsigned_t number) override {
    if (at_ != place::array) return refuse("has a number where none belongs");
    if (key_ == 2) {
      if (number > largest_dimension) return refuse("has a number that counts nothing");
      if (rank_++ < max_rank) tensors.back().shape.push_back(number);
    } else {
      if (numbers_ == 2) return refuse("has more than two data_offsets");
      (numbers_++ == 0 ? offsets.back().begin : offsets.back().end) = number;
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
    reason = join("the header is no JSON: ", printable(e.what()));
    return false;
  }

 private:
  enum class place : unsigned char { start, file, named, metadata, tensor, array, end };

  bool refuse(std::string why) {
    reason = tensor.empty() ? join("the header ", why) : std::move(why);
    return false;
  }

  place at_ = place::start;
  unsigned seen_ = 0;  // bits of the keys that a tensor has so far
  unsigned key_ = 0;   // that of the last one
  std::size_t rank_ = 0;
  std::size_t numbers_ = 0;
  bool has_metadata_ = false;
  std::string entry_;  // the last key in the metadata
};

/// Reads a file's header; elements are read when they are asked for.
class safetensors_file {
 public:
  safetensors_file(input all, std::string_view file) : file_(file), from_(std::move(all)) {
    std::uint64_t header_size = 0;
    if (from_.size() < sizeof header_size)
      refuse("", join("is cut off: ", from_.size(), " bytes hold no header"));
    from_.read(0, std::as_writable_bytes(std::span(&header_size, 1)));
    if (header_size > from_.size() - sizeof header_size)
      refuse("", join("is cut off, or no .safetensors file: it says that its header has ", header_size,
                      " bytes, but it has only ", from_.size()));
    if (header_size > longest_safetensors_header)
      refuse("", join("has an absurd header of ", header_size, " bytes"));
    std::vector<std::byte> buffer;
    const bytes read = from_.view(sizeof header_size, header_size, buffer);
    const std::string_view text(reinterpret_cast<const char*>(read.data()), read.size());
    // The reference implementation wants a brace too, so that nothing can stand before the JSON.
    if (!text.starts_with('{')) refuse("", "has a header that does not begin with a brace");
    // The parser takes a zero for the text's end, whatever comes behind.
    if (text.find('\0') != std::string_view::npos) refuse("", "has a header with a zero byte in it");
    safetensors_header header;
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &header)) refuse(header.tensor, header.reason);
    tensors_ = std::move(header.tensors);
    offsets_ = std::move(header.offsets);
    begin_ = sizeof header_size + header_size;
    place(from_.size() - begin_);
    sorted_ = sorted_by_name(tensors_, file_);
    for (const auto& [alias, kept] : header.metadata) {
      if (const auto tensor = files::find(tensors_, sorted_, kept)) aliases_.emplace(alias, *tensor);
    }
  }

  const tensor_list& tensors() const { return tensors_; }
  /// The tensor of that name. One that several names shared is stored once, and the metadata say which one
  /// stands for the others: {"alias": "kept"}, as Hugging Face's save_model writes it.
  std::optional<std::size_t> find(std::string_view name) const {
    if (const auto tensor = files::find(tensors_, sorted_, name)) return tensor;
    const auto alias = aliases_.find(name);
    return alias == aliases_.end() ? std::nullopt : std::optional(alias->second);
  }
  /// The tensor with all that the file says of it.
  const stored_tensor& describe(std::size_t i) const { return tensors_[i]; }
  /// The elements of a tensor, until those of another one are asked for.
  bytes values(std::size_t i) {
    if (last_read_ == i) return buffer_;
    last_read_ = nothing;
    const bytes out = from_.view(begin_ + offsets_[i].begin, size_of(i), buffer_);
    if (out.data() == buffer_.data()) last_read_ = i;
    return out;
  }
  /// Reads some of a tensor's bytes.
  void read(std::size_t i, std::size_t first, std::span<std::byte> to) const {
    from_.read(begin_ + offsets_[i].begin + first, to);
  }
  /// Elements need no checks but those of whoever wants them.
  void prepare(std::size_t) const {}
  void require_unchanged() const { from_.require_unchanged(); }

 private:
  static constexpr std::size_t nothing = static_cast<std::size_t>(-1);

  [[noreturn]] void refuse(std::string_view tensor, std::string reason) const {
    diag::raise<io::error>(file_, io::trouble::damaged, tensor, std::move(reason));
  }

  std::size_t size_of(std::size_t i) const { return offsets_[i].end - offsets_[i].begin; }

  /// Tensors must follow each other without a gap, and fill the file.
  void place(std::uint64_t size) const {
    const auto order = sorted_places(offsets_.size(), [&](std::size_t a, std::size_t b) {
      return std::pair(offsets_[a].begin, offsets_[a].end) < std::pair(offsets_[b].begin, offsets_[b].end);
    });
    std::uint64_t free = 0;
    const std::string* last = nullptr;
    for (const std::size_t i : order) {
      const stored_tensor& t = tensors_[i];
      const auto [begin, end] = offsets_[i];
      const std::string range = join("its data_offsets ", begin, " to ", end);
      if (begin > end) refuse(t.name, join(range, " run backwards"));
      if (end > size)
        refuse(t.name, join(range, " go beyond the ", size, " bytes that the file has; it may be cut off"));
      if (begin < free) refuse(t.name, join(range, " overlap those of `", printable(*last), '`'));
      if (begin > free) refuse(t.name, join(range, " leave a gap behind byte ", free));
      if (t.format.known() && t.unusable.empty()) {
        const auto needed = byte_size(t.shape, t.format.size());
        if (!needed || *needed != end - begin)
          refuse(t.name, join(range, " do not fit shape ", text_of(t.shape), " of dtype ", t.format.name()));
      }
      free = end;
      last = &t.name;
    }
    if (free != size) refuse("", join("has ", size - free, " bytes that belong to no tensor"));
  }

  std::string file_;
  input from_;
  tensor_list tensors_;
  std::deque<safetensors_header::range> offsets_;
  std::uint64_t begin_ = 0;  // of the elements
  std::vector<std::size_t> sorted_;
  std::map<std::string, std::size_t, std::less<>> aliases_;
  std::vector<std::byte> buffer_;
  std::size_t last_read_ = nothing;  // the tensor whose elements are in the buffer
};

/// Writes tensors through write(bytes); `file` is for messages. As the reference implementation does,
/// the widest elements come first and the header is filled up with spaces, so that all elements are aligned.
template <class Write>
void write_safetensors(std::vector<tensor_to_store> tensors, std::string_view file, const Write& write) {
  std::sort(tensors.begin(), tensors.end(), [](const auto& a, const auto& b) {
    return std::pair(b.type.size(), a.name) < std::pair(a.type.size(), b.name);
  });
  json header = json::object();
  std::uint64_t at = 0;
  for (const tensor_to_store& t : tensors) {
    const auto* dtype = std::find_if(std::begin(safetensors_dtypes), std::end(safetensors_dtypes),
                                     [&](const auto& d) { return d.format.type == t.type; });
    if (t.name == safetensors_metadata)
      diag::raise<io::error>(file, io::trouble::unsupported, t.name,
                             "is how the format calls its metadata; rename it");
    auto& entry = header[std::string(t.name)];
    entry["dtype"] = std::string(dtype->name);
    entry["shape"] = std::vector<std::uint64_t>(t.shape.begin(), t.shape.end());
    entry["data_offsets"] = {at, at + t.values.size()};
    at += t.values.size();
  }
  // What is no UTF-8 vanishes from the one, and not from the other. (That dump throws would end a program
  // without exceptions.)
  std::string text = header.dump(-1, ' ', false, json::error_handler_t::ignore);
  if (text.size() != header.dump(-1, ' ', false, json::error_handler_t::replace).size())
    diag::raise<io::error>(file, io::trouble::unsupported, "",
                           "the format wants names in UTF-8; rename the variable");
  text.resize((text.size() + 7) / 8 * 8, ' ');
  const std::uint64_t size = text.size();
  write(std::as_bytes(std::span(&size, 1)));
  write(std::as_bytes(std::span(text)));
  for (const tensor_to_store& t : tensors) write(t.values);
}

}  // namespace xscope::files
