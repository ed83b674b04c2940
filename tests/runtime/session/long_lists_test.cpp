// SPDX-License-Identifier: BSD-3-Clause
// A session with 260 feeds.
#include <array>
#include <cstddef>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

#include "runtime/support/long_lists.hpp"

namespace xs = xscope;
using long_lists::many;
using long_lists::numbered;
using long_lists::with_all;

namespace {

using row = std::array<float, 2>;

// One operation alone, or most of what is compiled would be the kernels of 260.
constexpr auto g = xs::graph(with_all(
    []<std::size_t... I>() { return xs::stack(xs::placeholder<numbered<'x', I>, xs::shape<2>>...); }));

}  // namespace

TEST_CASE("260 feeds in order", "[long]") {
  std::array<row, many> in{};
  for (std::size_t i = 0; i < many; ++i) in[i] = {static_cast<float>(i), -static_cast<float>(i)};
  xs::session s{g};
  std::array<row, many> out{};
  const auto result = with_all([&]<std::size_t... I>() { return s.run(in[I]...); });
  for (std::size_t i = 0; i < many; ++i) out[i] = {result(i, 0), result(i, 1)};
  CHECK(out == in);
}
