// SPDX-License-Identifier: BSD-3-Clause
// 260 variables in tables and pictures.
#include <cstddef>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include <xscope/io/dot.hpp>
#include <xscope/io/summary.hpp>

#include "runtime/support/long_lists.hpp"

namespace xs = xscope;
using long_lists::many;
using long_lists::numbered;
using long_lists::with_all;

namespace {

// One result, or most of what is compiled would be the kernels of 260.
constexpr auto g = xs::graph(with_all(
    []<std::size_t... I>() { return xs::stack(xs::get_variable<numbered<'v', I>, xs::shape<2>>...); }));

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; at += what.size()) ++n;
  return n;
}

}  // namespace

TEST_CASE("260 variables in a picture and in a table", "[long]") {
  const std::string picture = xs::to_dot(g);
  const std::string table = xs::summary(g);
  with_all([&]<std::size_t... I>() {
    for (const std::string_view name : {numbered<'v', I>.view()...}) {
      CAPTURE(name);
      CHECK(count(picture, name) > 0);
      CHECK(count(table, name) == 1);
    }
  });
}
