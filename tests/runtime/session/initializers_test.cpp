// SPDX-License-Identifier: BSD-3-Clause
// First values of variables: each initializer's numbers, and what seeds and names have to do with them.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

#include "runtime/support/tensors.hpp"

namespace xs = xscope;
using tensors::elements;
using xs::shape;
using numbers = std::vector<double>;

namespace {

/// The first values of a variable alone in its graph.
template <class Variable>
numbers first_values(Variable v, std::uint64_t seed = 1) {
  xs::session s{xs::graph(v), seed};
  return elements(s.run());
}

struct statistics {
  double mean = 0;
  double deviation = 0;
  double least = 0;
  double greatest = 0;
};
statistics statistics_of(const numbers& x) {
  statistics out;
  const double n = static_cast<double>(x.size());
  for (const double e : x) out.mean += e / n;
  for (const double e : x) out.deviation += (e - out.mean) * (e - out.mean) / n;
  out.deviation = std::sqrt(out.deviation);
  out.least = *std::min_element(x.begin(), x.end());
  out.greatest = *std::max_element(x.begin(), x.end());
  return out;
}

/// How far a mean of n numbers may be off: five of its own deviations.
double off(double deviation, std::size_t n) { return 5 * deviation / std::sqrt(static_cast<double>(n)); }

template <auto Initializer, class T, std::size_t... D>
constexpr auto v = xs::get_variable<"v", shape<D...>, xs::dtype<T>, xs::initializer<Initializer>>;

constexpr std::size_t many = 10000;

}  // namespace

TEST_CASE("zeros, ones, constants and values", "[initializers]") {
  CHECK(first_values(v<xs::zeros_initializer, float, 2, 2>) == numbers(4, 0.0));
  CHECK(first_values(v<xs::ones_initializer, double, 3>) == numbers(3, 1.0));
  CHECK(first_values(v<xs::ones_initializer, int, 3>) == numbers(3, 1.0));
  CHECK(first_values(v<xs::ones_initializer, bool, 2>) == numbers(2, 1.0));
  CHECK(first_values(v<xs::constant_initializer<-2.5>, double, 2>) == numbers(2, -2.5));
  CHECK(first_values(v<xs::constant_initializer<7>, std::uint8_t, 2>) == numbers(2, 7.0));
  CHECK(first_values(xs::get_variable<"v", xs::initializer<xs::values<1, -2, 3>>>) == numbers{1, -2, 3});
  CHECK(first_values(xs::variable<"v", xs::values<0.5, 1.5>>) == numbers{0.5, 1.5});
  CHECK(first_values(xs::variable<xs::none, xs::value<4>>) == numbers{4});
  CHECK(first_values(v<xs::zeros_initializer, float, 0>).empty());
  // Where nothing is said: zeros for integers.
  CHECK(first_values(xs::get_variable<"v", shape<3>, xs::dtype<int>>) == numbers(3, 0.0));
}

TEST_CASE("random_uniform_initializer", "[initializers]") {
  const auto x = statistics_of(first_values(v<xs::random_uniform_initializer<-1.0, 3.0>, double, 100, 100>));
  const double deviation = 4 / std::sqrt(12.0);
  CHECK(x.least >= -1);
  CHECK(x.least < -0.99);
  CHECK(x.greatest < 3);
  CHECK(x.greatest > 2.99);
  CHECK(std::abs(x.mean - 1) < off(deviation, many));
  CHECK(std::abs(x.deviation - deviation) < 0.02);
}

TEST_CASE("random_normal_initializer", "[initializers]") {
  const auto x = statistics_of(first_values(v<xs::random_normal_initializer<2.0, 0.5>, double, 100, 100>));
  CHECK(std::abs(x.mean - 2) < off(0.5, many));
  CHECK(std::abs(x.deviation - 0.5) < off(0.5, many));
  CHECK(x.greatest > 2 + 3 * 0.5);  // of ten thousand some 13 are
  CHECK(x.least < 2 - 3 * 0.5);
}

TEST_CASE("truncated_normal_initializer", "[initializers]") {
  const auto x = statistics_of(first_values(v<xs::truncated_normal_initializer<2.0, 0.5>, double, 100, 100>));
  CHECK(x.greatest <= 3);
  CHECK(x.least >= 1);
  CHECK(x.greatest > 2.95);
  CHECK(x.least < 1.05);
  CHECK(std::abs(x.mean - 2) < off(0.44, many));
  CHECK(std::abs(x.deviation - 0.5 * 0.87962566103423978) < off(0.44, many));
}

TEST_CASE("glorot_uniform_initializer is the default, and scales with the fans", "[initializers]") {
  const numbers named = first_values(v<xs::glorot_uniform_initializer, double, 150, 50>);
  CHECK(first_values(xs::get_variable<"v", shape<150, 50>, xs::dtype<double>>) == named);
  const auto x = statistics_of(named);
  const double limit = std::sqrt(6.0 / (150 + 50));
  CHECK(std::max(-x.least, x.greatest) <= limit);
  CHECK(std::min(-x.least, x.greatest) > 0.99 * limit);
  CHECK(std::abs(x.deviation - limit / std::sqrt(3.0)) < 0.02 * limit);
  // A convolution's filter: the fans are its last two dimensions times the others. Of one dimension both are
  // it.
  const auto filter = statistics_of(first_values(v<xs::glorot_uniform_initializer, double, 3, 5, 10, 20>));
  const double filter_limit = std::sqrt(6.0 / (15 * (10 + 20)));
  CHECK(std::max(-filter.least, filter.greatest) <= filter_limit);
  CHECK(std::min(-filter.least, filter.greatest) > 0.98 * filter_limit);
  const auto bias = statistics_of(first_values(v<xs::glorot_uniform_initializer, double, 1000>));
  CHECK(std::max(-bias.least, bias.greatest) <= std::sqrt(6.0 / 2000));
  CHECK(std::max(-bias.least, bias.greatest) > 0.97 * std::sqrt(6.0 / 2000));
}

TEST_CASE("initializers that scale with the fans", "[initializers]") {
  const auto check = [](auto initializer, double variance, double greatest) {
    constexpr decltype(initializer) init{};
    const auto x = statistics_of(first_values(v<init, double, 200, 50>));
    const double deviation = std::sqrt(variance);
    CHECK(std::abs(x.mean) < off(deviation, many));
    CHECK(std::abs(x.deviation / deviation - 1) < 0.04);
    CHECK(std::max(-x.least, x.greatest) <= greatest * deviation);
    CHECK(std::max(-x.least, x.greatest) > 0.95 * std::min(greatest, 3.5) * deviation);
  };
  // Truncated at two deviations of a normal whose own deviation is the larger by what is cut off.
  const double cut = 2 / 0.87962566103423978;
  const double uniform = std::sqrt(3.0);
  check(xs::he_normal_initializer, 2.0 / 200, cut);
  check(xs::he_uniform_initializer, 2.0 / 200, uniform);
  check(xs::glorot_normal_initializer, 2.0 / (200 + 50), cut);
  check(xs::variance_scaling_initializer<>, 1.0 / 200, cut);
  check(xs::variance_scaling_initializer<3.0, xs::fan_mode::out, xs::distribution::uniform>, 3.0 / 50,
        uniform);
  check(xs::variance_scaling_initializer<1.0, xs::fan_mode::avg, xs::distribution::untruncated_normal>,
        1.0 / 125, 5);
}

TEST_CASE("orthogonal_initializer", "[initializers]") {
  const auto check = [](auto variable, std::size_t rows, std::size_t columns) {
    const numbers q = first_values(variable);
    REQUIRE(q.size() == rows * columns);
    const bool tall = rows >= columns;
    const std::size_t few = tall ? columns : rows;
    const auto at = [&](std::size_t i, std::size_t k) {
      return tall ? q[k * columns + i] : q[i * columns + k];
    };
    double worst = 0;
    for (std::size_t i = 0; i < few; ++i) {
      for (std::size_t j = 0; j < few; ++j) {
        double dot = 0;
        for (std::size_t k = 0; k < std::max(rows, columns); ++k) dot += at(i, k) * at(j, k);
        worst = std::max(worst, std::abs(dot - (i == j ? 1 : 0)));
      }
    }
    CHECK(worst < 1e-13);
  };
  check(v<xs::orthogonal_initializer, double, 20, 20>, 20, 20);
  check(v<xs::orthogonal_initializer, double, 30, 7>, 30, 7);  // Q^T Q = 1
  check(v<xs::orthogonal_initializer, double, 7, 30>, 7, 30);  // Q Q^T = 1
  check(v<xs::orthogonal_initializer, double, 2, 3, 4>, 6, 4);
}

TEST_CASE("seeds and names decide", "[initializers]") {
  constexpr auto one = v<xs::random_normal_initializer<0.0, 1.0>, double, 20>;
  CHECK(first_values(one, 3) == first_values(one, 3));
  CHECK(first_values(one, 3) != first_values(one, 4));
  CHECK(first_values(one, 0) != first_values(one, 1));

  // Another name, other numbers; but a variable's are the same whatever stands beside it.
  constexpr auto g = xs::graph(xs::pack(xs::variable_scope<"a">(one), xs::variable_scope<"b">(one), one));
  xs::session s{g, 3};
  CHECK(elements(s.variable<"a/v">()) != elements(s.variable<"b/v">()));
  CHECK(elements(s.variable<"v">()) == first_values(one, 3));
  CHECK(elements(s.variable<"v">()) != elements(s.variable<"a/v">()));

  // Without a seed it is 0.
  xs::session unseeded{xs::graph(one)};
  CHECK(elements(unseeded.run()) == first_values(one, 0));
}

TEST_CASE("an initializer's own seed comes first", "[initializers]") {
  constexpr auto fixed = v<xs::random_uniform_initializer<0.0, 1.0, 42>, double, 20>;
  CHECK(first_values(fixed, 3) == first_values(fixed, 4));
  CHECK(first_values(fixed) != first_values(v<xs::random_uniform_initializer<0.0, 1.0, 43>, double, 20>));
  CHECK(first_values(fixed) != first_values(v<xs::random_uniform_initializer<0.0, 1.0>, double, 20>));
}

TEST_CASE("no two variables of a network begin alike", "[initializers]") {
  constexpr auto layer = xs::get_variable<"w", shape<8>, xs::dtype<double>>;
  constexpr auto g = xs::graph(xs::seq(xs::variable_scope<"l1">(layer), xs::variable_scope<"l2">(layer),
                                       xs::variable_scope<"l3">(layer), xs::variable_scope<"l1/x">(layer),
                                       xs::variable_scope<"1l">(layer)));
  xs::session s{g, 11};
  const numbers all[] = {elements(s.variable<"l1/w">()), elements(s.variable<"l2/w">()),
                         elements(s.variable<"l3/w">()), elements(s.variable<"l1/x/w">()),
                         elements(s.variable<"1l/w">())};
  for (const auto& a : all) {
    for (const auto& b : all) CHECK((&a == &b || a[0] != b[0]));
  }
}

TEST_CASE("the numbers are the same with every compiler and library", "[initializers]") {
  // The first three of std::mt19937_64(42), of which the upper 53 bits count.
  CHECK(first_values(v<xs::random_uniform_initializer<0.0, 1.0, 42>, double, 3>) ==
        numbers{static_cast<double>(13930160852258120406U >> 11) * 0x1p-53,
                static_cast<double>(11788048577503494824U >> 11) * 0x1p-53,
                static_cast<double>(13874630024467741450U >> 11) * 0x1p-53});
}
