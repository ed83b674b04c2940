// SPDX-License-Identifier: BSD-3-Clause
//
// Reading IDX files: one good pair, and each way in which a file can be wrong.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>
#include <zlib.h>

#include "fashion_mnist/idx.hpp"

namespace {

namespace fs = std::filesystem;
using bytes = std::vector<std::uint8_t>;
constexpr std::size_t two_pictures = 2 * fashion::pixels_per_picture;

/// A directory of its own that goes away with the test.
class temporary_directory {
 public:
  temporary_directory() {
    std::random_device random;
    do {
      path_ = fs::temp_directory_path() / ("idx_test_" + std::to_string(random()));
    } while (!fs::create_directory(path_));
  }
  temporary_directory(const temporary_directory&) = delete;
  temporary_directory& operator=(const temporary_directory&) = delete;
  ~temporary_directory() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] fs::path operator/(std::string_view name) const { return path_ / name; }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void append(bytes& to, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) to.push_back(static_cast<std::uint8_t>(number >> shift));
}

bytes idx_bytes(const std::vector<std::uint32_t>& header, const bytes& payload) {
  bytes all;
  for (const std::uint32_t number : header) append(all, number);
  all.insert(all.end(), payload.begin(), payload.end());
  return all;
}

bytes gzipped(const bytes& plain) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  bytes out(deflateBound(&stream, static_cast<uLong>(plain.size())) + 64);
  bytes in = plain;
  stream.next_in = in.data();
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = out.data();
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

fs::path write(const fs::path& path, const bytes& content) {
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
  REQUIRE(file.good());
  return path;
}

bytes ramp(std::size_t size) {
  bytes payload(size);
  for (std::size_t i = 0; i < size; ++i) payload[i] = static_cast<std::uint8_t>(i * 7 % 251);
  return payload;
}

const bytes two_images = idx_bytes({2051, 2, 28, 28}, ramp(two_pictures));
const bytes two_labels = idx_bytes({2049, 2}, {9, 0});

/// Every refusal names the file and the remedy.
template <typename Read>
void require_refused(Read read, const fs::path& path, const std::string& reason) {
  using Catch::Contains;
  REQUIRE_THROWS_AS(read(path), std::runtime_error);
  CHECK_THROWS_WITH(read(path), Contains(path.string()) && Contains(reason) &&
                                    Contains("dataset-fashion-mnist") && Contains("--data"));
}

void refuse_images(const fs::path& path, const std::string& reason) {
  require_refused([](const fs::path& p) { return fashion::read_images(p); }, path, reason);
}

void refuse_labels(const fs::path& path, const std::string& reason) {
  require_refused([](const fs::path& p) { return fashion::read_labels(p); }, path, reason);
}

}  // namespace

TEST_CASE("good files are read whole", "[idx]") {
  const temporary_directory directory;
  const auto images_path = write(directory / "images.gz", gzipped(two_images));
  const auto labels_path = write(directory / "labels.gz", gzipped(two_labels));

  const auto images = fashion::read_images(images_path);
  CHECK(images.count == 2);
  CHECK(images.rows == 28);
  CHECK(images.columns == 28);
  CHECK(images.pixels == ramp(two_pictures));
  const auto second = images.picture(1);
  REQUIRE(second.size() == 784);
  CHECK(second[0] == ramp(785)[784]);

  CHECK(fashion::read_labels(labels_path) == bytes{9, 0});

  const auto both = fashion::read_labelled(images_path, labels_path);
  CHECK(both.size() == 2);
  CHECK(both.images.pixels == images.pixels);
}

TEST_CASE("a directory of four files is a data set", "[idx]") {
  const temporary_directory directory;
  for (const char* name : {"train-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte.gz"}) {
    write(directory / name, gzipped(two_images));
  }
  write(directory / "train-labels-idx1-ubyte.gz", gzipped(two_labels));
  const auto read = [&](const fs::path&) { return fashion::read_fashion_mnist(directory.path()); };
  require_refused(read, directory / "t10k-labels-idx1-ubyte.gz", "there is no such file");

  write(directory / "t10k-labels-idx1-ubyte.gz", gzipped(idx_bytes({2049, 2}, {3, 4})));
  const auto data = fashion::read_fashion_mnist(directory.path());
  CHECK(data.train.labels == bytes{9, 0});
  CHECK(data.test.labels == bytes{3, 4});
}

TEST_CASE("a file in several gzip members is one file", "[idx]") {
  const temporary_directory directory;
  const auto middle = two_images.begin() + 500;
  bytes content = gzipped(bytes(two_images.begin(), middle));
  const bytes rest = gzipped(bytes(middle, two_images.end()));
  content.insert(content.end(), rest.begin(), rest.end());
  CHECK(fashion::read_images(write(directory / "images.gz", content)).pixels == ramp(two_pictures));
}

TEST_CASE("what is no readable file is refused", "[idx]") {
  const temporary_directory directory;
  refuse_images(directory / "absent.gz", "there is no such file");
  refuse_labels(directory / "absent.gz", "there is no such file");
  refuse_images(directory.path(), "is not a regular file");
  refuse_images(write(directory / "empty.gz", {}), "is cut off");
  refuse_images(write(directory / "plain", two_images), "is not a gzip file");
}

TEST_CASE("a wrong magic number is refused", "[idx]") {
  const temporary_directory directory;
  refuse_images(write(directory / "labels.gz", gzipped(two_labels)), "magic number is 2049, not 2051");
  refuse_labels(write(directory / "images.gz", gzipped(two_images)), "magic number is 2051, not 2049");
  refuse_labels(write(directory / "text.gz", gzipped({'t', 'e', 'x', 't'})), "magic number");
}

TEST_CASE("a header that does not match the data is refused", "[idx]") {
  const temporary_directory directory;
  const auto one_less = bytes(two_images.begin(), two_images.end() - 1);
  refuse_images(write(directory / "short.gz", gzipped(one_less)), "is too short");
  refuse_images(write(directory / "header.gz", gzipped(idx_bytes({2051, 2}, {}))), "is too short");
  refuse_images(write(directory / "magic.gz", gzipped({0, 0, 8})), "is too short");

  auto one_more = two_images;
  one_more.push_back(0);
  refuse_images(write(directory / "long.gz", gzipped(one_more)), "is too long");
  refuse_labels(write(directory / "labels.gz", gzipped(idx_bytes({2049, 2}, {1, 2, 3}))), "is too long");
}

TEST_CASE("absurd dimensions are refused before anything is allocated", "[idx]") {
  const temporary_directory directory;
  constexpr std::uint32_t all = 0xFFFFFFFF;
  const auto refuse = [&](const std::vector<std::uint32_t>& header, const std::string& reason) {
    refuse_images(write(directory / "images.gz", gzipped(idx_bytes(header, ramp(784)))), reason);
  };
  refuse({2051, all, all, all}, "more than 1 GiB");
  refuse({2051, 0x80000000, 2, 0x80000000}, "more than 1 GiB");  // the product is 0 modulo 2^64
  refuse({2051, 1369569, 28, 28}, "more than 1 GiB");            // just above
  refuse({2051, 1369568, 28, 28}, "more than it can hold");      // just below
  refuse({2051, 0, 28, 28}, "announces 0 images");
  refuse({2051, 1, 0, 28}, "announces 0 rows");
  refuse({2051, 1, 28, 0}, "announces 0 columns");
  refuse_labels(write(directory / "labels.gz", gzipped(idx_bytes({2049, all}, {1}))), "more than 1 GiB");
}

TEST_CASE("a cut gzip file is refused, wherever it is cut", "[idx]") {
  const temporary_directory directory;
  const bytes whole = gzipped(two_images);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    INFO("the first " << size << " of " << whole.size() << " bytes");
    REQUIRE_THROWS_AS(fashion::read_images(write(directory / "cut.gz", cut)), std::runtime_error);
  }
  refuse_images(write(directory / "cut.gz", bytes(whole.begin(), whole.end() - 1)), "is cut off");
  refuse_images(write(directory / "cut.gz", bytes(whole.begin(), whole.end() - 8)), "is cut off");
}

TEST_CASE("a flipped bit is found by the checksum", "[idx]") {
  const temporary_directory directory;
  const bytes whole = gzipped(two_images);
  // The gzip header of ten bytes has fields that mean nothing for the data: time, system.
  for (std::size_t place = 10; place < whole.size(); ++place) {
    bytes damaged = whole;
    damaged[place] ^= 0x10;
    INFO("byte " << place << " of " << whole.size());
    REQUIRE_THROWS_AS(fashion::read_images(write(directory / "damaged.gz", damaged)), std::runtime_error);
  }
  bytes wrong_checksum = whole;
  wrong_checksum[whole.size() - 8] ^= 1;
  refuse_images(write(directory / "damaged.gz", wrong_checksum), "is damaged (incorrect data check)");
  bytes wrong_length = whole;
  wrong_length[whole.size() - 4] ^= 1;
  refuse_images(write(directory / "damaged.gz", wrong_length), "is damaged (incorrect length check)");
}

TEST_CASE("bytes after the compressed data are refused", "[idx]") {
  const temporary_directory directory;
  for (const std::size_t extra : {1U, 2U, 3U, 100U}) {
    bytes content = gzipped(two_labels);
    content.insert(content.end(), extra, 'x');
    refuse_labels(write(directory / "labels.gz", content), "trailing data");
  }
  bytes twice = gzipped(two_labels);
  const bytes again = twice;
  twice.insert(twice.end(), again.begin(), again.end());
  refuse_labels(write(directory / "labels.gz", twice), "is too long");
}

TEST_CASE("labels must be classes", "[idx]") {
  const temporary_directory directory;
  refuse_labels(write(directory / "labels.gz", gzipped(idx_bytes({2049, 3}, {9, 10, 0}))), "label 1 is 10");
  refuse_labels(write(directory / "labels.gz", gzipped(idx_bytes({2049, 1}, {255}))), "label 0 is 255");
}

TEST_CASE("images and labels must go together", "[idx]") {
  const temporary_directory directory;
  const auto images = write(directory / "images.gz", gzipped(two_images));
  const auto labels = write(directory / "labels.gz", gzipped(idx_bytes({2049, 3}, {1, 2, 3})));
  require_refused([&](const fs::path& p) { return fashion::read_labelled(images, p); }, labels,
                  "holds 3 labels for the 2 images");

  const auto wide = write(directory / "wide.gz", gzipped(idx_bytes({2051, 2, 14, 56}, ramp(two_pictures))));
  const auto good = write(directory / "labels.gz", gzipped(two_labels));
  require_refused([&](const fs::path& p) { return fashion::read_labelled(p, good); }, wide,
                  "holds images of 14 x 56 pixels");
}
