// SPDX-License-Identifier: BSD-3-Clause
// The reader of .safetensors: what it takes, and what it refuses with which words.
#include "files.hpp"
#include "folder.hpp"

namespace {

using io_test::bytes_of;
using io_test::refusal;
using io_test::safetensors;
using xscope::extents;
using xscope::files::safetensors_file;

std::string refused(const std::string& all) {
  return refusal([&] { safetensors_file(bytes_of(all), "w.safetensors"); });
}
std::string refused_header(const std::string& header, std::size_t elements = 0) {
  return refused(safetensors(header, elements));
}

}  // namespace

TEST_CASE("tensors are found where they lie") {
  const std::string all = safetensors(
      R"({"__metadata__":{"format":"pt"},"b":{"dtype":"F32","shape":[2,1],"data_offsets":[2,10]},)"
      R"("a/é":{"data_offsets":[0,2],"dtype":"BF16","shape":[]},"none":{"dtype":"I64","shape":[0,3],"data_offsets":[10,10]}}   )",
      10);
  safetensors_file file(bytes_of(all), "w.safetensors");
  REQUIRE(file.tensors().size() == 3);
  const auto& b = file.tensors()[*file.find("b")];
  CHECK(b.shape == extents{2, 1});
  CHECK(b.format.name() == "float32");
  // No copy: the elements are those of the file.
  CHECK(static_cast<const void*>(file.values(*file.find("b")).data()) == all.data() + all.size() - 8);
  const auto& a = file.tensors()[*file.find("a/é")];
  CHECK(a.format.is_bfloat16);
  CHECK(file.values(*file.find("a/é")).size() == 2);
  CHECK(file.values(*file.find("none")).empty());
  CHECK(!file.find("c"));
}

TEST_CASE("an empty header is a file without tensors") {
  CHECK(safetensors_file(bytes_of(safetensors("{}", 0)), "w").tensors().empty());
}

TEST_CASE("what no variable can take is no damage") {
  const std::string all =
      safetensors(R"({"f8":{"dtype":"F8_E4M3","shape":[3],"data_offsets":[0,3]},)"
                  R"("deep":{"dtype":"U8","shape":[1,1,1,1,1,1,1,1,1,2],"data_offsets":[3,5]}})",
                  5);
  safetensors_file file(bytes_of(all), "w");
  CHECK(file.tensors()[*file.find("f8")].unusable == "elements of dtype `F8_E4M3` are not supported");
  CHECK(file.tensors()[*file.find("deep")].unusable == "it has 10 dimensions, more than 8");
}

TEST_CASE("cut off files") {
  CHECK(refused("") == "`w.safetensors`: is cut off: 0 bytes hold no header");
  CHECK(refused("1234567") == "`w.safetensors`: is cut off: 7 bytes hold no header");
  const std::string all = safetensors(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 8);
  REQUIRE(refused(all).empty());
  for (std::size_t n = 0; n < all.size(); ++n) {
    INFO(n);
    CHECK(refused(all.substr(0, n)).starts_with("`w.safetensors`: "));
  }
  CHECK(
      refused(all.substr(0, all.size() - 1)) ==
      "`w.safetensors`: `a`: its data_offsets 0 to 8 go beyond the 7 bytes that the file has; it may be cut off");
}

TEST_CASE("bytes that belong to no tensor") {
  CHECK(refused_header(R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}})", 3) ==
        "`w.safetensors`: has 1 bytes that belong to no tensor");
}

TEST_CASE("sizes and offsets that cannot be") {
  const auto one = [](const std::string& shape, const std::string& offsets) {
    return refused_header(R"({"a":{"dtype":"F32","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}",
                          8);
  };
  REQUIRE(one("[2]", "[0,8]").empty());
  CHECK(one("[3]", "[0,8]").ends_with("do not fit shape (3,) of dtype float32"));
  CHECK(one("[2]", "[8,0]").ends_with("run backwards"));
  CHECK(one("[2]", "[0,18446744073709551615]").find("go beyond the 8 bytes") != std::string::npos);
  CHECK(one("[2]", "[18446744073709551612,18446744073709551615]").find("go beyond") != std::string::npos);
  CHECK(one("[2]", "[0,18446744073709551616]").ends_with("has a number that counts nothing"));
  CHECK(one("[2]", "[0,8,8]").ends_with("has more than two data_offsets"));
  CHECK(one("[2]", "[8]").ends_with("has not two data_offsets"));
  CHECK(one("[-2]", "[0,8]").ends_with("has a number that counts nothing"));
  CHECK(one("[18446744073709551615,0]", "[0,8]").ends_with("has a number that counts nothing"));
  CHECK(one("[2.0]", "[0,8]").ends_with("has a number that counts nothing"));
  // 4 times 2^62 is 2^64: nothing is left of it in 64 bits.
  CHECK(one("[4611686018427387904]", "[0,8]").find("do not fit shape") != std::string::npos);
  CHECK(one("[4294967296,4294967296,0]", "[0,8]").find("do not fit shape") != std::string::npos);
  CHECK(one("2", "[0,8]").ends_with("has a number where none belongs"));
  CHECK(one("[[2]]", "[0,8]").ends_with("has an array where none belongs"));
  CHECK(one("[\"2\"]", "[0,8]").ends_with("has a text where none belongs"));
  CHECK(one("[null]", "[0,8]").ends_with("has a null where none belongs"));
  CHECK(one("[true]", "[0,8]").ends_with("has a truth value where none belongs"));
  CHECK(one("{}", "[0,8]").ends_with("is nested too deep"));
  const std::string absurd("\xff\xff\xff\xff\xff\xff\xff\xff{}", 10);
  CHECK(refused(absurd).find("it says that its header has 18446744073709551615 bytes") != std::string::npos);
}

TEST_CASE("overlaps and gaps") {
  const auto two = [](const std::string& b) {
    return refused_header(R"({"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},)"
                          R"("b":{"dtype":"U8","shape":[4],"data_offsets":)" +
                              b + "}}",
                          8);
  };
  REQUIRE(two("[4,8]").empty());
  CHECK(two("[3,7]") == "`w.safetensors`: `b`: its data_offsets 3 to 7 overlap those of `a`");
  CHECK(two("[0,4]") == "`w.safetensors`: `b`: its data_offsets 0 to 4 overlap those of `a`");
  CHECK(two("[5,8]") == "`w.safetensors`: `b`: its data_offsets 5 to 8 leave a gap behind byte 4");
}

TEST_CASE("names that stand twice") {
  const std::string a = R"("a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]})";
  CHECK(refused_header("{" + a + "," + a + "}") ==
        "`w.safetensors`: `a`: the file has two tensors of that name; write it again");
  // The same name in other letters.
  CHECK(refused_header("{" + a + R"(,"\u0061":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}})")
            .ends_with("two tensors of that name; write it again"));
  CHECK(refused_header(R"({"a":{"dtype":"U8","dtype":"U8","shape":[0],"data_offsets":[0,0]}})") ==
        "`w.safetensors`: `a`: has `dtype` twice");
  CHECK(refused_header(R"({"__metadata__":{},"__metadata__":{}})").ends_with("stands twice"));
}

TEST_CASE("headers that are none") {
  CHECK(refused_header("").find("does not begin with a brace") != std::string::npos);
  CHECK(refused_header(" {}").find("does not begin with a brace") != std::string::npos);
  CHECK(refused_header("[]").find("does not begin with a brace") != std::string::npos);
  CHECK(refused_header("{").find("the header is no JSON") != std::string::npos);
  CHECK(refused_header("{} {}").find("the header is no JSON") != std::string::npos);
  CHECK(refused_header(R"({"a":1})") == "`w.safetensors`: `a`: has a number where none belongs");
  CHECK(refused_header(R"({"a":{}})") ==
        "`w.safetensors`: `a`: lacks one of `dtype`, `shape` and `data_offsets`");
  CHECK(refused_header(R"({"a":{"x":1}})") == "`w.safetensors`: `a`: has the unknown key `x`");
  CHECK(refused_header(R"({"__metadata__":{"a":{}}})").ends_with("is nested too deep"));
  CHECK(refused_header("{\"\xff\":{}}").find("the header is no JSON") != std::string::npos);
  // A parser that recursed would be at its stack's end.
  CHECK(refused_header(R"({"a":)" + std::string(1 << 20, '[')).ends_with("has an array where none belongs"));
  CHECK(refused_header(R"({"a":)" + std::string(1 << 20, '{')).find("no JSON") != std::string::npos);
}

TEST_CASE("characters that are none") {
  const std::string a = R"("a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]})";
  const auto zero_at = [&](const std::string& before, const std::string& behind) {
    return refused_header(before + '\0' + behind);
  };
  // The parser would take a zero for the end.
  CHECK(zero_at("{" + a + "}", "") == "`w.safetensors`: has a header with a zero byte in it");
  CHECK(zero_at("{" + a + "}", "garbage").ends_with("zero byte in it"));
  CHECK(zero_at("{", a + "}").ends_with("zero byte in it"));
  CHECK(zero_at("{\"__metadata__\":{\"a\":\"", "\"}," + a + "}").ends_with("zero byte in it"));
  for (const char* text : {"\n", "\t", "\x01", "\x1f", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xed\xa0\x80",
                           "\xf5\x80\x80\x80", "\x80", "\\ud800", "\\x41"}) {
    INFO(text);
    CHECK(refused_header(std::string("{\"") + text + R"(":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}})")
              .find("the header is no JSON") != std::string::npos);
    CHECK(refused_header(std::string(R"({"__metadata__":{"a":")") + text + "\"}}")
              .find("the header is no JSON") != std::string::npos);
  }
  // Behind the header there may be spaces, before it nothing.
  CHECK(refused_header("{" + a + "} \n\t\r ").empty());
  CHECK(refused_header("\xef\xbb\xbf{" + a + "}").find("does not begin with a brace") != std::string::npos);
  CHECK(refused_header("{" + a + "}\v").find("the header is no JSON") != std::string::npos);
  CHECK(refused_header("{" + a + ",}").find("the header is no JSON") != std::string::npos);
  CHECK(refused_header("{/**/" + a + "}").find("the header is no JSON") != std::string::npos);
}

TEST_CASE("metadata are texts, each once") {
  CHECK(refused_header(R"({"__metadata__":{"a":"b","a":"b"}})") ==
        "`w.safetensors`: `__metadata__`: has `a` twice");
  CHECK(refused_header(R"({"__metadata__":{"a":1}})").ends_with("has a number where none belongs"));
  CHECK(refused_header(R"({"__metadata__":{"a":null}})").ends_with("has a null where none belongs"));
  CHECK(refused_header(R"({"__metadata__":[]})").ends_with("has an array where none belongs"));
  CHECK(refused_header(R"({"__metadata__":"a"})").ends_with("has a text where none belongs"));
}

TEST_CASE("a tensor that is stored under one of its names is found by all") {
  const std::string all = safetensors(
      R"({"__metadata__":{"format":"pt","lm_head":"wte","wte":"lost","lost":"nowhere","b":"wte"},)"
      R"("b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"wte":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}})",
      3);
  const safetensors_file file(bytes_of(all), "w");
  REQUIRE(file.find("wte"));
  CHECK(file.find("lm_head") == file.find("wte"));
  CHECK(file.find("b") != file.find("wte"));  // what is there is meant
  CHECK(!file.find("lost"));
  CHECK(!file.find("format"));
  CHECK(file.tensors().size() == 2);
}

TEST_CASE("an absurd header is not read") {
  const io_test::folder here;
  const std::uint64_t size = 100'000'001;
  std::string head(reinterpret_cast<const char*>(&size), sizeof size);
  here.write("w.safetensors", head + '{');
  std::filesystem::resize_file(here / "w.safetensors", sizeof size + size);
  CHECK(refusal([&] { safetensors_file(xscope::files::input(here / "w.safetensors"), "w"); }) ==
        "`w`: has an absurd header of 100000001 bytes");
}

TEST_CASE("names in messages can be printed") {
  CHECK(refused_header(R"({"a\n\u0000b":{}})").starts_with("`w.safetensors`: `a??b`: lacks"));
  CHECK(refused_header(R"({")" + std::string(5000, 'a') + R"(":{}})").size() < 300);
}

TEST_CASE("a file with any one bit flipped is refused or sound") {
  const std::string all = safetensors(
      R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[3],"data_offsets":[8,11]}})",
      11);
  std::size_t sound = 0;
  for (std::size_t i = 0; i < 8 * (all.size() - 11); ++i) {
    std::string flipped = all;
    flipped[i / 8] = static_cast<char>(flipped[i / 8] ^ 1 << i % 8);
    if (!refused(flipped).empty()) continue;
    ++sound;
    safetensors_file file(bytes_of(flipped), "w");
    std::size_t size = 0;
    for (std::size_t k = 0; k < file.tensors().size(); ++k) size += file.values(k).size();
    CHECK(size == 11);
  }
  // Names, and dtypes of the same size, are all that can change in silence.
  CHECK(sound < 60);
}

TEST_CASE("what is written is read, aligned") {
  const std::int64_t wide[] = {1, -2};
  const std::uint8_t narrow[] = {3, 4, 5};
  using xscope::data_type_of;
  const std::vector<xscope::files::tensor_to_store> tensors{
      {"a \"quoted\"\n", data_type_of<std::uint8_t>, extents{3}, std::as_bytes(std::span(narrow))},
      {"b", data_type_of<std::int64_t>, extents{2, 1}, std::as_bytes(std::span(wide))}};
  std::string all;
  xscope::files::write_safetensors(tensors, "w", [&](xscope::files::bytes part) {
    all.append(reinterpret_cast<const char*>(part.data()), part.size());
  });
  safetensors_file file(bytes_of(all), "w");
  REQUIRE(file.tensors().size() == 2);
  for (const auto& t : tensors) {
    const auto& found = file.tensors()[*file.find(t.name)];
    CHECK(found.shape == t.shape);
    CHECK(found.format.type == t.type);
    const auto values = file.values(*file.find(t.name));
    CHECK(std::equal(values.begin(), values.end(), t.values.begin(), t.values.end()));
    CHECK(static_cast<std::size_t>(reinterpret_cast<const char*>(values.data()) - all.data()) %
              t.type.size() ==
          0);
  }
}

TEST_CASE("names that the format does not have are not written") {
  const auto written = [](std::string_view name) {
    return refusal([&] {
      xscope::files::write_safetensors({{name, xscope::data_type_of<float>, extents{0}, {}}}, "w",
                                       [](xscope::files::bytes) {});
    });
  };
  CHECK(written("a").empty());
  CHECK(written("__metadata__") == "`w`: `__metadata__`: is how the format calls its metadata; rename it");
  CHECK(written("\xff") == "`w`: the format wants names in UTF-8; rename the variable");
}
