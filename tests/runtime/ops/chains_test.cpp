// SPDX-License-Identifier: BSD-3-Clause
// Operations together: operators and literals, fused chains of every length and broadcasting, and reductions
// whose loops are long enough to be split.
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "runtime/support/reference.hpp"
#include "runtime/support/tensors.hpp"

namespace xs = xscope;
using namespace reference;
using namespace tensors;
using namespace xs::literals;
using xs::shape;
using numbers = std::vector<double>;

namespace {

/// Numbers that differ from place to place, each exact in float.
template <class T, std::size_t... D>
auto counted(T scale = 1) {
  xt::xtensor<T, sizeof...(D)> out(std::array<std::size_t, sizeof...(D)>{D...});
  std::size_t i = 0;
  for (T& e : out)
    e = static_cast<T>(static_cast<double>(scale) * (static_cast<double>((i++ * 7 + 3) % 32) / 8 - 2));
  return out;
}

}  // namespace

TEST_CASE("operators and literals", "[chains]") {
  const std::array<double, 3> u{1, -2, 4};
  const std::array<double, 3> v{2, 8, -1};
  constexpr auto p = a<double, 3>;
  constexpr auto q = b<double, 3>;
  CHECK(run(p + q, u, v) == numbers{3, 6, 3});
  CHECK(run(p - q, u, v) == numbers{-1, -10, 5});
  CHECK(run(p * q, u, v) == numbers{2, -16, -4});
  CHECK(run(p / q, u, v) == numbers{0.5, -0.25, -4});
  CHECK(run(-p, u) == numbers{-1, 2, -4});
  CHECK(run(p - 0.5_c, u) == numbers{0.5, -2.5, 3.5});
  CHECK(run(1.0_c / p, u) == numbers{1, -0.5, 0.25});
  CHECK(run(xs::value<2.0f> - p * xs::values<1.0, 2.0, 3.0>, u) == numbers{1, 6, -10});
  CHECK(run(x<double, 3> | xs::relu | xs::square, u) == numbers{1, 0, 16});
}

TEST_CASE("constants alone", "[chains]") {
  CHECK(run(xs::constant<"p", xs::value<1.5f>> + xs::constant<"q", xs::value<2.0f>>) == numbers{3.5});
  CHECK(run(xs::exp(xs::constant<"p", xs::value<0.0>, shape<2>>)) == numbers{1, 1});
  CHECK(run(xs::constant<"p", xs::value<2.0f>, shape<2, 2>> * xs::constant<"q", xs::values<1.0f, 2.0f>>) ==
        numbers{2, 4, 2, 4});
  CHECK(run(xs::matmul(xs::constant<"p", xs::value<2>, shape<1, 2>>,
                       xs::constant<"q", xs::values<3, 4>, shape<2, 1>>)) == numbers{14});
  CHECK(run(xs::reduce_sum(xs::constant<"p", xs::value<0.5f>, shape<3, 3>>)) == numbers{4.5});
  CHECK(run(xs::value<7>) == numbers{7});
}

TEST_CASE("a chain that is longer than one loop may be", "[chains]") {
  // 40 instructions: three loops, whose buffers come and go.
  constexpr auto forty = []<std::size_t... I>(std::index_sequence<I...>) {
    return [](auto v) { return (v | ... | std::get<I % 2>(std::tuple{xs::tanh, xs::exp})); };
  }(std::make_index_sequence<40>{});
  const auto u = counted<double, 5>();
  numbers expected = elements(u);
  for (double& e : expected) {
    for (int i = 0; i < 20; ++i) e = std::exp(std::tanh(e));
  }
  CHECK(near(run(x<double, 5> | forty, u), expected, 1e-12));
}

TEST_CASE("a chain with more operands than one loop may have", "[chains]") {
  constexpr auto program = xs::let(x<double, 3>, [](auto v) {
    return xs::let(xs::matmul(xs::reshape(v, shape<3, 1>),
                              xs::constant<"w", xs::values<1.0, 2.0, 3.0, 4.0, 5.0, 6.0>, shape<1, 6>>),
                   [](auto m) {
                     // Twelve different buffers in one sum.
                     constexpr auto row = [](auto from, auto axis) {
                       return xs::reduce_sum(from, axis, xs::keepdims);
                     };
                     return row(m, xs::axis<0>) + row(m, xs::axis<1>) * row(-m, xs::axis<0>) -
                            row(xs::square(m), xs::axis<1>) +
                            row(m * 2.0_c, xs::axis<0>) / row(xs::square(m) + 1.0_c, xs::axis<1>) +
                            row(xs::exp(m), xs::axis<0>) * row(xs::tanh(m), xs::axis<1>) -
                            row(xs::relu(m), xs::axis<0>) +
                            row(xs::sigmoid(m), xs::axis<1>) * row(m - 1.0_c, xs::axis<0>) + m;
                   });
  });
  const std::array<double, 3> v{0.5, -1, 2};
  double m[3][6];
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 6; ++j) m[i][j] = v[i] * static_cast<double>(j + 1);
  }
  const auto down = [&](std::size_t j, auto f) { return f(m[0][j]) + f(m[1][j]) + f(m[2][j]); };
  const auto along = [&](std::size_t i, auto f) {
    double sum = 0;
    for (const double e : m[i]) sum += f(e);
    return sum;
  };
  const auto same = [](double e) { return e; };
  const auto squared = [](double e) { return e * e; };
  numbers expected;
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 6; ++j) {
      expected.push_back(
          down(j, same) + along(i, same) * -down(j, same) - along(i, squared) +
          2 * down(j, same) / (along(i, squared) + 6) +
          down(j, [](double e) { return std::exp(e); }) * along(i, [](double e) { return std::tanh(e); }) -
          down(j, [](double e) { return e > 0 ? e : 0; }) +
          along(i, [](double e) { return 1 / (1 + std::exp(-e)); }) * (down(j, same) - 3) + m[i][j]);
    }
  }
  const auto y = run(program, v);
  REQUIRE(y.size() == expected.size());
  for (std::size_t i = 0; i < y.size(); ++i) CHECK(y[i] == Approx(expected[i]).epsilon(1e-12));
}

TEST_CASE("chains whose loops do not collapse", "[chains]") {
  const auto u = counted<double, 2, 1, 3, 1>();
  const auto v = counted<double, 4, 1, 5>(0.5);
  const auto w = counted<double, 2, 4, 3, 5>(2);
  constexpr auto program = xs::let(a<double, 2, 1, 3, 1>, b<double, 4, 1, 5>, x<double, 2, 4, 3, 5>,
                                   [](auto p, auto q, auto r) { return (p + q) * r - p / (q * q + 1.0_c); });
  const xt::xtensor<double, 4> expected = (u + v) * w - u / (v * v + 1.0);
  CHECK(near(run(program, u, v, w), elements(expected), 1e-12));
}

TEST_CASE("chains in which the element type changes", "[chains]") {
  // The int is made real within the loop; equality makes a bool of it, and a number again.
  constexpr auto program = xs::let(a<int, 3>, b<double, 2, 3>, [](auto p, auto q) {
    return xs::cast(xs::equal(xs::cast(p, xs::dtype<double>), q), xs::dtype<double>) * 10.0_c +
           xs::cast(p, xs::dtype<double>);
  });
  CHECK(run(program, std::array{1, 2, 3}, xt::xtensor<double, 2>{{1, 5, 3}, {2, 2, 2}}) ==
        numbers{11, 2, 13, 1, 12, 3});
  CHECK(run(xs::cast(xs::cast(x<double, 4>, xs::dtype<int>), xs::dtype<double>),
            std::array{1.9, -1.9, 0.0, 7.0}) == numbers{1, -1, 0, 7});
}

TEST_CASE("a tensor used twice is computed once and stays", "[chains]") {
  constexpr auto program = xs::let(x<double, 3>, [](auto v) {
    return xs::let(xs::exp(v), [](auto e) { return e / xs::reduce_sum(e) + (e - e) * e; });
  });
  CHECK(near(run(program, std::array{1.0, 2.0, 3.0}),
             {0.09003057317038046, 0.24472847105479764, 0.6652409557748219}, 1e-12));
}

TEST_CASE("views of views", "[chains]") {
  constexpr auto program = xs::let(x<double, 2, 3>, [](auto v) {
    return xs::let(xs::reshape(xs::identity(xs::reshape(v, shape<6>)), shape<3, 2>), [=](auto r) {
      return xs::matmul(v, r) + xs::reshape(xs::reduce_max(r, xs::axis<0>), shape<1, 2>);
    });
  });
  CHECK(run(program, xt::xtensor<double, 2>{{1, 2, 3}, {4, 5, 6}}) == numbers{27, 34, 54, 70});
}

TEST_CASE("reductions over long axes", "[chains]") {
  // Multiples of 1/8: every order of summation gives the same sum. 70 = 4 * 16 + 6, 9 = 2 * 4 + 1.
  const auto check = []<std::size_t... D>(auto axes, auto named, std::index_sequence<D...>) {
    const auto u = counted<double, D...>();
    constexpr auto g = xs::graph(xs::let(x<double, D...>, [](auto v) {
      constexpr decltype(named) over{};
      return xs::pack(xs::reduce_sum(v, over), xs::reduce_mean(v, over, xs::keepdims),
                      xs::reduce_max(-v, over));
    }));
    xs::session s{g};
    const auto [sum, mean, top] = s.run(u);
    const xt::xarray<double> expected = xt::sum(u, axes);
    CHECK(elements(sum) == elements(expected));
    CHECK(near(elements(mean), elements(xt::mean(u, axes)), 1e-14));
    CHECK(elements(top) == elements(xt::amax(-u, axes)));
  };
  using axes = std::vector<std::size_t>;
  check(axes{1}, xs::axis<1>, std::index_sequence<3, 70>{});
  check(axes{0}, xs::axis<0>, std::index_sequence<70, 3>{});
  check(axes{0, 1}, xs::axis<0, 1>, std::index_sequence<7, 10>{});
  check(axes{0, 2}, xs::axis<0, 2>, std::index_sequence<4, 3, 9>{});
  check(axes{1}, xs::axis<1>, std::index_sequence<4, 9, 5>{});
  check(axes{1, 3}, xs::axis<3, 1>, std::index_sequence<2, 3, 4, 65>{});
  check(axes{0, 1, 2, 3}, xs::axis<-1, -2, -3, -4>, std::index_sequence<2, 3, 4, 65>{});
}
