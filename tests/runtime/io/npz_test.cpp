// SPDX-License-Identifier: BSD-3-Clause
// The readers of .npy and .npz: what they take, and what they refuse with which words.
#include "files.hpp"

namespace {

using io_test::archive;
using io_test::bytes_of;
using io_test::dictionary;
using io_test::npy;
using io_test::refusal;
using xscope::extents;
using xscope::files::npz_file;

/// Reads all that an archive holds, as one who wants all of it would.
void read_all(const std::string& all) {
  npz_file file(bytes_of(all), "w.npz");
  for (std::size_t i = 0; i < file.tensors().size(); ++i) {
    if (file.describe(i).unusable.empty()) file.values(i);
  }
}
std::string refused(const std::string& all) {
  return refusal([&] { read_all(all); });
}
/// What is said of an archive with one array of that dictionary and so many bytes of elements.
std::string refused_array(const std::string& header, std::size_t elements = 8) {
  return refused(archive({{"a.npy", npy(header, std::string(elements, '\1'))}}));
}
std::string unusable(const std::string& header) {
  const std::string all = archive({{"a.npy", npy(header, "12345678")}});
  npz_file file(bytes_of(all), "w.npz");
  return file.describe(0).unusable;
}

}  // namespace

TEST_CASE("arrays, stored and deflated") {
  const std::string elements = "abcdefghijklmnopqrstuvwx";
  for (const int method : {ZIP_CM_STORE, ZIP_CM_DEFLATE}) {
    const std::string all = archive({{"folder/", ""},
                                     {"net/kernel.npy", npy(dictionary("<f4", "(2, 3)"), elements)},
                                     {"step.npy", npy(dictionary("<i8", "()"), "12345678")},
                                     {"none.npy", npy(dictionary("|u1", "(0,)"), "")}},
                                    method);
    npz_file file(bytes_of(all), "w.npz");
    REQUIRE(file.tensors().size() == 3);
    const std::size_t kernel = *file.find("net/kernel");
    CHECK(file.describe(kernel).shape == extents{2, 3});
    CHECK(file.describe(kernel).format.name() == "float32");
    CHECK(std::string(reinterpret_cast<const char*>(file.values(kernel).data()), 24) == elements);
    CHECK(file.describe(*file.find("step")).shape == extents{});
    CHECK(file.describe(*file.find("none")).shape == extents{0});
    CHECK(file.values(*file.find("none")).empty());
    CHECK(!file.find("kernel"));
  }
}

TEST_CASE("headers as others write them") {
  CHECK(refused_array(dictionary("<f4", "(2,)")).empty());
  CHECK(refused_array(R"({"shape": (1,2), "descr": "<f4", "fortran_order": False})").empty());
  CHECK(refused_array("{'descr':'<f4','fortran_order':False,'shape':(2,),}   ").empty());
  // Version 2.0 has four bytes for its size.
  std::string longer = npy(dictionary("<f4", "(2,)"), "12345678");
  longer[6] = '\2';
  longer.insert(10, 2, '\0');
  CHECK(refused(archive({{"a.npy", longer}})).empty());
}

TEST_CASE("what NumPy reads, too") {
  // Python 2 wrote long numbers so.
  CHECK(refused_array(dictionary("<f4", "(1L, 2L)")).empty());
  CHECK(refused_array(dictionary("<f4", "(2L,)")).empty());
  CHECK(refused_array(dictionary("<f4", "(2l,)")).ends_with("has a shape that is no tuple of sizes"));
  // Members without the end of the name; others are no arrays, which only matters where somebody wants them.
  const std::string a = npy(dictionary("<f4", "(2,)"), "12345678");
  const std::string mixed = archive({{"a", a}, {"b.txt", "12345678"}, {"c", ""}});
  npz_file file(bytes_of(mixed), "w.npz");
  CHECK(file.describe(*file.find("a")).shape == extents{2});
  CHECK(file.values(*file.find("a")).size() == 8);
  CHECK(file.describe(*file.find("b.txt")).unusable == "it is no .npy array");
  CHECK(file.describe(*file.find("c")).unusable == "it is no .npy array");
}

TEST_CASE("bytes behind an array, and behind an archive, are ignored") {
  for (const int method : {ZIP_CM_STORE, ZIP_CM_DEFLATE}) {
    const std::string more = npy(dictionary("<f4", "(2,)"), "12345678" + std::string(5000, 'x'));
    const std::string all = archive({{"a.npy", more}}, method);
    for (const std::string& behind :
         {std::string(), std::string("x"), std::string(70000 - all.size() % 7, '\n')}) {
      // More than the longest comment behind it, and nobody finds the archive.
      const std::string longer = all + behind;
      if (behind.size() > 65535) {
        CHECK(refused(longer).starts_with("`w.npz`: is no sound archive"));
        continue;
      }
      npz_file file(bytes_of(longer), "w.npz");
      CHECK(file.describe(0).shape == extents{2});
      const auto values = file.values(0);
      CHECK(std::string(reinterpret_cast<const char*>(values.data()), values.size()) == "12345678");
    }
    // What is ignored is sound nevertheless.
    if (method != ZIP_CM_STORE) continue;
    std::string damaged = all;
    damaged[all.find("xxxx")] = 'y';
    CHECK(refused(damaged).starts_with("`w.npz`: `a`: "));
  }
}

TEST_CASE("arrays that no variable can take are no damage") {
  CHECK(unusable(dictionary("<f4", "(2,)")).empty());
  CHECK(unusable(dictionary(">f4", "(2,)")) ==
        "its elements are big-endian (`>f4`); save it as a.astype(a.dtype.newbyteorder('<'))");
  CHECK(unusable(dictionary(">u1", "(8,)")).empty());
  CHECK(unusable("{'descr': '<f4', 'fortran_order': True, 'shape': (1, 2), }") ==
        "it is stored by columns (Fortran order); save it as numpy.ascontiguousarray(a)");
  CHECK(unusable(dictionary("<c8", "(1,)")) == "elements of dtype `<c8` are not supported");
  CHECK(unusable(dictionary("|O", "(1,)")) == "elements of dtype `|O` are not supported");
  CHECK(unusable(dictionary("", "(1,)")) == "elements of dtype `` are not supported");
  CHECK(unusable(dictionary("|u1", "(1, 1, 1, 1, 1, 1, 1, 1, 8)")) == "it has 9 dimensions, more than 8");
  const std::string all = archive({{"notes.txt", "12345678"}});
  npz_file file(bytes_of(all), "w.npz");
  CHECK(file.describe(*file.find("notes.txt")).unusable == "it is no .npy array");
}

TEST_CASE("headers that are wrong") {
  const auto said = [](const std::string& header, const std::string& words) {
    const std::string text = refused_array(header);
    INFO(text);
    CHECK(text == "`w.npz`: `a`: has a header that " + words);
  };
  said("", "does not begin with a brace");
  said("{", "has another key than descr, fortran_order and shape");
  said("{}", "lacks one of descr, fortran_order and shape");
  said("{'descr': '<f4', 'shape': (2,)}", "lacks one of descr, fortran_order and shape");
  said("{'descr': '<f4', 'descr': '<f4'}", "has `descr` twice");
  said("{'x': 1}", "has another key than descr, fortran_order and shape");
  said("{'descr", "has another key than descr, fortran_order and shape");
  said("{'descr' '<f4'}", "has no colon behind a key");
  said("{'descr': '<f4' 'shape': (2,)}", "has no comma between keys");
  said("{'descr': [('x', '<f4')], }",
       "describes no array of plain numbers; store each field as an array of its own");
  said("{'fortran_order': 0}", "says neither True nor False to fortran_order");
  said("{'shape': 2}", "has no tuple as shape");
  said("{'shape': (2)}", "has a number in parentheses as shape, which is no tuple");
  said("{'shape': (-2,)}", "has a shape that is no tuple of sizes");
  said("{'shape': (2.0,)}", "has a shape that is no tuple of sizes");
  said("{'shape': (2 2)}", "has a shape that is no tuple of sizes");
  said("{'shape': (,)}", "has a shape that is no tuple of sizes");
  said("{'shape': (18446744073709551616,)}", "has a shape that is no tuple of sizes");
  said("{'shape': (18446744073709551615,)}", "has a shape that is no tuple of sizes");
  said("{'shape': (2,", "has a shape that is no tuple of sizes");
  said(dictionary("<f4", "(2,)") + "x", "goes on behind its end");
}

TEST_CASE("sizes that cannot be") {
  CHECK(refused_array(dictionary("<f4", "(3,)")) ==
        "`w.npz`: `a`: has 8 bytes of elements, which do not fit shape (3,) of dtype float32");
  // 4 times 2^62 is 2^64: nothing is left of it in 64 bits.
  CHECK(refused_array(dictionary("<f4", "(4611686018427387904,)"), 0).find("do not fit") !=
        std::string::npos);
  CHECK(refused_array(dictionary("<f4", "(4294967296, 4294967296, 0)"), 0).find("do not fit") !=
        std::string::npos);

  std::string absurd = npy(dictionary("<f4", "(2,)"), "12345678");
  absurd[6] = '\2';  // the size has four bytes now: the dictionary's first are its upper half
  CHECK(refused(archive({{"a.npy", absurd}})).find("has an absurd header of ") != std::string::npos);
  CHECK(refused(archive({{"a.npy", ""}})) == "`w.npz`: `a`: is cut off: it is too short for a header");
  CHECK(refused(archive({{"a.npy", npy("", "").substr(0, 9)}})).ends_with("it is too short for a header"));
  CHECK(refused(archive({{"a.npy", npy(dictionary("<f4", "(2,)"), "").substr(0, 40)}})) ==
        "`w.npz`: `a`: is cut off within its header");
  CHECK(refused(archive({{"a.npy", std::string(100, 'x')}})) ==
        "`w.npz`: `a`: is no .npy array: it does not begin as one");
  std::string unknown = npy(dictionary("<f4", "(2,)"), "12345678");
  unknown[6] = '\4';
  CHECK(refused(archive({{"a.npy", unknown}})) == "`w.npz`: `a`: has the unknown version 4 of .npy");
}

TEST_CASE("archives that are none") {
  CHECK(refused("") == "`w.npz`: is cut off: it is empty");
  CHECK(refused("PK").starts_with("`w.npz`: is no sound archive: "));
  CHECK(refused(npy(dictionary("<f4", "(2,)"), "12345678")).starts_with("`w.npz`: is no sound archive: "));
  const std::string all = archive({{"a.npy", npy(dictionary("<f4", "(2,)"), "12345678")}}, ZIP_CM_DEFLATE);
  REQUIRE(refused(all).empty());
  for (std::size_t n = 0; n < all.size(); ++n) {
    INFO(n);
    CHECK(refused(all.substr(0, n)).starts_with("`w.npz`: "));
  }
}

TEST_CASE("a name that stands twice") {
  const std::string a = npy(dictionary("<f4", "(2,)"), "12345678");
  CHECK(refused(io_test::with_replaced(archive({{"a.npy", a}, {"b.npy", a}}), "b.npy", "a.npy")) ==
        "`w.npz`: `a`: the file has two tensors of that name; write it again");
  CHECK(refused(archive({{"a.npy", a}, {"a", a}})).find("`a`: the file has two tensors") !=
        std::string::npos);
}

TEST_CASE("an archive with any one bit flipped is refused or has the same numbers") {
  const std::string elements(64, '\1');
  for (const int method : {ZIP_CM_STORE, ZIP_CM_DEFLATE}) {
    const std::string all = archive({{"a.npy", npy(dictionary("<f4", "(16,)"), elements)}}, method);
    for (std::size_t i = 0; i < 8 * all.size(); ++i) {
      std::string flipped = all;
      flipped[i / 8] = static_cast<char>(flipped[i / 8] ^ 1 << i % 8);
      INFO(i);
      const std::string said = refusal([&] {
        npz_file file(bytes_of(flipped), "w.npz");
        const auto a = file.find("a");
        if (!a || !file.describe(*a).unusable.empty()) return;
        const auto values = file.values(*a);
        CHECK(std::string(reinterpret_cast<const char*>(values.data()), values.size()) == elements);
      });
      CHECK((said.empty() || said.starts_with("`w.npz`: ")));
    }
  }
}

TEST_CASE("names that the format does not have are not written") {
  const auto written = [](std::string_view name) {
    return refusal([&] {
      xscope::files::write_npz({{name, xscope::data_type_of<float>, extents{0}, {}}}, "w",
                               [](xscope::files::bytes) {});
    });
  };
  CHECK(written("a/\xc3\xa9").empty());
  CHECK(
      written("\xff").ends_with("the format wants names in UTF-8, without zero bytes; rename the variable"));
  CHECK(!written({"a\0b", 3}).empty());
}

TEST_CASE("an archive without arrays") {
  std::string all;
  xscope::files::write_npz({}, "w.npz", [&](xscope::files::bytes part) {
    all.append(reinterpret_cast<const char*>(part.data()), part.size());
  });
  CHECK(npz_file(bytes_of(all), "w.npz").tensors().empty());
}

TEST_CASE("what is written is read") {
  const std::int64_t wide[] = {1, -2};
  const bool truth[] = {true, false, true};
  using xscope::data_type_of;
  const std::vector<xscope::files::tensor_to_store> tensors{
      {"a/b", data_type_of<bool>, extents{3}, std::as_bytes(std::span(truth))},
      {"c", data_type_of<std::int64_t>, extents{2, 1}, std::as_bytes(std::span(wide))},
      {"none", data_type_of<float>, extents{0, 7}, {}}};
  std::string all;
  xscope::files::write_npz(tensors, "w.npz", [&](xscope::files::bytes part) {
    all.append(reinterpret_cast<const char*>(part.data()), part.size());
  });
  npz_file file(bytes_of(all), "w.npz");
  REQUIRE(file.tensors().size() == 3);
  for (const auto& t : tensors) {
    const std::size_t i = *file.find(t.name);
    CHECK(file.describe(i).shape == t.shape);
    CHECK(file.describe(i).format.type == t.type);
    const auto values = file.values(i);
    CHECK(std::equal(values.begin(), values.end(), t.values.begin(), t.values.end()));
  }
}
