// SPDX-License-Identifier: BSD-3-Clause
// Files of events, byte by byte: sums, records, messages, buckets; and what happens when they cannot be
// written.
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <limits>
#include <protozero/pbf_reader.hpp>
#include <string>
#include <string_view>
#include <vector>
#include <xscope/io/summary_writer.hpp>
#include <xtensor/xtensor.hpp>
#include <xtensor/xview.hpp>

#include "files.hpp"
#include "folder.hpp"

namespace {

using io_test::bytes_of;
using io_test::folder;
using io_test::refusal;
using protozero::pbf_reader;
using xscope::summary_writer;
using xscope::files::crc32c;
using xscope::files::histogram;

constexpr double largest = std::numeric_limits<double>::max();

/// The sum as its definition has it, bit by bit.
std::uint32_t crc_by_bits(std::string_view text) {
  std::uint32_t crc = 0xffffffff;
  for (const char c : text) {
    crc ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) crc = crc >> 1 ^ (crc % 2 == 1 ? 0x82f63b78 : 0);
  }
  return ~crc;
}

template <class T>
T number_at(std::string_view text, std::size_t at) {
  T out;
  REQUIRE(at + sizeof out <= text.size());
  std::memcpy(&out, text.data() + at, sizeof out);
  return out;
}
std::uint32_t masked_sum(std::string_view text) {
  const std::uint32_t crc = crc_by_bits(text);
  return ((crc >> 15) | (crc << 17)) + 0xa282ead8U;
}
/// What the records of a file hold.
std::vector<std::string> records(std::string_view file) {
  std::vector<std::string> out;
  while (!file.empty()) {
    const auto size = number_at<std::uint64_t>(file, 0);
    REQUIRE(file.size() >= 16 + size);
    CHECK(number_at<std::uint32_t>(file, 8) == masked_sum(file.substr(0, 8)));
    CHECK(number_at<std::uint32_t>(file, 12 + size) == masked_sum(file.substr(12, size)));
    out.emplace_back(file.substr(12, size));
    file.remove_prefix(16 + size);
  }
  return out;
}

/// A field that is a message.
pbf_reader inside(pbf_reader message, protozero::pbf_tag_type field) {
  REQUIRE(message.next(field));
  return message.get_message();
}
std::string text_in(pbf_reader message, protozero::pbf_tag_type field) {
  REQUIRE(message.next(field));
  return message.get_string();
}
double double_in(pbf_reader message, protozero::pbf_tag_type field) {
  REQUIRE(message.next(field));
  return message.get_double();
}
std::vector<double> doubles_in(pbf_reader message, protozero::pbf_tag_type field) {
  REQUIRE(message.next(field));
  const auto all = message.get_packed_double();
  return {all.begin(), all.end()};
}
std::int64_t step_in(pbf_reader event) { return event.next(2) ? event.get_int64() : 0; }
/// Of an event's summary, the only value.
pbf_reader value_in(const std::string& event) { return inside(inside(pbf_reader(event), 5), 1); }

std::string content(const folder& here, const summary_writer& writer) {
  return here.read(std::filesystem::path(writer.path()).filename().string());
}
std::size_t files_in(const folder& here) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(here.path()), {}));
}
constexpr auto noon = [] { return 1234567.25; };

/// No file of this process grows beyond so many bytes: writing more is an error, as on a full disk.
void limit_size(rlim_t bytes) {
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{bytes, RLIM_INFINITY};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

/// What f gives in a process of its own, whose files may be limited.
template <class F>
int in_a_process(const F& f) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) ::_exit(f());
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("the sum's known answers") {
  const auto sum = [](const std::string& text) { return crc32c(bytes_of(text)); };
  std::string up(32, '\0');
  for (std::size_t i = 0; i < 32; ++i) up[i] = static_cast<char>(i);
  CHECK(sum("") == 0);
  CHECK(sum("123456789") == 0xe3069283);
  // RFC 3720, B.4
  CHECK(sum(std::string(32, '\0')) == 0x8a9136aa);
  CHECK(sum(std::string(32, '\xff')) == 0x62a8ab43);
  CHECK(sum(up) == 0x46dd794e);
  CHECK(sum({up.rbegin(), up.rend()}) == 0x113fdb5c);
  CHECK(xscope::files::masked(0) == 0xa282ead8);
  CHECK(xscope::files::masked(0xffffffff) == 0xa282ead7);
}

TEST_CASE("a file begins as TensorFlow's do") {
  const folder here;
  summary_writer writer(here / "logs/first", noon);
  const std::string name = std::filesystem::path(writer.path()).filename().string();
  CHECK(name.starts_with("events.out.tfevents.0001234567."));
  CHECK(name.ends_with(xscope::files::join('.', ::getpid(), ".0")));
  // It is on the disk at once.
  const std::string all = here.read("logs/first/" + name);
  const std::string start("\x18\0\0\0\0\0\0\0\xa3\x7fK\"\x09\0\0\0@\x87\xd6\x32\x41\x1a\x0d", 23);
  CHECK(all.substr(0, 23) == start);
  CHECK(records(all) == std::vector{start.substr(12) + "brain.Event:2"});
}

TEST_CASE("numbers, texts and graphs") {
  const folder here;
  double time = 10;
  summary_writer writer(here / "", [&] { return time += 0.5; });
  writer.add_scalar("loss", 0.1, 0);
  writer.add_scalar("net/loss", -std::numeric_limits<double>::infinity(), 1 << 20);
  writer.add_scalar("", 0, -1);
  writer.add_text("notes", "# one\n\xc3\xa9", 3);
  writer.add_graph(std::string("\x0a\0\xff", 3));
  writer.flush();
  const auto events = records(content(here, writer));
  REQUIRE(events.size() == 6);
  for (std::size_t i = 0; i < events.size(); ++i)
    CHECK(double_in(pbf_reader(events[i]), 1) == 10.5 + 0.5 * static_cast<double>(i));

  const auto scalar = [&](std::size_t i) {
    pbf_reader value = value_in(events[i]);
    REQUIRE(value.next(2));
    return value.get_float();
  };
  CHECK(scalar(1) == 0.1f);
  CHECK(text_in(value_in(events[1]), 1) == "loss");
  CHECK(step_in(pbf_reader(events[1])) == 0);
  CHECK(scalar(2) == -std::numeric_limits<float>::infinity());
  CHECK(text_in(value_in(events[2]), 1) == "net/loss");
  CHECK(step_in(pbf_reader(events[2])) == 1 << 20);
  CHECK(scalar(3) == 0);  // is there, though nothing and 0 are alike in other places
  CHECK(step_in(pbf_reader(events[3])) == -1);

  CHECK(text_in(value_in(events[4]), 1) == "notes");
  CHECK(step_in(pbf_reader(events[4])) == 3);
  pbf_reader tensor = inside(value_in(events[4]), 8);
  CHECK(inside(tensor, 2).length() == 0);
  CHECK(text_in(tensor, 8) == "# one\n\xc3\xa9");
  REQUIRE(tensor.next(1));
  CHECK(tensor.get_enum() == 7);
  CHECK(text_in(inside(inside(value_in(events[4]), 9), 1), 1) == "text");

  CHECK(text_in(pbf_reader(events[5]), 4) == std::string("\x0a\0\xff", 3));
}

TEST_CASE("a histogram, as a message") {
  const folder here;
  summary_writer writer(here / "", noon);
  writer.add_histogram("h", std::array{0.0f, 0.5f, 0.5f, -2.0f}, 7);
  writer.flush();
  const auto events = records(content(here, writer));
  REQUIRE(events.size() == 2);
  CHECK(text_in(value_in(events[1]), 1) == "h");
  const pbf_reader histo = inside(value_in(events[1]), 5);
  const double numbers[] = {-2, 0.5, 4, -1, 4.5};
  for (unsigned i = 0; i < 5; ++i) CHECK(double_in(histo, i + 1) == numbers[i]);
  // 1e-12 grows by a tenth to 0.5 in 282.6 steps, to 2 in 297.2. A negative number has the limit above it.
  const auto limit = [](int k) { return Approx(1e-12 * std::pow(1.1, k)).epsilon(1e-9).margin(0); };
  const auto limits = doubles_in(histo, 6);
  REQUIRE(limits.size() == 7);
  CHECK(-limits[0] == limit(298));
  CHECK(-limits[1] == limit(297));
  CHECK(-limits[2] == Approx(0).margin(0));
  CHECK(limits[3] == 1e-12);
  CHECK(limits[4] == limit(282));
  CHECK(limits[5] == limit(283));
  CHECK(limits[6] == largest);
  CHECK(doubles_in(histo, 7) == std::vector<double>{0, 1, 0, 1, 0, 2, 0});
}

TEST_CASE("every bucket") {
  histogram all;
  // One number in the middle of each, on both sides of 0, and one where 0 is.
  for (int k = -1; k < 774; ++k) {
    const double middle = 1e-12 * std::pow(1.1, k + 0.5);
    all.add(middle);
    all.add(-middle);
  }
  const auto buckets = all.buckets();
  // Nothing is below the lowest number, whose bucket is the first of 2 * 775 + 1.
  REQUIRE(buckets.size() == 2 * 775 + 1);
  CHECK(buckets[0].limit == -largest);
  CHECK(buckets[0].count == 0);
  CHECK(buckets.back().limit == largest);
  CHECK(buckets[775].limit == 0);
  for (std::size_t i = 1; i < buckets.size(); ++i) CHECK(buckets[i].count == 1);
  for (int k = 0; k < 774; ++k) {
    const double limit = 1e-12 * std::pow(1.1, k);
    CHECK(buckets[static_cast<std::size_t>(776 + k)].limit == Approx(limit).epsilon(1e-9).margin(0));
    CHECK(buckets[static_cast<std::size_t>(774 - k)].limit == Approx(-limit).epsilon(1e-9).margin(0));
  }
}

TEST_CASE("numbers at the limits of buckets, and beyond all") {
  histogram all;
  for (const double x : {0.0, -0.0, 1e-12, std::nextafter(1e-12, 0.0), largest, -largest, 1e300}) all.add(x);
  const auto buckets = all.buckets();
  REQUIRE(buckets.size() == 7);
  const double counts[] = {0, 1, 0, 3, 1, 0, 2};
  for (std::size_t i = 0; i < 7; ++i) CHECK(buckets[i].count == counts[i]);
  CHECK(buckets[0].limit == -largest);
  CHECK(buckets[1].limit == -buckets[5].limit);
  CHECK(buckets[2].limit == 0);
  CHECK(buckets[3].limit == 1e-12);
  CHECK(buckets[4].limit == 1e-12 * 1.1);
  CHECK(buckets[6].limit == largest);
  CHECK(all.num == 7);
  CHECK(all.min == -largest);
  CHECK(all.max == largest);

  // Of nothing, as TensorFlow has it.
  const histogram none;
  CHECK(none.min == largest);
  CHECK(none.max == -largest);
  REQUIRE(none.buckets().size() == 1);
  CHECK(none.buckets()[0].limit == largest);
  CHECK(none.buckets()[0].count == 0);
}

TEST_CASE("a histogram of whatever holds numbers") {
  const folder here;
  summary_writer writer(here / "", noon);
  const int counts[] = {1, 2, 3};
  const std::vector<bool> truth{true, false};
  const xt::xtensor<float, 2> matrix{{1, 2}, {3, 5}};
  writer.add_histogram("counts", counts, 0);
  writer.add_histogram("span", std::span(counts).first(2), 0);
  writer.add_histogram("truth", truth, 0);
  writer.add_histogram("matrix", matrix, 0);
  writer.add_histogram("column", xt::view(matrix, xt::all(), 1), 0);
  writer.add_histogram("sum", matrix + 1, 0);
  writer.flush();
  const auto events = records(content(here, writer));
  const double sums[] = {6, 3, 1, 11, 7, 15};
  REQUIRE(events.size() == 7);
  for (std::size_t i = 0; i < 6; ++i) CHECK(double_in(inside(value_in(events[i + 1]), 5), 4) == sums[i]);
}

TEST_CASE("what no bucket takes is refused, and nothing is written") {
  const folder here;
  summary_writer writer(here / "", noon);
  const std::string before = content(here, writer);
  const auto refused = [&](double x) {
    return refusal([&] { writer.add_histogram("net/kernel", std::array{1.0, x}, 0); });
  };
  const std::string start = '`' + writer.path() + "`: `net/kernel`: has the element ";
  CHECK(refused(std::numeric_limits<double>::quiet_NaN()) == start + "nan, which belongs to no bucket");
  CHECK(refused(-std::numeric_limits<double>::infinity()) == start + "-inf, which belongs to no bucket");
  writer.flush();
  CHECK(content(here, writer) == before);
}

TEST_CASE("what no reader takes is refused") {
  const folder here;
  summary_writer writer(here / "", noon);
  // Addresses without memory: who looked at the text would not survive it.
  constexpr std::size_t size = std::size_t{1} << 31;
  void* at = ::mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  REQUIRE(at != MAP_FAILED);
  const std::string_view huge(static_cast<const char*>(at), size);
  const std::string said = " 2147483648 bytes; an event has less than 2 GiB";
  CHECK(refusal([&] { writer.add_graph(huge); }) == '`' + writer.path() + "`: has" + said);
  CHECK(refusal([&] { writer.add_text("", huge, 0); }) == '`' + writer.path() + "`: has" + said);
  ::munmap(at, size);
}

TEST_CASE("events wait, but not for long") {
  const folder here;
  double time = 100;
  std::string path;
  {
    summary_writer writer(here / "", [&] { return time; });
    path = writer.path();
    const auto written = [&] { return records(content(here, writer)).size(); };
    writer.add_scalar("a", 1, 1);
    time += 119;
    writer.add_scalar("a", 1, 2);
    CHECK(written() == 1);
    time += 1;
    writer.add_scalar("a", 1, 3);
    CHECK(written() == 4);
    time += 1000;
    writer.add_scalar("a", 1, 4);
    CHECK(written() == 4);
    writer.add_text("b", std::string(100000, 'x'), 5);
    CHECK(written() == 6);
    writer.add_scalar("a", 1, 6);
    CHECK(written() == 6);
  }
  CHECK(records(here.read(std::filesystem::path(path).filename().string())).size() == 7);
}

TEST_CASE("writers of one second have files of their own") {
  const folder here;
  const summary_writer a(here / "", noon);
  const summary_writer b(here / "", noon);
  CHECK(a.path() != b.path());
  CHECK(files_in(here) == 2);
}

TEST_CASE("folders that cannot be") {
  const folder here;
  here.write("plain", "");
  CHECK(refusal([&] { summary_writer(here / "plain", noon); }) ==
        '`' + (here / "plain") + "`: cannot be made a folder: Not a directory");
  CHECK(refusal([&] { summary_writer(here / "plain/logs", noon); }) ==
        '`' + (here / "plain/logs") + "`: cannot be made a folder: Not a directory");
}

TEST_CASE("what a full disk did not take is written later") {
  const folder here;
  const auto on_full_disk = [&] {
    summary_writer writer(here / "", noon);
    limit_size(100);
    for (int i = 0; i < 10; ++i) writer.add_scalar("loss", i, i);
    const std::string said = refusal([&] { writer.flush(); });
    if (said != '`' + writer.path() + "`: cannot be written: File too large") return 8;
    limit_size(RLIM_INFINITY);
    writer.flush();
    writer.add_scalar("loss", 10, 10);
    writer.flush();
    return 0;
  };
  CHECK(in_a_process(on_full_disk) == 0);
  const auto file = std::filesystem::directory_iterator(here.path())->path().filename().string();
  const auto events = records(here.read(file));
  REQUIRE(events.size() == 12);
  for (std::size_t i = 1; i < 12; ++i)
    CHECK(step_in(pbf_reader(events[i])) == static_cast<std::int64_t>(i) - 1);
}

TEST_CASE("a disk that stays full is one error, and takes no memory") {
  const folder here;
  const auto on_full_disk = [&] {
    summary_writer writer(here / "", noon);
    limit_size(100);
    int errors = 0;
    constexpr int many = 60'000;  // of some fifty bytes
    for (int i = 0; i < many; ++i)
      errors += refusal([&] { writer.add_scalar("loss", i, i); }).empty() ? 0 : 1;
    if (errors != 1) return 1;
    const auto lost = static_cast<int>(writer.lost());
    if (lost < many / 2 || lost > many - 10'000) return 2;
    // Whoever asks is told again.
    if (refusal([&] { writer.flush(); }).empty()) return 3;
    limit_size(RLIM_INFINITY);
    writer.flush();
    const std::size_t whole = records(content(here, writer)).size();
    if (whole != static_cast<std::size_t>(1 + many - lost)) return 4;
    // What goes well again can go wrong again.
    writer.add_scalar("loss", 1, many);
    writer.flush();
    limit_size(100);
    writer.add_scalar("loss", 1, many);
    if (refusal([&] { writer.flush(); }).empty()) return 5;
    return 0;
  };
  CHECK(in_a_process(on_full_disk) == 0);
}

TEST_CASE("tags and texts that are not UTF-8 are refused") {
  const folder here;
  summary_writer writer(here / "", noon);
  const std::string latin = "\xe9t\xe9";
  const std::string tag =
      '`' + writer.path() + "`: `" + latin + "`: is no tag, because it is not UTF-8; convert it";
  CHECK(refusal([&] { writer.add_scalar(latin, 1, 1); }) == tag);
  CHECK(refusal([&] { writer.add_histogram(latin, std::vector<float>{1}, 1); }) == tag);
  CHECK(refusal([&] { writer.add_text(latin, "x", 1); }) == tag);
  CHECK(refusal([&] {
          writer.add_text("notes", latin, 1);
        }).ends_with("`notes`: is not UTF-8, as texts for TensorBoard are; convert it"));
  writer.add_text("\xc3\xa9t\xc3\xa9", "\xe2\x82\xac", 1);
  writer.flush();
  CHECK(records(content(here, writer)).size() == 2);
}
