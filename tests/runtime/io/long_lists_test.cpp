// SPDX-License-Identifier: BSD-3-Clause
// 260 variables and results in files, tables and pictures; 260 rules of how variables are called.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/io.hpp>

#include "folder.hpp"
#include "runtime/support/long_lists.hpp"
#include "runtime/support/tensors.hpp"

namespace xs = xscope;
using long_lists::many;
using long_lists::numbered;
using long_lists::with_all;

namespace {

/// The elements of the last variable.
template <class Session>
std::vector<double> last_of(const Session& s) {
  return tensors::elements(s.template variable<numbered<'v', many - 1>>());
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; at += what.size()) ++n;
  return n;
}

}  // namespace

TEST_CASE("260 variables are saved and loaded", "[long]") {
  const io_test::folder here;
  xs::session from{long_lists::g, 1};
  xs::session to{long_lists::g, 2};
  REQUIRE_FALSE(last_of(from) == last_of(to));
  for (const char* const file : {"all.safetensors", "all.npz"}) {
    xs::session loaded{long_lists::g, 2};
    xs::save(from, here / file);
    CHECK(xs::load(loaded, here / file).loaded == many);
    CHECK(last_of(loaded) == last_of(from));
  }
}

TEST_CASE("260 rules, and as many in one", "[long]") {
  const io_test::folder here;
  xs::session from{long_lists::g, 1};
  with_all([&]<std::size_t... I>() {
    xs::save(from, here / "renamed.npz", xs::io::rename<numbered<'v', I>, numbered<'w', I>>...);
    xs::session to{long_lists::g, 2};
    xs::load(to, here / "renamed.npz", xs::io::names(xs::io::rename<numbered<'v', I>, numbered<'w', I>>...));
    CHECK(last_of(to) == last_of(from));
  });
}

TEST_CASE("graphs of 260 results", "[long]") {
  const io_test::folder here;
  CHECK(count(xs::to_dot(long_lists::g), "peripheries=2") == many);
  CHECK_THAT(xs::summary(long_lists::g), Catch::Matchers::Contains("v259"));
  CHECK(count(xs::graph_def(long_lists::g, xs::io::as_text), "op: \"Placeholder\"") == many);
  const xs::session s{long_lists::g};
  xs::save_tfjs(s, here / "web");
  CHECK(count(here.read("web/model.json"), "\"Add") > many);
}
