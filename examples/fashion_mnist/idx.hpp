// SPDX-License-Identifier: BSD-3-Clause
//
// In: gzip'ed IDX files, the format of MNIST and its relatives. Out: bytes and dimensions.
// Whatever is wrong with a file is a std::runtime_error that says which file, why, and what to do.
//
//   const auto data = fashion::read_fashion_mnist("/usr/share/datasets/fashion-mnist");
//   data.train.images.picture(0);  // 784 bytes
//   data.train.labels[0];          // 0..9
#pragma once

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <zlib.h>

namespace fashion {

inline constexpr std::size_t side = 28;
inline constexpr std::size_t pixels_per_picture = side * side;
inline constexpr std::size_t classes = 10;

inline constexpr std::uint32_t images_magic = 2051;
inline constexpr std::uint32_t labels_magic = 2049;

/// No file may ask for more memory than this, whatever its header says.
inline constexpr std::uint64_t largest_payload = std::uint64_t{1} << 30;

struct image_file {
  std::size_t count = 0;
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<std::uint8_t> pixels;  // row after row, picture after picture

  [[nodiscard]] std::span<const std::uint8_t> picture(std::size_t index) const {
    return std::span{pixels}.subspan(index * rows * columns, rows * columns);
  }
};

struct labelled_images {
  image_file images;
  std::vector<std::uint8_t> labels;

  [[nodiscard]] std::size_t size() const { return labels.size(); }
};

struct fashion_mnist {
  labelled_images train;
  labelled_images test;
};

namespace idx {

[[noreturn]] inline void fail(const std::filesystem::path& file, const std::string& reason) {
  throw std::runtime_error(file.string() + ": " + reason +
                           "; install Debian's package dataset-fashion-mnist, or give the directory "
                           "that holds the files with --data");
}

/// Inflates a gzip file piece by piece. It does not use gzread, which passes plain files through and
/// ignores bytes after the compressed data: both would hide a damaged file.
class gzip_reader {
 public:
  explicit gzip_reader(std::filesystem::path file) : path_(std::move(file)) {
    std::error_code error;
    const auto status = std::filesystem::status(path_, error);
    if (status.type() == std::filesystem::file_type::not_found) fail(path_, "there is no such file");
    if (error) fail(path_, "cannot be opened (" + error.message() + ")");
    if (!std::filesystem::is_regular_file(status)) fail(path_, "is not a regular file");
    compressed_size_ = std::filesystem::file_size(path_, error);
    if (error) fail(path_, "its size cannot be read (" + error.message() + ")");
    errno = 0;
    input_.open(path_, std::ios::binary);
    if (!input_) fail(path_, "cannot be opened (" + std::generic_category().message(errno) + ")");
    if (inflateInit2(&stream_, gzip_only) != Z_OK) throw std::runtime_error("zlib cannot be started");
  }
  gzip_reader(const gzip_reader&) = delete;
  gzip_reader& operator=(const gzip_reader&) = delete;
  ~gzip_reader() { inflateEnd(&stream_); }

  /// Fills all of `out`, or throws.
  void read(std::span<std::uint8_t> out) {
    while (!out.empty()) {
      const std::size_t got = read_some(out);
      if (got == 0) fail(path_, "is too short: the data end before what the header announces");
      out = out.subspan(got);
    }
  }

  [[nodiscard]] std::uint32_t read_big_endian() {
    std::array<std::uint8_t, 4> bytes{};
    read(bytes);
    std::uint32_t number = 0;
    for (const std::uint8_t byte : bytes) number = (number << 8U) | byte;
    return number;
  }

  /// Reads on to the checksum behind the data, so it must be called for that to be verified.
  void expect_end() {
    std::array<std::uint8_t, 1> byte{};
    if (read_some(byte) != 0) fail(path_, "is too long: data follow what the header announces");
  }

  /// Deflate cannot do better than 1032:1, so a small file that announces much is lying.
  [[nodiscard]] bool can_hold(std::uint64_t bytes) const { return bytes / 1032 <= compressed_size_; }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  static constexpr const char* trailing = "has trailing data after the compressed data";
  static constexpr int gzip_only = 15 + 16;  // zlib's spelling of: largest window, gzip header required

  /// The number of bytes written to the front of `out`; 0 only at the end of the file.
  std::size_t read_some(std::span<std::uint8_t> out) {
    const std::size_t room = std::min<std::size_t>(out.size(), std::numeric_limits<uInt>::max());
    stream_.next_out = out.data();
    stream_.avail_out = static_cast<uInt>(room);
    while (stream_.avail_out == room) {
      if (stream_.avail_in == 0 && !refill()) {
        if (between_members_) return 0;
        fail(path_, first_member_ ? "is cut off: the compressed data have no end" : trailing);
      }
      if (between_members_) {
        inflateReset(&stream_);
        between_members_ = false;
        first_member_ = false;
      }
      const int result = inflate(&stream_, Z_NO_FLUSH);
      if (result == Z_STREAM_END) {
        between_members_ = true;
      } else if (result != Z_OK) {
        explain(result);
      }
    }
    return room - stream_.avail_out;
  }

  bool refill() {
    input_.read(reinterpret_cast<char*>(buffer_.data()), static_cast<std::streamsize>(buffer_.size()));
    if (input_.bad()) fail(path_, "cannot be read to its end");
    stream_.next_in = buffer_.data();
    stream_.avail_in = static_cast<uInt>(input_.gcount());
    return stream_.avail_in != 0;
  }

  [[noreturn]] void explain(int result) const {
    const std::string_view detail = stream_.msg != nullptr ? stream_.msg : zError(result);
    if (detail == "incorrect header check") {
      fail(path_, first_member_ ? "is not a gzip file" : trailing);
    }
    fail(path_, "is damaged (" + std::string(detail) + ")");
  }

  std::filesystem::path path_;
  std::ifstream input_;
  std::uintmax_t compressed_size_ = 0;
  z_stream stream_{};
  std::vector<std::uint8_t> buffer_ = std::vector<std::uint8_t>(std::size_t{1} << 16U);
  bool first_member_ = true;
  bool between_members_ = false;
};

inline void expect_magic(gzip_reader& file, std::uint32_t expected, std::string_view kind) {
  const std::uint32_t magic = file.read_big_endian();
  if (magic != expected) {
    fail(file.path(), "is not an IDX file of " + std::string(kind) + " (its magic number is " +
                          std::to_string(magic) + ", not " + std::to_string(expected) + ")");
  }
}

inline std::size_t read_dimension(gzip_reader& file, std::string_view name) {
  const std::uint32_t dimension = file.read_big_endian();
  if (dimension == 0) fail(file.path(), "announces 0 " + std::string(name));
  return dimension;
}

/// Checks the size before a byte is allocated.
inline std::vector<std::uint8_t> read_payload(gzip_reader& file, std::span<const std::size_t> dimensions) {
  std::uint64_t size = 1;
  for (const std::size_t dimension : dimensions) {
    // Each factor is below 2^32 and the product so far is at most 2^30: this cannot overflow.
    size *= dimension;
    if (size > largest_payload) fail(file.path(), "announces more than 1 GiB of data");
  }
  if (!file.can_hold(size)) {
    fail(file.path(),
         "is too short: it announces " + std::to_string(size) + " bytes of data, more than it can hold");
  }
  std::vector<std::uint8_t> payload(static_cast<std::size_t>(size));
  file.read(payload);
  file.expect_end();
  return payload;
}

}  // namespace idx

[[nodiscard]] inline image_file read_images(const std::filesystem::path& path) {
  idx::gzip_reader file(path);
  idx::expect_magic(file, images_magic, "images");
  image_file images;
  images.count = idx::read_dimension(file, "images");
  images.rows = idx::read_dimension(file, "rows");
  images.columns = idx::read_dimension(file, "columns");
  const std::array dimensions{images.count, images.rows, images.columns};
  images.pixels = idx::read_payload(file, dimensions);
  return images;
}

[[nodiscard]] inline std::vector<std::uint8_t> read_labels(const std::filesystem::path& path) {
  idx::gzip_reader file(path);
  idx::expect_magic(file, labels_magic, "labels");
  const std::array dimensions{idx::read_dimension(file, "labels")};
  auto labels = idx::read_payload(file, dimensions);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] >= classes) {
      idx::fail(path, "label " + std::to_string(i) + " is " + std::to_string(labels[i]) +
                          ", the classes are 0 to 9");
    }
  }
  return labels;
}

/// A file of images and the file of their labels, which must go together.
[[nodiscard]] inline labelled_images read_labelled(const std::filesystem::path& images_path,
                                                   const std::filesystem::path& labels_path) {
  labelled_images data{read_images(images_path), read_labels(labels_path)};
  if (data.images.rows != side || data.images.columns != side) {
    idx::fail(images_path, "holds images of " + std::to_string(data.images.rows) + " x " +
                               std::to_string(data.images.columns) + " pixels, not 28 x 28");
  }
  if (data.images.count != data.labels.size()) {
    idx::fail(labels_path, "holds " + std::to_string(data.labels.size()) + " labels for the " +
                               std::to_string(data.images.count) + " images of " + images_path.string());
  }
  return data;
}

[[nodiscard]] inline fashion_mnist read_fashion_mnist(const std::filesystem::path& directory) {
  return {read_labelled(directory / "train-images-idx3-ubyte.gz", directory / "train-labels-idx1-ubyte.gz"),
          read_labelled(directory / "t10k-images-idx3-ubyte.gz", directory / "t10k-labels-idx1-ubyte.gz")};
}

}  // namespace fashion
