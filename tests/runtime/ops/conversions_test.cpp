// SPDX-License-Identifier: BSD-3-Clause
// Reals as integers: every number has one value, at every place of a row of any length, whether it is cast,
// written to a container of the user's, or drawn.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

namespace xs = xscope;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// What is expected, by long double, which has all integers.
template <class T>
T expected(double x) {
  using limits = std::numeric_limits<T>;
  constexpr bool indefinite = std::is_signed_v<T> && sizeof(T) >= 4;  // the processor's least number
  if (std::isnan(x)) return indefinite ? limits::min() : T(0);
  const long double whole = std::trunc(static_cast<long double>(x));
  if (whole > static_cast<long double>(limits::max())) return indefinite ? limits::min() : limits::max();
  if (whole < static_cast<long double>(limits::min())) return limits::min();
  return static_cast<T>(whole);
}

template <class From>
const std::vector<From>& sample() {
  static const std::vector<From> all = [] {
    std::vector<From> out;
    for (const double end :
         {0.0,        1.0,    127.0,      128.0,  255.0,  256.0,  32767.0, 32768.0, 65535.0, 65536.0,
          0x1p31 - 1, 0x1p31, 0x1p32 - 1, 0x1p32, 0x1p63, 0x1p64, 1e30,    300.0,   1e10,    infinity}) {
      for (const double near : {end - 1, end - 0.5, end, end + 0.5, end + 1}) {
        out.push_back(static_cast<From>(near));
        out.push_back(static_cast<From>(-near));
      }
    }
    out.push_back(static_cast<From>(not_a_number));
    return out;
  }();
  return all;
}

template <class To, class From, std::size_t Length>
void check_length() {
  constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<Length>, xs::dtype<From>> |
                               [](auto x) { return xs::cast(x, xs::dtype<To>); });
  xs::session s{g};
  const std::vector<From>& all = sample<From>();
  std::array<From, Length> x{};
  for (std::size_t first = 0; first < all.size(); first += Length) {
    for (std::size_t i = 0; i < Length; ++i) x[i] = all[(first + i) % all.size()];
    const auto& y = s.run(x);
    for (std::size_t i = 0; i < Length; ++i) {
      INFO("from " << static_cast<double>(x[i]) << " at " << i << " of " << Length);
      CHECK(+y(i) == +expected<To>(static_cast<double>(x[i])));
    }
  }
}

template <class To>
void check_type() {
  check_length<To, float, 1>();
  check_length<To, float, 37>();
  check_length<To, double, 7>();
#if XSCOPE_HAS_HALF
  check_length<To, xs::half, 9>();
#endif
}

}  // namespace

TEMPLATE_TEST_CASE("reals as integers", "[types]", std::int8_t, std::uint8_t, std::int16_t, std::uint16_t,
                   std::int32_t, std::uint32_t, std::int64_t, std::uint64_t) {
  check_type<TestType>();
}

TEST_CASE("the compiler converts as the program does", "[types]") {
  using xs::math::convert;
  static_assert(convert<std::uint8_t>(300.5F) == 255 && convert<std::uint8_t>(-1.5F) == 0);
  static_assert(convert<std::int8_t>(-128.9) == -128 && convert<std::int8_t>(not_a_number) == 0);
  static_assert(convert<int>(1e10F) == std::numeric_limits<int>::min());
  static_assert(convert<int>(not_a_number) == std::numeric_limits<int>::min() &&
                convert<int>(-2147483648.5) == -2147483647 - 1);
  static_assert(convert<std::uint32_t>(1e10F) == 4294967295U && convert<std::uint64_t>(-1.0) == 0);
  static_assert(convert<bool>(not_a_number) && convert<float>(7) == 7);
}

TEST_CASE("results written to containers of integers", "[types]") {
  constexpr auto g =
      xs::graph(xs::placeholder<"x", xs::shape<3>> | [](auto x) { return x * xs::value<1e6F>; });
  xs::session s{g};
  xt::xtensor<std::uint8_t, 1> y;
  s.run_into(y, std::array<float, 3>{1, -1, 0.0001F});
  CHECK(+y(0) == 255);
  CHECK(+y(1) == 0);
  CHECK(+y(2) == 100);
}

TEST_CASE("variables of integers take the values that reals have", "[types]") {
  constexpr auto g = xs::graph(
      xs::get_variable<"v", xs::shape<2>, xs::dtype<std::uint8_t>, xs::initializer<xs::zeros_initializer>>);
  xs::session s{g};
  auto v = s.variable<"v:0">();
  v = 300.0;
  CHECK(+v(0) == 255);
  v = not_a_number;
  CHECK(+v(1) == 0);
}
