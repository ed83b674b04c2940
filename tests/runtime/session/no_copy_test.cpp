// SPDX-License-Identifier: BSD-3-Clause
// Operands and results are taken where they are: what is fed cannot be copied, and what comes back looks into
// the session's memory.
#include <array>
#include <cstddef>
#include <type_traits>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

namespace xs = xscope;
using xs::feed;
using xs::shape;

namespace {

/// xtensor's containers, without copies and moves.
template <class Container>
struct uncopied : Container {
  using Container::Container;
  uncopied(const uncopied&) = delete;
  uncopied& operator=(const uncopied&) = delete;
};
using tensor = uncopied<xt::xtensor<float, 2>>;
using fixed = uncopied<xt::xtensor_fixed<float, xt::xshape<2, 3>>>;
using array = uncopied<xt::xarray<float>>;
using doubles = uncopied<xt::xtensor<double, 2>>;

/// Numbers in a row of the user's own kind.
struct row {
  float numbers[3]{1, 2, 3};
  row() = default;
  row(const row&) = delete;
  row& operator=(const row&) = delete;
  const float* data() const { return numbers; }
  float* data() { return numbers; }
  std::size_t size() const { return 3; }
};

constexpr auto scaled = xs::graph(xs::let(xs::placeholder<"x", shape<2, 3>>, xs::placeholder<"s", shape<3>>,
                                          [](auto x, auto s) { return xs::relu(x * s) + xs::exp(x) - s; }));

constexpr auto doubled = xs::graph(xs::placeholder<"s", shape<3>> | [](auto s) { return s + s; });

}  // namespace

TEMPLATE_TEST_CASE("feeds are not copied", "[session]", tensor, fixed, array, doubles) {
  TestType x;
  x.resize(std::array<std::size_t, 2>{2, 3});
  x.fill(0);
  row s;
  xs::session t{scaled};
  CHECK(t.run(x, s)(1, 2) == -2);
  CHECK(t.run(feed<"s">(s), feed<"x">(x))(0, 0) == 0);
  row y;
  xs::session u{doubled};
  u.run_into(y, s);
  CHECK(y.numbers[2] == 6);
}

TEST_CASE("results and variables are views", "[session]") {
  constexpr auto g = xs::graph(xs::get_variable<"v", shape<3>, xs::initializer<xs::ones_initializer>>);
  xs::session s{g};
  CHECK(s.run().data() == s.variable<"v:0">().data());
  using view = decltype(s.run());
  CHECK(sizeof(view) <= 16 * sizeof(void*));
}
