// SPDX-License-Identifier: BSD-3-Clause
// A session with 260 feeds and 260 results.
#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>

#include <boost/hana/map.hpp>
#include <boost/hana/pair.hpp>
#include <boost/hana/string.hpp>
#include <catch2/catch.hpp>

#include <xscope/session.hpp>

#include "runtime/support/long_lists.hpp"

namespace xs = xscope;
namespace hana = boost::hana;
using long_lists::many;
using long_lists::numbered;
using long_lists::with_all;

namespace {

using row = std::array<float, 2>;

/// What is fed to the i-th placeholder.
template <std::size_t I>
constexpr row input{static_cast<float>(I), -static_cast<float>(I)};

template <std::size_t I>
constexpr auto key = [] {
  constexpr auto text = numbered<'x', I>.view();
  return hana::string_c<text[0], text[1], text[2], text[3]>;
}();

/// What the i-th sum is called.
template <std::size_t I>
constexpr auto sum_name = [] {
  if constexpr (I == 0) {
    return xs::fixed_string("Add");
  } else {
    constexpr std::size_t digits = I < 10 ? 1 : I < 100 ? 2 : 3;
    char text[5 + digits] = {'A', 'd', 'd', '_'};
    for (std::size_t k = digits, rest = I; k > 0; --k, rest /= 10)
      text[3 + k] = static_cast<char>('0' + rest % 10);
    return xs::fixed_string(text);
  }
}();

auto session_of_zeros() {
  xs::session s{long_lists::g, xs::uninitialized};
  with_all([&]<std::size_t... I>() {
    for (float* const v : {s.variable<numbered<'v', I>>().data()...}) std::fill_n(v, 2, 0.0F);
  });
  return s;
}

template <class Results>
void check(const Results& results) {
  static_assert(std::tuple_size_v<Results> == many);
  CHECK(std::get<0>(results)(1) == 0.0F);
  CHECK(std::get<1>(results)(1) == -1.0F);
  CHECK(std::get<256>(results)(1) == -256.0F);
  CHECK(std::get<259>(results)(1) == -259.0F);
}

}  // namespace

TEST_CASE("260 results by name, 260 feeds by name in another order", "[long]") {
  auto s = session_of_zeros();
  with_all([&]<std::size_t... I>() {
    check(s.run<sum_name<I>...>(xs::feed<numbered<'x', many - 1 - I>>(input<many - 1 - I>)...));
  });
}

TEST_CASE("260 feeds by a Hana map", "[long]") {
  auto s = session_of_zeros();
  with_all([&]<std::size_t... I>() { check(s.run(hana::make_map(hana::make_pair(key<I>, input<I>)...))); });
}

TEST_CASE("260 feeds in order, 260 results into the user's storage", "[long]") {
  auto s = session_of_zeros();
  std::array<row, many> out{};
  with_all([&]<std::size_t... I>() { s.run_into(out[I]..., input<I>...); });
  CHECK(out[256] == input<256>);
  CHECK(out[259] == input<259>);
}
