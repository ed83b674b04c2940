// SPDX-License-Identifier: BSD-3-Clause
// Sessions whose variables and workspace are part of the object: nothing is allocated from the first to the
// last.
#include <cstddef>
#include <utility>

#include <catch2/catch.hpp>

#include <xscope/xscope.hpp>

#include "runtime/support/counting.hpp"

namespace {

namespace xs = xscope;

constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<3, 2>, xs::initializer<xs::ones_initializer>>) +
         xs::get_variable<"bias", xs::shape<2>, xs::initializer<xs::constant_initializer<0.5f>>>;
};
constexpr auto net = xs::placeholder<"x", xs::shape<1, 3>> | xs::variable_scope<"net">(dense);
constexpr auto g = xs::graph(net);

TEST_CASE("an inline session allocates nothing, not even when it is made", "[session]") {
  const std::size_t before = counting::news;
  xs::session s{g, xs::inline_storage};
  const xt::xtensor_fixed<float, xt::xshape<1, 3>> x{{1, 2, 3}};
  const auto& y = s.run(x);
  s.variable<"net/bias:0">()(0) = 2;
  auto other = s.fork();
  const auto& z = other.run(x);
  const std::size_t made = counting::news - before;
  CHECK(made == 0);
  CHECK(y(0, 1) == 6.5F);
  CHECK(z(0, 0) == 8.0F);
  CHECK(z(0, 1) == 6.5F);
  // All of it is in the object.
  CHECK(sizeof s >= g.variable_bytes() + g.workspace_bytes());
  CHECK(reinterpret_cast<const char*>(y.data()) >= reinterpret_cast<const char*>(&s));
  CHECK(reinterpret_cast<const char*>(y.data()) < reinterpret_cast<const char*>(&s + 1));
}

TEST_CASE("seeds, moves and other graphs are as with any session", "[session]") {
  constexpr auto random = xs::graph(xs::get_variable<"v", xs::shape<4>>);
  xs::session a{random, xs::inline_storage, 7U};
  xs::session b{random, 7U};
  CHECK(a.run()(3) == b.run()(3));

  xs::session s{g, xs::inline_storage};
  s.variable<"net/bias:0">()(0) = 4;
  xs::session moved{std::move(s)};
  CHECK(moved.run(xt::xtensor_fixed<float, xt::xshape<1, 3>>{{1, 2, 3}})(0, 0) == 10.0F);

  constexpr auto bias = xs::graph(xs::variable_scope<"net">(
      xs::get_variable<"bias", xs::shape<2>, xs::initializer<xs::zeros_initializer>>));
  xs::session shared{bias, moved};
  CHECK(shared.run()(0) == 4.0F);
  static_assert(sizeof shared < sizeof moved + 256);
}

}  // namespace
