// SPDX-License-Identifier: BSD-3-Clause
// The format of .npz: a zip archive with an entry "net/kernel.npy" for each array.
// The only header that includes libzip.
#pragma once

#include "../config.hpp"

#if !__has_include(<zip.h>)
#error "xscope needs libzip, which is not on the include path (Debian: libzip-dev)"
#include "the compilation ends here: see the error above"
#endif

#include <zip.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "error.hpp"
#include "input.hpp"
#include "npy.hpp"
#include "stored.hpp"
#include "utf8.hpp"

namespace xscope::files {

/// libzip's error, whose text must be freed.
class zip_failure {
 public:
  zip_failure() { zip_error_init(&error_); }
  ~zip_failure() { zip_error_fini(&error_); }
  zip_failure(const zip_failure&) = delete;
  zip_failure& operator=(const zip_failure&) = delete;

  zip_error_t* get() { return &error_; }
  int code() const { return zip_error_code_zip(&error_); }
  std::string text() { return zip_error_strerror(&error_); }

 private:
  zip_error_t error_{};
};

struct close_zip {
  void operator()(zip_t* zip) const { zip_discard(zip); }
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using zip_handle = std::unique_ptr<zip_t, close_zip>;
using zip_entry = std::unique_ptr<zip_file_t, close_zip>;
using zip_source = std::unique_ptr<zip_source_t, close_zip>;
/// Libzip owns now what a handle has owned, or has freed it.
template <class Handle>
void hand_over(Handle& handle) {
  [[maybe_unused]] const auto* const held = handle.release();
}

/// What an archive ends with: a signature, numbers, and a comment whose size is the last of them.
inline constexpr std::string_view zip_end_signature = "PK\5\6";
inline constexpr std::size_t zip_end_size = 22;

/// What libzip reads an archive from.
struct zip_input {
  const input* from;
  std::uint64_t size;
  std::uint64_t at = 0;
  zip_failure why{};

  static zip_int64_t answer(void* self, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    auto& in = *static_cast<zip_input*>(self);
    zip_error_t* const why = in.why.get();
    switch (command) {
    case ZIP_SOURCE_OPEN: in.at = 0; return 0;
    case ZIP_SOURCE_READ: {
      const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(size, in.size - in.at));
      const std::size_t n = in.from->read_some(in.at, {static_cast<std::byte*>(data), wanted});
      if (n < wanted) zip_error_set(why, ZIP_ER_READ, errno != 0 ? errno : EIO);
      in.at += n;
      return n < wanted ? -1 : static_cast<zip_int64_t>(n);
    }
    case ZIP_SOURCE_SEEK: {
      const zip_int64_t to = zip_source_seek_compute_offset(in.at, in.size, data, size, why);
      if (to < 0) return -1;
      in.at = static_cast<std::uint64_t>(to);
      return 0;
    }
    case ZIP_SOURCE_TELL: return static_cast<zip_int64_t>(in.at);
    case ZIP_SOURCE_STAT: {
      zip_stat_t* const stat = ZIP_SOURCE_GET_ARGS(zip_stat_t, data, size, why);
      if (stat == nullptr) return -1;
      zip_stat_init(stat);
      stat->size = in.size;
      stat->valid |= ZIP_STAT_SIZE;
      return 0;
    }
    case ZIP_SOURCE_ERROR: return zip_error_to_data(why, data, size);
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE: return 0;
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_SEEK,
                                            ZIP_SOURCE_TELL, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                                            ZIP_SOURCE_CLOSE, ZIP_SOURCE_FREE, -1);
    default: zip_error_set(why, ZIP_ER_OPNOTSUPP, 0); return -1;
    }
  }
};

/// Reads an archive. An array's header is read when it is asked for, and its elements later still, when it is
/// known that they have the size that somebody wants.
class npz_file {
 public:
  npz_file(input all, std::string_view file) : file_(file), from_(std::move(all)) {
    // libzip takes an empty file for an empty archive.
    if (from_.size() == 0) refuse("", "is cut off: it is empty");
    input_.size = end_of_archive();
    zip_failure why;
    zip_ = open(ZIP_RDONLY | ZIP_CHECKCONS, why);
    // With a name that stands twice libzip does not say which.
    const bool is_consistent = zip_ != nullptr;
    if (!is_consistent) {
      zip_failure again;
      zip_ = open(ZIP_RDONLY, again);
    }
    if (zip_ != nullptr) list();
    if (!is_consistent) refuse("", join("is no sound archive: ", why.text(), "; it may be cut off"));
  }
  npz_file(const npz_file&) = delete;
  npz_file& operator=(const npz_file&) = delete;

  const tensor_list& tensors() const { return tensors_; }
  std::optional<std::size_t> find(std::string_view name) const {
    return files::find(tensors_, sorted_, name);
  }

  /// The tensor with all that the file says of it, but for its values.
  const stored_tensor& describe(std::size_t i) {
    stored_tensor& t = tensors_[i];
    if (std::exchange(entries_[i].described, true) || !t.unusable.empty()) return t;
    zip_entry in = open_entry(i);
    std::vector<std::byte> head(std::min<std::uint64_t>(npy_long_preamble, entries_[i].size));
    read(i, in, head);
    if (!entries_[i].named_npy && !npy_preamble_info::begins(head)) {
      t.unusable = "it is no .npy array";
      return t;
    }
    const npy_preamble_info preamble(head);
    if (!preamble.wrong.empty()) refuse(t.name, preamble.wrong);
    std::uint64_t size = preamble.begin + preamble.size;
    if (size > entries_[i].size) refuse(t.name, "is cut off within its header");
    const std::size_t there = head.size();
    head.resize(std::max<std::size_t>(there, size));
    read(i, in, std::span(head).subspan(there));
    const npy_dictionary dictionary(
        {reinterpret_cast<const char*>(head.data()) + preamble.begin, preamble.size}, t);
    if (!dictionary.wrong.empty()) refuse(t.name, dictionary.wrong);
    entries_[i].header = size;
    if (!t.unusable.empty()) return t;
    const auto wanted = byte_size(t.shape, t.format.size());
    // NumPy reads as many as it needs, and does not mind more.
    if (wanted && *wanted < entries_[i].size - size) entries_[i].used = size + *wanted;
    else if (!wanted || *wanted > entries_[i].size - size)
      refuse(t.name, join("has ", entries_[i].size - size, " bytes of elements, which do not fit shape ",
                          text_of(t.shape), " of dtype ", t.format.name()));
    return t;
  }

  /// The elements of a tensor that was described, inflated; they are checked against the archive's checksum.
  /// Takes as much memory as describe() has said.
  bytes values(std::size_t i) {
    entry& e = entries_[i];
    if (e.inflated == nullptr) {
      auto memory = std::make_unique_for_overwrite<std::byte[]>(e.used);
      zip_entry in = open_entry(i);
      read(i, in, {memory.get(), e.used});
      std::byte more[1024];
      for (std::uint64_t left = e.size - e.used; left > 0;) {
        const auto part =
            std::span(more).first(static_cast<std::size_t>(std::min<std::uint64_t>(left, sizeof more)));
        read(i, in, part);
        left -= part.size();
      }
      // At its end libzip compares the checksum.
      const zip_int64_t n = zip_fread(in.get(), more, 1);
      if (n != 0)
        refuse(tensors_[i].name, n < 0 ? zip_file_strerror(in.get()) : "is longer than the archive says");
      e.inflated = std::move(memory);
    }
    return {e.inflated.get() + e.header, e.used - e.header};
  }
  /// Reads some of a tensor's bytes.
  void read(std::size_t i, std::size_t first, std::span<std::byte> to) {
    if (!to.empty()) std::memcpy(to.data(), values(i).data() + first, to.size());
  }
  /// Elements are unpacked, and known to be sound.
  void prepare(std::size_t i) { values(i); }
  void require_unchanged() const { from_.require_unchanged(); }

 private:
  struct entry {
    zip_uint64_t index = 0;
    std::uint64_t size = 0;
    bool named_npy = false;
    std::uint64_t used = 0;  // its header and its elements
    std::size_t header = 0;
    bool described = false;
    std::unique_ptr<std::byte[]> inflated{};
  };

  [[noreturn]] void refuse(std::string_view tensor, std::string reason) const {
    diag::raise<io::error>(file_, io::trouble::damaged, tensor, std::move(reason));
  }

  /// Behind the archive's last record and its comment: whoever reads .npz ignores what comes behind.
  std::uint64_t end_of_archive() const {
    constexpr std::size_t longest_comment = 0xffff;
    const auto size =
        static_cast<std::size_t>(std::min<std::uint64_t>(from_.size(), zip_end_size + longest_comment));
    std::vector<std::byte> buffer;
    const bytes read = from_.view(from_.size() - size, size, buffer);
    const std::string_view tail(reinterpret_cast<const char*>(read.data()), read.size());
    const std::size_t at = tail.rfind(zip_end_signature);
    if (at == std::string_view::npos || tail.size() - at < zip_end_size) return from_.size();
    const auto comment = static_cast<std::size_t>(static_cast<unsigned char>(tail[at + 20]) |
                                                  static_cast<unsigned char>(tail[at + 21]) << 8);
    return comment > tail.size() - at - zip_end_size ? from_.size()
                                                     : from_.size() - size + at + zip_end_size + comment;
  }
  zip_handle open(int flags, zip_failure& why) {
    zip_source input(zip_source_function_create(zip_input::answer, &input_, why.get()));
    if (input == nullptr) return nullptr;
    zip_handle out(zip_open_from_source(input.get(), flags, why.get()));
    if (out != nullptr) hand_over(input);
    return out;
  }

  /// Notes what is in the archive; nothing is unpacked.
  void list() {
    const zip_int64_t count = zip_get_num_entries(zip_.get(), 0);
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
      zip_stat_t stat;
      constexpr zip_uint64_t needed =
          ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
      if (zip_stat_index(zip_.get(), i, ZIP_FL_ENC_RAW, &stat) != 0 || (stat.valid & needed) != needed)
        refuse("", "has an entry without a name or a size");
      stored_tensor t;
      t.name = stat.name;
      if (t.name.ends_with('/')) continue;  // a folder
      const bool named_npy = t.name.ends_with(".npy");
      if (named_npy) t.name.resize(t.name.size() - 4);
      if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
        t.unusable = join("it is compressed by method ", stat.comp_method,
                          "; save it with numpy.savez or numpy.savez_compressed");
      else if (stat.comp_method == ZIP_CM_STORE && stat.comp_size != stat.size)
        refuse(t.name, join("is stored in ", stat.comp_size, " bytes, but should have ", stat.size));
      tensors_.push_back(std::move(t));
      entries_.push_back({i, stat.size, named_npy, stat.size});
    }
    sorted_ = sorted_by_name(tensors_, file_);
  }

  zip_entry open_entry(std::size_t i) const {
    zip_entry out(zip_fopen_index(zip_.get(), entries_[i].index, 0));
    if (out == nullptr) refuse(tensors_[i].name, join("cannot be unpacked: ", zip_strerror(zip_.get())));
    return out;
  }
  void read(std::size_t i, const zip_entry& in, std::span<std::byte> to) const {
    while (!to.empty()) {
      const zip_int64_t n = zip_fread(in.get(), to.data(), to.size());
      if (n < 0) refuse(tensors_[i].name, join("cannot be unpacked: ", zip_file_strerror(in.get())));
      if (n == 0) refuse(tensors_[i].name, "is cut off");
      to = to.subspan(static_cast<std::size_t>(n));
    }
  }

  std::string file_;
  input from_;
  zip_input input_{&from_, 0};
  zip_handle zip_;
  tensor_list tensors_;
  std::deque<entry> entries_;
  std::vector<std::size_t> sorted_;
};

/// Writes tensors as an archive through write(bytes), uncompressed as numpy.savez does. The archive is made
/// in memory.
template <class Write>
void write_npz(const std::vector<tensor_to_store>& tensors, std::string_view file, const Write& write) {
  if (tensors.empty()) {
    // libzip makes no archive without entries.
    std::string end(zip_end_signature);
    end.resize(zip_end_size);
    write(std::as_bytes(std::span(end)));
    return;
  }
  const auto check = [&](bool done, zip_error_t* why) {
    if (!done)
      diag::raise<io::error>(file, io::trouble::system, "", join("libzip: ", zip_error_strerror(why)));
  };
  zip_failure why;
  const zip_source source(zip_source_buffer_create(nullptr, 0, 0, why.get()));
  check(source != nullptr, why.get());
  zip_handle zip(zip_open_from_source(source.get(), ZIP_TRUNCATE, why.get()));
  check(zip != nullptr, why.get());
  zip_source_keep(source.get());  // one owner is the archive, and one reads what it has written

  std::vector<std::string> headers;  // read when the archive is closed
  headers.reserve(tensors.size());
  for (const tensor_to_store& t : tensors) {
    if (!is_utf8(t.name) || t.name.find('\0') != std::string_view::npos)
      diag::raise<io::error>(file, io::trouble::unsupported, t.name,
                             "the format wants names in UTF-8, without zero bytes; rename the variable");
    headers.push_back(npy_header(t));
    // libzip's fragments are not const, but it reads them only.
    zip_buffer_fragment_t parts[] = {
        {reinterpret_cast<zip_uint8_t*>(headers.back().data()), headers.back().size()},
        {const_cast<zip_uint8_t*>(reinterpret_cast<const zip_uint8_t*>(t.values.data())), t.values.size()}};
    zip_source entry(zip_source_buffer_fragment(zip.get(), parts, t.values.empty() ? 1 : 2, 0));
    check(entry != nullptr, zip_get_error(zip.get()));
    const std::string name = join(t.name, ".npy");
    const zip_int64_t at = zip_file_add(zip.get(), name.c_str(), entry.get(), ZIP_FL_ENC_UTF_8);
    check(at >= 0, zip_get_error(zip.get()));
    hand_over(entry);
    // Equal variables give equal files: all entries are of the first day that the format can say.
    constexpr zip_uint16_t first_day = 1 << 5 | 1;
    const auto index = static_cast<zip_uint64_t>(at);
    check(zip_set_file_compression(zip.get(), index, ZIP_CM_STORE, 0) == 0 &&
              zip_file_set_dostime(zip.get(), index, 0, first_day, 0) == 0,
          zip_get_error(zip.get()));
  }
  check(zip_close(zip.get()) == 0, zip_get_error(zip.get()));
  hand_over(zip);

  check(zip_source_open(source.get()) == 0, zip_source_error(source.get()));
  std::vector<std::byte> chunk(1 << 16);
  for (;;) {
    const zip_int64_t n = zip_source_read(source.get(), chunk.data(), chunk.size());
    check(n >= 0, zip_source_error(source.get()));
    if (n == 0) break;
    write(bytes(chunk.data(), static_cast<std::size_t>(n)));
  }
  zip_source_close(source.get());
}

}  // namespace xscope::files
