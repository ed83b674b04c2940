// SPDX-License-Identifier: BSD-3-Clause
// Models for TensorFlow.js that have what JSON or TensorFlow.js has not. (What the others compute is for the
// client to say.)
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>

#include <catch2/catch.hpp>

#include <xscope/graph.hpp>
#include <xscope/io/tfjs.hpp>

#include "folder.hpp"

namespace {

namespace xs = xscope;
using limits = std::numeric_limits<float>;

std::string text_of(float x) { return xs::graph_defs::json_of(xs::graph_defs::attr_value(x)).dump(); }

/// Saves the constants of a graph.
template <class Graph>
void save(Graph g, const std::string& folder) {
  xs::graph_defs::save_tfjs(folder, xs::graph_defs::nodes_of(g), xs::graph_records::signature_of(g));
}

constexpr auto fitting =
    xs::graph(xs::constant<"c", xs::values<std::int64_t{-2147483648}, std::int64_t{2147483647}>>);
constexpr auto too_large = xs::graph(xs::constant<"c", xs::value<4000000000U>>);
constexpr auto labels = xs::placeholder<"y", xs::shape<2>, xs::dtype<int>>;
constexpr auto classes_first =
    xs::graph(labels | [](auto y) { return xs::one_hot(y, xs::depth<3>, xs::axis<0>); });
constexpr auto elsewhere =
    xs::graph(xs::get_variable<"v", xs::shape<2>, xs::caching_device<"\xff">> | xs::tanh);

}  // namespace

TEST_CASE("numbers that JSON does not have are texts", "[tfjs]") {
  CHECK(text_of(0.25f) == R"({"f":0.25})");
  CHECK(text_of(limits::infinity()) == R"({"f":"Infinity"})");
  CHECK(text_of(-limits::infinity()) == R"({"f":"-Infinity"})");
  CHECK(text_of(limits::quiet_NaN()) == R"({"f":"NaN"})");
}

TEST_CASE("integers that TensorFlow.js does not have are refused before anything is made", "[tfjs]") {
  const io_test::folder here;
  save(fitting, here / "fitting");
  CHECK(std::filesystem::file_size(here / "fitting/group1-shard1of1.bin") == 8);
  CHECK_THROWS_WITH(
      save(too_large, here / "model"),
      Catch::Contains("`c`: has the element 4000000000, but the integers of TensorFlow.js are int32"));
  CHECK_FALSE(std::filesystem::exists(here / "model"));
}

TEST_CASE("classes that TensorFlow.js would put on another axis are refused", "[tfjs]") {
  const io_test::folder here;
  save(xs::graph(labels | [](auto y) { return xs::one_hot(y, xs::depth<3>, xs::axis<1>); }), here / "last");
  CHECK_THROWS_WITH(save(classes_first, here / "model"),
                    Catch::Contains("`one_hot`: has its classes on an axis"));
  CHECK_FALSE(std::filesystem::exists(here / "model"));
}

TEST_CASE("a folder that cannot be made", "[tfjs]") {
  const io_test::folder here;
  here.write("file", "old");
  for (const std::string place : {"file", "file/below"})
    CHECK_THROWS_AS(save(fitting, here / place), xs::io::error);
}

TEST_CASE("a device may be no text", "[tfjs]") {
  const io_test::folder here;
  save(elsewhere, here / "model");
  CHECK(std::filesystem::exists(here / "model/model.json"));
}
