// SPDX-License-Identifier: BSD-3-Clause
// Variables against files: all that does not fit is said at once, and then nothing has changed.
#include <xscope/files/weights.hpp>

#include <chrono>
#include <cstring>
#include <filesystem>

#include "files.hpp"
#include "folder.hpp"
#include "runtime/support/counting.hpp"

namespace {

using io_test::archive;
using io_test::bytes_of;
using io_test::dictionary;
using io_test::npy;
using io_test::refusal;
using io_test::safetensors;
using xscope::data_type;
using xscope::data_type_of;
using xscope::extents;
using namespace xscope::files;

/// Variables of 64 bytes each, all 0x55.
struct memory {
  std::vector<weight> weights;
  std::vector<std::vector<std::byte>> values;
  std::vector<std::byte*> addresses;

  explicit memory(std::vector<weight> w) : weights(std::move(w)) {
    for (std::size_t i = 0; i < weights.size(); ++i) values.emplace_back(64, std::byte{0x55});
    for (auto& v : values) addresses.push_back(v.data());
  }
  bool untouched() const {
    for (const auto& v : values) {
      for (const std::byte b : v) {
        if (b != std::byte{0x55}) return false;
      }
    }
    return true;
  }
  template <class T>
  std::vector<T> get(std::size_t i, std::size_t n) const {
    std::vector<T> out(n);
    std::memcpy(out.data(), values[i].data(), n * sizeof(T));
    return out;
  }
  template <class File>
  xscope::io::report load(File&& file, load_options options = {}) {
    loading<std::remove_reference_t<File>> all(file, weights, options);
    all.check("w");
    all.write(addresses);
    return std::move(all).report();
  }
};

template <class T>
std::string raw(std::initializer_list<T> numbers) {
  return {reinterpret_cast<const char*>(numbers.begin()), numbers.size() * sizeof(T)};
}

constexpr auto f32 = data_type_of<float>;
constexpr auto u8 = data_type_of<std::uint8_t>;

}  // namespace

TEST_CASE("all that does not fit is said at once, and nothing is changed") {
  memory m({whole_weight("net/a", extents{2, 3}, f32), whole_weight("net/b", extents{2}, f32),
            whole_weight("net/c", extents{}, u8), whole_weight("net/d", extents{1}, f32),
            whole_weight("net/e", extents{1}, f32)});
  const std::string all = archive({{"net/a.npy", npy(dictionary("<f4", "(3, 2)"), std::string(24, 'x'))},
                                   {"net/b.npy", npy(dictionary("<f8", "(2,)"), std::string(16, 'x'))},
                                   {"net/e.npy", npy(dictionary(">f4", "(1,)"), std::string(4, 'x'))},
                                   {"fc.weight.npy", npy(dictionary("<f4", "(1,)"), std::string(4, 'x'))},
                                   {"net/c.npy", npy(dictionary("|u1", "()"), "x")}});
  const std::string said = refusal([&] { m.load(npz_file(bytes_of(all), "w")); });
  CHECK(said ==
        "`w`: does not fit, and nothing was changed\n"
        "  `net/a`: has shape (3, 2) in the file, but (2, 3) in the graph\n"
        "  `net/b`: has dtype float64 in the file, but float32 in the graph\n"
        "  `net/d`: is missing; the graph has it with shape (1,) and dtype float32\n"
        "  `net/e`: its elements are big-endian (`>f4`); save it as a.astype(a.dtype.newbyteorder('<'))\n"
        "  `fc.weight`: is in the file, but there is no such variable\n"
        "  `rename` says how a variable is called in the file; `partial` takes what there is\n"
        "  PyTorch stores matrices as (out, in): `rename<\"variable\", \"name in the file\", transposed>`\n"
        "  `cast` converts numbers");
  CHECK(m.untouched());
}

TEST_CASE("a long list is cut, problems() has all of it") {
  std::vector<std::string> names;
  for (int i = 0; i < 100; ++i) names.push_back(join("v", i));
  std::vector<weight> weights;
  for (const std::string& n : names) weights.push_back(whole_weight(n, extents{1}, f32));
  memory m(weights);
  try {
    m.load(safetensors_file(bytes_of(safetensors("{}", 0)), "w"));
    FAIL();
  } catch (const xscope::io::error& e) {
    CHECK(e.problems().size() == 100);
    CHECK(e.problems()[99].tensor == "v99");
    CHECK(std::string(e.what()).find("`v19`") != std::string::npos);
    CHECK(std::string(e.what()).find("`v20`") == std::string::npos);
    CHECK(std::string(e.what()).find("and 80 more that are missing") != std::string::npos);
  }
}

TEST_CASE("partial takes what both have, and tells the rest") {
  memory m({whole_weight("a", extents{2}, f32), whole_weight("b", extents{2}, f32)});
  const std::string all =
      archive({{"a.npy", npy(dictionary("<f4", "(2,)"), raw({1.0F, 2.0F}))}, {"x.npy", "no array"}});
  const auto report = m.load(npz_file(bytes_of(all), "w"), {.partial = true});
  CHECK(report.loaded == 1);
  CHECK(report.missing == std::vector<std::string>{"b"});
  CHECK(report.extra == std::vector<std::string>{"x"});
  CHECK(m.get<float>(0, 2) == std::vector<float>{1, 2});
  CHECK(m.values[1][0] == std::byte{0x55});
  // A shape that is wrong stays wrong.
  memory other({whole_weight("a", extents{1}, f32)});
  CHECK(refusal([&] {
          other.load(npz_file(bytes_of(all), "w"), {.partial = true});
        }).find("`a`: has shape (2,)") != std::string::npos);
}

TEST_CASE("cast converts, but not into what a type does not have") {
  memory m({whole_weight("a", extents{3}, f32), whole_weight("b", extents{3}, u8)});
  const auto file = [](double last) {
    return archive({{"a.npy", npy(dictionary("<f8", "(3,)"), raw({0.1, -2.0, 1e300}))},
                    {"b.npy", npy(dictionary("<f8", "(3,)"), raw({1.0, 2.5, last}))}});
  };
  const std::string bad = file(256);
  CHECK(refusal([&] { m.load(npz_file(bytes_of(bad), "w"), {.cast = true}); }) ==
        "`w`: `b`: has the element 256, which uint8 does not have");
  CHECK(m.untouched());
  const std::string good = file(255);
  m.load(npz_file(bytes_of(good), "w"), {.cast = true});
  CHECK(m.get<float>(0, 2) == std::vector<float>{0.1F, -2});
  CHECK(m.get<std::uint8_t>(1, 3) == std::vector<std::uint8_t>{1, 2, 255});
}

TEST_CASE("bfloat16 is read by cast") {
  memory m({whole_weight("a", extents{2}, f32)});
  const std::string all = safetensors(R"({"a":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}})", 0) +
                          raw<std::uint16_t>({0x3f80, 0x4049});
  CHECK(refusal([&] { m.load(safetensors_file(bytes_of(all), "w")); }).find("has dtype bfloat16") !=
        std::string::npos);
  m.load(safetensors_file(bytes_of(all), "w"), {.cast = true});
  CHECK(m.get<float>(0, 2) == std::vector<float>{1, 3.140625F});
}

TEST_CASE("slices of a whole, slices as they are, and slices that are missing") {
  const std::vector<weight> weights{
      slice_weight("w", extents{3, 2}, "w/part_0", extents{2, 2}, extents{0, 0}, f32),
      slice_weight("w", extents{3, 2}, "w/part_1", extents{1, 2}, extents{2, 0}, f32)};
  const auto part = [](const char* name, const char* shape, const std::string& elements) {
    return std::pair(name + std::string(".npy"), npy(dictionary("<f4", shape), elements));
  };
  const std::vector<float> first{1, 2, 3, 4};
  const std::vector<float> second{5, 6};
  {
    memory m(weights);
    const std::string all = archive({part("w", "(3, 2)", raw({1.F, 2.F, 3.F, 4.F, 5.F, 6.F}))});
    CHECK(m.load(npz_file(bytes_of(all), "w")).loaded == 2);
    CHECK(m.get<float>(0, 4) == first);
    CHECK(m.get<float>(1, 2) == second);
  }
  {
    memory m(weights);
    const std::string all = archive(
        {part("w/part_0", "(2, 2)", raw({1.F, 2.F, 3.F, 4.F})), part("w/part_1", "(1, 2)", raw({5.F, 6.F}))});
    CHECK(m.load(npz_file(bytes_of(all), "w")).loaded == 2);
    CHECK(m.get<float>(0, 4) == first);
    CHECK(m.get<float>(1, 2) == second);
  }
  memory m(weights);
  const auto missing = [&](const std::string& all) {
    try {
      m.load(npz_file(bytes_of(all), "w"));
    } catch (const xscope::io::error& e) {
      std::vector<std::string> out;
      for (const auto& p : e.problems()) out.push_back(p.tensor);
      return out;
    }
    return std::vector<std::string>{};
  };
  CHECK(missing(archive({part("w/part_0", "(2, 2)", raw({1.F, 2.F, 3.F, 4.F}))})) ==
        std::vector<std::string>{"w/part_1"});
  CHECK(missing(archive({part("w/part_1", "(1, 2)", raw({5.F, 6.F}))})) ==
        std::vector<std::string>{"w/part_0"});
  // The whole, once; and a whole of another shape, once.
  CHECK(missing(archive({part("x", "()", raw({1.F}))})) == std::vector<std::string>{"w", "x"});
  CHECK(missing(archive({part("w", "(2, 2)", raw({1.F, 2.F, 3.F, 4.F}))})) == std::vector<std::string>{"w"});
}

TEST_CASE("several variables from one tensor") {
  const std::string all =
      safetensors(
          R"({"__metadata__":{"lm_head":"wte"},"wte":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 0) +
      raw({1.F, 2.F});
  memory m({whole_weight("wte", extents{2}, f32), whole_weight("lm_head", extents{2}, f32),
            whole_weight("wte", extents{2}, f32)});
  const auto report = m.load(safetensors_file(bytes_of(all), "w"));
  CHECK(report.loaded == 3);
  CHECK(report.extra.empty());
  for (std::size_t i = 0; i < 3; ++i) CHECK(m.get<float>(i, 2) == std::vector<float>{1, 2});
  // Each is judged by itself, and what is wrong with several is said once.
  memory wrong({whole_weight("wte", extents{2}, f32), whole_weight("lm_head", extents{3}, f32),
                whole_weight("wte", extents{3}, f32), whole_weight("wte", extents{2}, u8),
                whole_weight("gone", extents{2}, f32), whole_weight("a", extents{2}, f32),
                whole_weight("gone", extents{2}, f32)});
  CHECK(
      refusal([&] { wrong.load(safetensors_file(bytes_of(all), "w")); })
          .starts_with("`w`: does not fit, and nothing was changed\n"
                       "  `wte`: has shape (2,) in the file, but (3,) in the graph\n"
                       "  `wte`: has dtype float32 in the file, but uint8 in the graph\n"
                       "  `gone`: is missing; the graph has it with shape (2,) and dtype float32\n"
                       "  `a`: is missing; the graph has it with shape (2,) and dtype float32\n  `rename`"));
  CHECK(wrong.untouched());
}

TEST_CASE("a file that is written to while it is read is an error") {
  const io_test::folder here;
  const std::vector<weight> weights{whole_weight("a", extents{2}, f32), whole_weight("b", extents{2}, f32)};
  const auto file = [&](const char* name) {
    const bool zip = std::string_view(name).ends_with(".npz");
    here.write(name, zip ? archive({{"a.npy", npy(dictionary("<f4", "(2,)"), "12345678")},
                                    {"b.npy", npy(dictionary("<f4", "(2,)"), "12345678")}})
                         : safetensors(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
                                       R"("b":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}})",
                                       16));
    return input(here / name);
  };
  const auto ends = [](const std::string& text, const char* end) { return text.ends_with(end); };
  constexpr auto cut_off = "was cut off while it was read; replace files, as `save` does";
  constexpr auto written_to = "was written to while it was read; replace files, as `save` does";
  // Before anything was read, between checks and copies, and in place.
  {
    memory m(weights);
    input from = file("w.safetensors");
    std::filesystem::resize_file(here / "w.safetensors", 3);
    CHECK(ends(refusal([&] { m.load(safetensors_file(std::move(from), "w")); }), cut_off));
    CHECK(m.untouched());
  }
  {
    memory m(weights);
    safetensors_file open(file("w.safetensors"), "w");
    loading<safetensors_file> all(open, weights, {});
    all.check("w");
    CHECK(refusal([&] { open.require_unchanged(); }).empty());
    std::filesystem::resize_file(here / "w.safetensors", here.read("w.safetensors").size() - 4);
    CHECK(ends(refusal([&] { open.require_unchanged(); }), written_to));
    CHECK(ends(refusal([&] { all.write(m.addresses); }), cut_off));
  }
  {
    safetensors_file open(file("w.safetensors"), "w");
    std::filesystem::last_write_time(here / "w.safetensors",
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    CHECK(ends(refusal([&] { open.require_unchanged(); }), written_to));
  }
  {
    memory m(weights);
    npz_file open(file("w.npz"), "w");
    std::filesystem::resize_file(here / "w.npz", 40);
    CHECK(refusal([&] { m.load(open); }).starts_with("`w`: `a`: cannot be unpacked: "));
    CHECK(m.untouched());
  }
  // A file that is replaced is the one that was opened.
  {
    memory m(weights);
    safetensors_file open(file("w.safetensors"), "w");
    here.write("new", "");
    std::filesystem::rename(here / "new", here / "w.safetensors");
    CHECK(m.load(open).loaded == 2);
    open.require_unchanged();
  }
}

TEST_CASE("a large tensor is read in pieces") {
  // No more than one tensor is held, and none that is copied as it is.
  const io_test::folder here;
  constexpr std::size_t n = 1 << 20;
  std::vector<weight> weights;
  std::string header = "{";
  for (std::size_t i = 0; i < 4; ++i) {
    header += join(i > 0 ? "," : "", R"("v)", i, R"(":{"dtype":"F32","shape":[)", n, R"(],"data_offsets":[)",
                   4 * n * i, ",", 4 * n * (i + 1), "]}");
  }
  here.write("w.safetensors", safetensors(header + "}", 16 * n));
  std::vector<std::vector<float>> to(4, std::vector<float>(n));
  std::vector<std::byte*> addresses;
  for (auto& v : to) addresses.push_back(reinterpret_cast<std::byte*>(v.data()));
  const std::string names[] = {"v0", "v1", "v2", "v3"};
  for (const std::string& name : names) weights.push_back(whole_weight(name, extents{n}, f32));
  safetensors_file file(input(here / "w.safetensors"), "w");
  loading<safetensors_file> all(file, weights, {});
  counting::largest = 0;
  all.check("w");
  all.write(addresses);
  CHECK(counting::largest < 4096);
  CHECK(to[3][n - 1] == to[0][0]);
  CHECK(to[0][0] != 0);
}

TEST_CASE("damage that shows late changes nothing either") {
  memory m({whole_weight("a", extents{2}, f32), whole_weight("b", extents{2}, f32)});
  std::string all = archive({{"a.npy", npy(dictionary("<f4", "(2,)"), "12345678")},
                             {"b.npy", npy(dictionary("<f4", "(2,)"), "abcdefgh")}});
  all[all.find("abcdefgh")] ^= 1;
  CHECK(refusal([&] { m.load(npz_file(bytes_of(all), "w")); }).starts_with("`w`: `b`: "));
  CHECK(m.untouched());
}

TEST_CASE("absurd sizes and bombs allocate nothing") {
  memory m({whole_weight("a", extents{2}, f32)});
  const auto largest = [&](const auto& load) {
    counting::largest = 0;
    CHECK(!refusal(load).empty());
    CHECK(m.untouched());
    return counting::largest;
  };
  const auto from_safetensors = [&](const std::string& all) {
    return largest([&] { m.load(safetensors_file(bytes_of(all), "w")); });
  };
  const auto from_npz = [&](const std::string& all) {
    return largest([&] { m.load(npz_file(bytes_of(all), "w")); });
  };
  constexpr std::size_t little = 4096;
  CHECK(from_safetensors("\xff\xff\xff\xff\xff\xff\xff\x7f{}") < little);
  CHECK(from_safetensors(safetensors(
            R"({"a":{"dtype":"F32","shape":[1000000000000],"data_offsets":[0,4000000000000]}})", 8)) <
        little);
  // 64 MiB of zeros in 64 KiB, under a name that is wanted and under one that is not.
  const std::string zeros(1 << 26, '\0');
  const std::string bomb = npy(dictionary("<f4", "(16777216,)"), zeros);
  for (const char* name : {"a.npy", "x.npy"}) {
    const std::string all = archive({{name, bomb}}, ZIP_CM_DEFLATE);
    REQUIRE(all.size() < 1 << 17);
    CHECK(from_npz(all) < little);
  }
  CHECK(from_npz(archive({{"a.npy", npy(dictionary("<f4", "(1000000000000,)"), "12345678")}})) < little);
  // A header that is nothing but tensors, of which none is wanted.
  std::string header = "{";
  for (int i = 0; i < 10000; ++i)
    header += join('"', i, R"(":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},)");
  header.back() = '}';
  const std::string many = safetensors(header, 0);
  counting::largest = 0;
  CHECK(m.load(safetensors_file(bytes_of(many), "w"), {.partial = true}).extra.size() == 10000);
  CHECK(counting::largest <= many.size());
}
