// SPDX-License-Identifier: BSD-3-Clause
// Elementary functions over a sample of all numbers: every exponent with many mantissas and both signs,
// whatever is special, and the places where a function's formula changes. Results are measured in ulps of a
// reference with more digits; a pack gives the bits that its lanes give alone.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/math/erf.hpp>
#include <xscope/math/exp.hpp>
#include <xscope/math/lanewise.hpp>
#include <xscope/math/log.hpp>
#include <xscope/math/sigmoid.hpp>
#include <xscope/math/softplus.hpp>
#include <xscope/math/tanh.hpp>
#include <xscope/running/backend/xsimd.hpp>

namespace math = xscope::math;

namespace {

template <class T>
struct reference_of {
  using type = double;
};
template <>
struct reference_of<double> {
  using type = long double;
};

template <class T>
std::vector<T> sample() {
  using format = math::layout<T>;
  using bits = typename format::bits;
  std::vector<T> out;
  const auto both_signs = [&](T x) {
    out.push_back(x);
    out.push_back(-x);
  };
  std::mt19937_64 random(1);
  for (bits exponent = 0; exponent <= 2 * bits(format::bias) + 1; ++exponent) {
    for (const bits fraction :
         {bits(0), bits(1), bits(2), format::fraction / 2, format::fraction - 1, format::fraction})
      both_signs(std::bit_cast<T>((exponent << format::mantissa) | fraction));
    // Around 1 most functions are at their most interesting.
    const bool central = exponent + 8 > format::bias && exponent < format::bias + 12;
    for (int i = central ? 4000 : 60; i-- > 0;)
      both_signs(std::bit_cast<T>((exponent << format::mantissa) |
                                  (static_cast<bits>(random()) & format::fraction)));
  }
  // Where formulas change, and where results become 0, 1 or infinite.
  for (const double place : {0.1732867951399863,
                             0.34657359027997264,
                             0.5,
                             0.6931471805599453,
                             0.7071067811865476,
                             0.9,
                             1.0,
                             1.4142135623730951,
                             2.0,
                             3.95,
                             9.01,
                             9.1,
                             10.1,
                             17.0,
                             18.0,
                             19.1,
                             27.3,
                             27.5,
                             36.7,
                             40.0,
                             87.3,
                             88.02,
                             88.7228,
                             89.0,
                             103.97,
                             104.0,
                             708.4,
                             709.782712893384,
                             710.0,
                             745.13321910194122,
                             746.0}) {
    T x = static_cast<T>(place);
    for (int i = 0; i < 20; ++i) x = std::nextafter(x, T(0));
    for (int i = 0; i < 40; ++i) {
      both_signs(x);
      x = std::nextafter(x, std::numeric_limits<T>::infinity());
    }
  }
  while (out.size() % 64 != 0) out.push_back(T(0));
  return out;
}

/// How far y is from what it should be, in units of the last place; infinite where the kind of number is
/// wrong.
template <class T, class R>
double ulps(T y, R exact) {
  using limits = std::numeric_limits<T>;
  constexpr double wrong = std::numeric_limits<double>::infinity();
  const T nearest = static_cast<T>(exact);
  if (std::isnan(nearest) || std::isnan(y)) return std::isnan(nearest) && std::isnan(y) ? 0 : wrong;
  if (y == nearest) return std::signbit(y) == std::signbit(nearest) ? 0 : wrong;
  // Beyond the greatest number comes the next power of two.
  const auto finite = [](R x) {
    const R beyond = std::ldexp(R(1), limits::max_exponent);
    return std::clamp(x, -beyond, beyond);
  };
  int exponent = 0;
  std::frexp(finite(exact), &exponent);
  exponent = std::max(std::min(exponent, limits::max_exponent) - limits::digits,
                      limits::min_exponent - limits::digits);
  return static_cast<double>(std::abs(finite(static_cast<R>(y)) - finite(exact)) /
                             std::ldexp(R(1), exponent));
}

template <class T>
bool same_bits(T a, T b) {
  return math::to_bits(a) == math::to_bits(b) || (std::isnan(a) && std::isnan(b));
}

template <class T, class F, class Reference>
void check_function(double most, F f, Reference reference) {
  using pack = math::pack_of<T>;
  constexpr std::size_t lanes = math::lanes<pack>;
  static const std::vector<T> all = sample<T>();
  double worst = 0;
  T worst_at = 0;
  std::size_t different = 0;
  for (std::size_t i = 0; i < all.size(); i += lanes) {
    T y[lanes];
    math::store(y, f(math::load<pack>(all.data() + i)));
    for (std::size_t k = 0; k < lanes; ++k) {
      const T x = all[i + k];
      const double error = ulps(y[k], reference(static_cast<typename reference_of<T>::type>(x)));
      if (error > worst) {
        worst = error;
        worst_at = x;
      }
      different += same_bits(y[k], f(x)) ? 0U : 1U;
    }
  }
  INFO("at " << worst_at << ": " << f(worst_at));
  CHECK(worst <= most);
  CHECK(different == 0);
}

}  // namespace

TEMPLATE_TEST_CASE("elementary functions", "[math]", float, double) {
  using T = TestType;
  SECTION("exp") {
    check_function<T>(2, [](auto x) { return math::exp(x); }, [](auto x) { return std::exp(x); });
  }
  SECTION("expm1") {
    check_function<T>(2, [](auto x) { return math::expm1(x); }, [](auto x) { return std::expm1(x); });
  }
  SECTION("log") {
    check_function<T>(2, [](auto x) { return math::log(x); }, [](auto x) { return std::log(x); });
  }
  SECTION("log1p") {
    check_function<T>(2, [](auto x) { return math::log1p(x); }, [](auto x) { return std::log1p(x); });
  }
  SECTION("tanh") {
    check_function<T>(2, [](auto x) { return math::tanh(x); }, [](auto x) { return std::tanh(x); });
  }
  SECTION("sigmoid") {
    check_function<T>(
        2, [](auto x) { return math::sigmoid(x); },
        [](auto x) { return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x)); });
  }
  SECTION("softplus") {
    check_function<T>(
        2, [](auto x) { return math::softplus(x); },
        [](auto x) { return (x < 0 ? 0 : x) + std::log1p(std::exp(-std::abs(x))); });
  }
  SECTION("erf") {
    check_function<T>(
        sizeof(T) == 4 ? 4 : 2, [](auto x) { return math::erf(x); }, [](auto x) { return std::erf(x); });
  }
  SECTION("erfc") {
    check_function<T>(8, [](auto x) { return math::erfc(x); }, [](auto x) { return std::erfc(x); });
  }
  SECTION("of the standard library") {
    check_function<T>(1, [](auto x) { return math::sin(x); }, [](auto x) { return std::sin(x); });
    check_function<T>(1, [](auto x) { return math::cos(x); }, [](auto x) { return std::cos(x); });
    check_function<T>(
        1, [](auto x) { return math::pow(math::abs(x), decltype(x)(T(1.5))); },
        [](auto x) { return std::pow(std::abs(x), decltype(x)(1.5)); });
  }
}

TEMPLATE_TEST_CASE("primitives", "[math]", float, double) {
  using T = TestType;
  const auto same = [](auto x) { return x; };
  check_function<T>(0, [](auto x) { return math::abs(x); }, [](auto x) { return std::abs(x); });
  check_function<T>(0.5, [](auto x) { return math::sqrt(x); }, [](auto x) { return std::sqrt(x); });
  check_function<T>(0, [](auto x) { return math::floor(x); }, [](auto x) { return std::floor(x); });
  check_function<T>(0, [](auto x) { return math::ceil(x); }, [](auto x) { return std::ceil(x); });
  check_function<T>(0, [](auto x) { return math::nearbyint(x); }, [](auto x) { return std::rint(x); });
  // The second operand wins where one is NaN.
  check_function<T>(
      0, [](auto x) { return math::min(decltype(x)(std::numeric_limits<T>::infinity()), x); }, same);
  check_function<T>(
      0, [](auto x) { return math::max(decltype(x)(-std::numeric_limits<T>::infinity()), x); }, same);
  check_function<T>(
      0, [](auto x) { return math::select(x < decltype(x)(T(1)), math::negative(x), x); },
      [](auto x) { return x < 1 ? -x : x; });
}

TEMPLATE_TEST_CASE("a part of a pack in memory", "[math]", float, double) {
  using T = TestType;
  using pack = math::pack_of<T>;
  constexpr std::size_t lanes = math::lanes<pack>;
  for (std::size_t n = 1; n < lanes; ++n) {
    // No byte beyond the n elements is touched: a sanitizer would see it.
    std::vector<T> from(n);
    for (std::size_t i = 0; i < n; ++i) from[i] = static_cast<T>(i + 1);
    const pack x = math::load<pack>(from.data(), n);
    T all[lanes];
    math::store(all, x);
    for (std::size_t i = 0; i < lanes; ++i) CHECK(all[i] == (i < n ? static_cast<T>(i + 1) : T(0)));
    std::vector<T> to(n);
    math::store(to.data(), x, n);
    CHECK(to == from);
    T beside[lanes];
    std::fill_n(beside, lanes, T(-1));
    math::store(beside, x, n);
    CHECK(beside[n] == T(-1));
  }
  // Truth values are bytes.
  bool truths[lanes + 1];
  for (std::size_t i = 0; i < lanes; ++i) truths[i] = i % 3 == 0;
  for (std::size_t n = 1; n <= lanes; ++n) {
    const auto mask = math::load_mask<pack>(truths, n);
    bool back[lanes + 1];
    std::fill_n(back, lanes + 1, true);
    math::store_mask<pack>(back, mask, n);
    for (std::size_t i = 0; i < n; ++i) CHECK(back[i] == truths[i]);
    CHECK(back[n]);
    T chosen[lanes];
    math::store(chosen, math::select(mask, pack(T(1)), pack(T(2))));
    for (std::size_t i = 0; i < n; ++i) CHECK(chosen[i] == (truths[i] ? T(1) : T(2)));
  }
}
