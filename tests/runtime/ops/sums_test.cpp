// SPDX-License-Identifier: BSD-3-Clause
// Sums lose nothing to the type or the number of what they add: integers do not overflow on the way to a
// mean, half precision is added up in float, and what rounding loses does not grow with the length of an
// axis.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

namespace xs = xscope;

namespace {

/// All results of a layer over numbers of a shape, in order, as double.
template <class T, std::size_t... D, class Layer>
std::vector<double> run(Layer layer, const std::vector<T>& numbers) {
  constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<D...>, xs::dtype<T>> | layer);
  xs::session s{g};
  const auto& y = s.run(xt::adapt(numbers, std::array<std::size_t, sizeof...(D)>{D...}));
  std::vector<double> out;
  for (std::size_t i = 0; i < y.size(); ++i) out.push_back(static_cast<double>(y.data()[i]));
  return out;
}

template <class T>
void check_all(const std::vector<double>& is, std::size_t count, double should, double relative) {
  REQUIRE(is.size() == count);
  for (const double y : is) CHECK(y == Approx(should).epsilon(relative).margin(relative));
}

template <class T>
std::vector<T> repeated(std::size_t n, std::initializer_list<double> of) {
  std::vector<T> out(n);
  for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<T>(of.begin()[i % of.size()]);
  return out;
}

constexpr auto mean = [](auto x) { return xs::reduce_mean(x); };
constexpr auto sum = [](auto x) { return xs::reduce_sum(x); };
template <int... A>
constexpr auto mean_over = [](auto x) { return xs::reduce_mean(x, xs::axis<A...>); };
template <int... A>
constexpr auto sum_over = [](auto x) { return xs::reduce_sum(x, xs::axis<A...>); };

template <class T>
void check_large_means() {
  constexpr T most = std::numeric_limits<T>::max();
  const std::vector<T> all(24, most);
  const double m = static_cast<double>(most);
  check_all<T>(run<T, 24>(mean, all), 1, m, 0);
  check_all<T>(run<T, 2, 3, 4>(mean_over<0>, all), 12, m, 0);
  check_all<T>(run<T, 2, 3, 4>(mean_over<1>, all), 8, m, 0);
  check_all<T>(run<T, 2, 3, 4>(mean_over<2>, all), 6, m, 0);
  check_all<T>(run<T, 2, 3, 4>(mean_over<0, 2>, all), 3, m, 0);
  // Behind a chain, whose own arithmetic is the type's.
  check_all<T>(run<T, 2, 12>([](auto x) { return xs::reduce_mean(xs::minimum(x, x), xs::axis<0>); }, all), 12,
               m, 0);
  // Other reductions are what they were: modulo the type's range.
  const T wrapped = static_cast<T>(std::uint64_t(24) * static_cast<std::uint64_t>(most));
  check_all<T>(run<T, 24>(sum, all), 1, static_cast<double>(wrapped), 0);
  check_all<T>(run<T, 24>([](auto x) { return xs::reduce_max(x); }, all), 1, m, 0);
  // Of both signs.
  if constexpr (std::is_signed_v<T>) {
    const std::vector<T> least(24, std::numeric_limits<T>::min());
    check_all<T>(run<T, 24>(mean, least), 1, static_cast<double>(std::numeric_limits<T>::min()), 0);
    check_all<T>(run<T, 4>(mean, std::vector<T>{-1, -1, -1, 0}), 1, 0, 0);  // towards zero
  }
}

}  // namespace

TEST_CASE("means of integers", "[ops]") {
  check_all<std::uint8_t>(run<std::uint8_t, 4>(mean, {200, 200, 200, 100}), 1, 175, 0);
  check_all<std::int8_t>(run<std::int8_t, 4>(mean, {100, 100, 100, 100}), 1, 100, 0);
  check_large_means<std::int8_t>();
  check_large_means<std::uint8_t>();
  check_large_means<std::int16_t>();
  check_large_means<std::uint16_t>();
  check_large_means<std::int32_t>();
  check_large_means<std::uint32_t>();
  check_large_means<std::int64_t>();
  check_large_means<std::uint64_t>();
}

TEST_CASE("sums of half precision", "[ops]") {
  using xs::half;
  check_all<half>(run<half, 4096>(mean, repeated<half>(4096, {100, 101, 99, 100})), 1, 100, 0);
  check_all<half>(run<half, 4096>(mean, repeated<half>(4096, {1000, -1000})), 1, 0, 0);
  const auto ones = repeated<half>(5000, {1});
  check_all<half>(run<half, 5000>(mean, ones), 1, 1, 0);
  check_all<half>(run<half, 5000>(sum, ones), 1, 5000, 0);
  check_all<half>(run<half, 1000, 5>(sum_over<0>, ones), 5, 1000, 0);
  check_all<half>(run<half, 5, 1000>(sum_over<1>, ones), 5, 1000, 0);
  check_all<half>(run<half, 2, 1250, 2>(mean_over<1>, ones), 4, 1, 0);
  check_all<half>(run<half, 1250, 2, 2>(mean_over<0, 2>, ones), 2, 1, 0);
  check_all<half>(run<half, 70000>(mean, repeated<half>(70000, {1})), 1, 1, 0);  // more than half can count
  check_all<half>(run<half, 5000>([](auto x) { return xs::reduce_mean(x * x); }, repeated<half>(5000, {10})),
                  1, 100, 0);
  check_all<half>(run<half, 5000>([](auto x) { return xs::l2_loss(x); }, ones), 1, 2500, 0);
  check_all<half>(
      run<half, 3>([](auto x) { return xs::reduce_prod(x); }, {half(300), half(300), half(0.001)}), 1, 90,
      1e-3);
  const auto zeros = repeated<half>(5000, {0});
  check_all<half>(run<half, 5000>([](auto x) { return xs::reduce_logsumexp(x); }, zeros), 1, std::log(5000),
                  1e-3);
  check_all<half>(run<half, 5000>([](auto x) { return xs::softmax(x); }, zeros), 5000, 0.0002, 1e-3);
  check_all<half>(run<half, 5000, 1>([](auto x) { return xs::softmax(x, xs::axis<0>); }, zeros), 5000, 0.0002,
                  1e-3);
  check_all<half>(run<half, 2500, 2>([](auto x) { return xs::log_softmax(x, xs::axis<0>); }, zeros), 5000,
                  -std::log(2500), 1e-3);
}

TEST_CASE("products of half precision", "[ops]") {
  using xs::half;
  const auto ones = repeated<half>(5000, {1});
  check_all<half>(run<half, 1, 5000>([](auto x) { return xs::matmul(x, x, xs::transpose_b); }, ones), 1, 5000,
                  0);
  check_all<half>(run<half, 5000, 1>([](auto x) { return xs::matmul(x, x, xs::transpose_a); }, ones), 1, 5000,
                  0);
  const auto pixels = repeated<half>(std::size_t(6) * 6 * 512, {1});
  constexpr auto whole = [](auto x) {
    return xs::conv2d(x, xs::reshape(x, xs::shape<6, 6, 512, 1>), xs::padding<"VALID">);
  };
  check_all<half>(run<half, 1, 6, 6, 512>(whole, pixels), 1, 18432, 0);
  constexpr auto pool = [](auto x) { return xs::avg_pool(x, xs::ksize<96, 96>, xs::padding<"VALID">); };
  check_all<half>(run<half, 1, 96, 96, 2>(pool, repeated<half>(std::size_t(96) * 96 * 2, {1})), 2, 1, 0);
}

TEST_CASE("moments of half precision", "[ops]") {
  using xs::half;
  constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2, 4096>, xs::dtype<half>> |
                               [](auto x) { return xs::moments(x, xs::axis<1>); });
  // As in TensorFlow's graph: in float, and cast back.
  static_assert(g.result<0>().name() == "moments/Cast_1:0" && g.result<1>().name() == "moments/Cast_2:0");
  static_assert(g.result<0>().dtype() == xs::dtype<half> && g.find("moments/Cast:0").has_value());
  xs::session s{g};
  const auto numbers = repeated<half>(8192, {98, 102});
  const auto& [m, v] = s.run(xt::adapt(numbers, std::array<std::size_t, 2>{2, 4096}));
  for (std::size_t r = 0; r < 2; ++r) {
    CHECK(static_cast<double>(m(r)) == 100);
    CHECK(static_cast<double>(v(r)) == 4);
  }
  const auto normal = run<half, 2, 4096>(
      [](auto x) { return xs::layer_norm(x, xs::none, xs::none, xs::value<0.001F>); }, numbers);
  for (std::size_t i = 0; i < normal.size(); ++i)
    CHECK(normal[i] == Approx(i % 2 == 0 ? -1 : 1).epsilon(0.05));
}

TEST_CASE("long sums of floats", "[ops]") {
  constexpr std::size_t many = 10'000'000;
  const auto all = repeated<float>(many, {0.1});
  const double tenth = static_cast<double>(0.1F);
  check_all<float>(run<float, many>(sum, all), 1, 1e7 * tenth, 3e-6);
  check_all<float>(run<float, many, 1>(sum_over<0>, all), 1, 1e7 * tenth, 3e-6);
  check_all<float>(run<float, many / 2, 2>(sum_over<0>, all), 2, 5e6 * tenth, 3e-6);
  check_all<float>(run<float, many / 100, 100>(sum_over<0>, all), 100, 1e5 * tenth, 3e-6);
  check_all<float>(run<float, 2, many / 2>(sum_over<1>, all), 2, 5e6 * tenth, 3e-6);
  check_all<float>(run<float, 2, many / 4, 2>(sum_over<1>, all), 4, 2.5e6 * tenth, 3e-6);
  check_all<float>(run<float, many / 4, 2, 2>(sum_over<0, 2>, all), 2, 5e6 * tenth, 3e-6);
  check_all<float>(run<float, many / 8, 2, 2, 2>(sum_over<0, 2>, all), 4, 2.5e6 * tenth, 3e-6);
  check_all<float>(run<float, many>(mean, all), 1, tenth, 3e-6);
  check_all<float>(run<float, many>([](auto x) { return xs::l2_loss(x); }, all), 1, 0.5e7 * tenth * tenth,
                   3e-6);
  check_all<float>(run<float, many>([](auto x) { return xs::reduce_sum(x * x); }, all), 1,
                   1e7 * tenth * tenth, 3e-6);
  check_all<float>(run<float, many>([](auto x) { return xs::reduce_logsumexp(x); }, all), 1,
                   std::log(1e7) + tenth, 3e-6);
  check_all<float>(run<float, many>([](auto x) { return xs::reduce_max(x); }, all), 1, tenth, 0);
}

TEST_CASE("long products of floats", "[ops]") {
  constexpr std::size_t many = 1'000'000;
  const auto tenths = repeated<float>(many, {0.1});
  const double square = static_cast<double>(0.1F) * static_cast<double>(0.1F);
  constexpr auto plain = [](auto x) { return xs::matmul(x, xs::reshape(x, xs::shape<many, 1>)); };
  constexpr auto by_rows = [](auto x) { return xs::matmul(x, x, xs::transpose_b); };
  constexpr auto by_columns = [](auto x) { return xs::matmul(x, x, xs::transpose_a); };
  constexpr auto turned = [](auto x) {
    return xs::matmul(x, xs::reshape(x, xs::shape<1, many>), xs::transpose_a, xs::transpose_b);
  };
  check_all<float>(run<float, 1, many>(plain, tenths), 1, 1e6 * square, 1e-5);
  check_all<float>(run<float, 1, many>(by_rows, tenths), 1, 1e6 * square, 1e-5);
  check_all<float>(run<float, 5, many / 5>(by_rows, tenths), 25, 2e5 * square, 1e-5);
  check_all<float>(run<float, many, 1>(by_columns, tenths), 1, 1e6 * square, 1e-5);
  check_all<float>(run<float, many / 20, 20>(by_columns, tenths), 400, 5e4 * square, 1e-5);
  check_all<float>(run<float, many, 1>(turned, tenths), 1, 1e6 * square, 1e-5);
  // So many rows that their sums lie where the result goes.
  check_all<float>(run<float, 40, many / 40>(by_rows, tenths), 1600, 2.5e4 * square, 1e-5);
  check_all<xs::half>(run<xs::half, 40, 20000>(by_rows, repeated<xs::half>(800000, {0.1})), 1600,
                      20000 * std::pow(static_cast<double>(xs::half(0.1F)), 2), 1e-3);
}

TEST_CASE("sums of every length", "[ops]") {
  // Around the places where blocks begin: whole numbers, which float has exactly.
  const auto check = []<std::size_t... N>(std::index_sequence<N...>) {
    (
        [&] {
          std::vector<float> x(N * 3);
          double whole = 0;
          for (std::size_t i = 0; i < x.size(); ++i) whole += x[i] = static_cast<float>(i % 7);
          const auto rows = run<float, 3, N>(sum_over<1>, x);
          const auto columns = run<float, N, 3>(sum_over<0>, x);
          CHECK(rows[0] + rows[1] + rows[2] == whole);
          CHECK(columns[0] + columns[1] + columns[2] == whole);
        }(),
        ...);
  };
  check(std::index_sequence<1, 5, 511, 1023, 1025, 8191, 8192, 8195, 131073>{});
}
