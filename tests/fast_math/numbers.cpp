// SPDX-License-Identifier: BSD-3-Clause
// What a user gets who compiles with -ffast-math or -Ofast: elementary functions as exact as without, sums
// and places of the greatest in range. Returns how many numbers are wrong.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <vector>

#include <xscope/math/erf.hpp>
#include <xscope/math/exp.hpp>
#include <xscope/math/lanewise.hpp>
#include <xscope/math/log.hpp>
#include <xscope/math/sigmoid.hpp>
#include <xscope/math/softplus.hpp>
#include <xscope/math/tanh.hpp>
#include <xscope/session.hpp>

namespace xs = xscope;
namespace math = xscope::math;

namespace {

int wrong = 0;

void expect(const char* what, double at, double is, double should, double relative) {
  if (std::abs(is - should) <= relative * std::abs(should)) return;
  if (++wrong < 40) std::printf("%s(%.17g) is %.17g, should be %.17g\n", what, at, is, should);
}

/// Numbers of both signs between 2^-20 and a bound, on both sides of each formula's limits.
template <class T>
std::vector<T> sample(double most) {
  std::vector<T> out;
  for (double x = 0x1p-20; x < most; x *= 1.0037) {
    out.push_back(static_cast<T>(x));
    out.push_back(static_cast<T>(-x));
  }
  while (out.size() % 16 != 0) out.push_back(T(1));
  return out;
}

/// A function of a pack and of a scalar against another one, which need not be better than these ulps.
template <class T, class F, class Reference>
void check(const char* what, double most, double ulps, F f, Reference reference) {
  using pack = math::pack_of<T>;
  const std::vector<T> all = sample<T>(most);
  const double relative = ulps * static_cast<double>(std::numeric_limits<T>::epsilon());
  for (std::size_t i = 0; i < all.size(); i += math::lanes<pack>) {
    T y[math::lanes<pack>];
    math::store(y, f(math::load<pack>(all.data() + i)));
    for (std::size_t k = 0; k < math::lanes<pack>; ++k) {
      const T x = all[i + k];
      const double should = static_cast<double>(reference(static_cast<long double>(x)));
      expect(what, static_cast<double>(x), static_cast<double>(y[k]), should, relative);
      expect(what, static_cast<double>(x), static_cast<double>(f(x)), should, relative);
    }
  }
}

using real = long double;

// Quotients may be products with a reciprocal then: 4 ulp where it is 2 otherwise.
template <class T>
void check_functions() {
  const double large = sizeof(T) == 4 ? 87 : 700;
  check<T>("exp", large, 4, [](auto x) { return math::exp(x); }, [](real x) { return std::exp(x); });
  check<T>("expm1", large, 4, [](auto x) { return math::expm1(x); }, [](real x) { return std::expm1(x); });
  check<T>(
      "log", 1e30, 4, [](auto x) { return math::log(math::abs(x)); },
      [](real x) { return std::log(std::abs(x)); });
  check<T>(
      "log1p", 1e30, 4, [](auto x) { return math::log1p(math::abs(x)); },
      [](real x) { return std::log1p(std::abs(x)); });
  check<T>("log1p", 0.99, 4, [](auto x) { return math::log1p(x); }, [](real x) { return std::log1p(x); });
  check<T>("tanh", 100, 4, [](auto x) { return math::tanh(x); }, [](real x) { return std::tanh(x); });
  check<T>(
      "sigmoid", large, 4, [](auto x) { return math::sigmoid(x); },
      [](real x) { return 1 / (1 + std::exp(-x)); });
  check<T>(
      "softplus", 50, 6, [](auto x) { return math::softplus(x); },
      [](real x) { return std::log1p(std::exp(x)); });
  check<T>("erf", 5, 6, [](auto x) { return math::erf(x); }, [](real x) { return std::erf(x); });
  check<T>("erfc", 9, 12, [](auto x) { return math::erfc(x); }, [](real x) { return std::erfc(x); });
  check<T>("floor", 1e12, 0, [](auto x) { return math::floor(x); }, [](real x) { return std::floor(x); });
  check<T>("ceil", 1e12, 0, [](auto x) { return math::ceil(x); }, [](real x) { return std::ceil(x); });
  check<T>(
      "rint", 1e12, 0, [](auto x) { return math::nearbyint(x + x); },
      [](real x) { return std::nearbyint(x + x); });
  for (const double half : {0.5, 1.5, 2.5, -0.5, -2.5, 1048576.5}) {
    volatile T x = static_cast<T>(half);
    expect("rint", half, static_cast<double>(math::nearbyint(T(x))), std::nearbyint(half), 0);
  }
  check<T>("sin", 100, 8, [](auto x) { return math::sin(x); }, [](real x) { return std::sin(x); });
  check<T>(
      "sqrt", 1e30, 4, [](auto x) { return math::sqrt(math::abs(x)); },
      [](real x) { return std::sqrt(std::abs(x)); });
  // What is no number is seen by its bits, wherever the compiler cannot look into memory.
  volatile T special[] = {math::layout<T>::nan, math::layout<T>::infinity, T(1)};
  const T nan = special[0];
  const T infinite = special[1];
  const T one = special[2];
  const auto is = [](T x, T y) { return math::to_bits(x) == math::to_bits(y); };
  expect("log of infinity", 1, is(math::log(infinite), infinite) ? 1 : 0, 1, 0);
  expect("exp of infinity", 1, is(math::exp(infinite), infinite) && is(math::exp(-infinite), T(0)) ? 1 : 0, 1,
         0);
  expect("log of 0", 1, is(math::log(one - one), -infinite) ? 1 : 0, 1, 0);
  using pack = math::pack_of<T>;
  const auto first = [](const auto& mask) { return math::first_true<pack>(mask) == 0; };
  expect("is_nan", 1, math::is_nan(nan) && !math::is_nan(infinite) && !math::is_nan(one) ? 1 : 0, 1, 0);
  expect("is_finite", 1, !math::is_finite(nan) && !math::is_finite(infinite) && math::is_finite(one) ? 1 : 0,
         1, 0);
  expect("is_nan of a pack", 1,
         first(math::is_nan(pack(nan))) && !first(math::is_nan(pack(infinite))) &&
                 !first(math::is_nan(pack(one)))
             ? 1
             : 0,
         1, 0);
  expect("is_finite of a pack", 1,
         !first(math::is_finite(pack(nan))) && !first(math::is_finite(pack(infinite))) &&
                 first(math::is_finite(pack(one)))
             ? 1
             : 0,
         1, 0);
}

/// Whole programs, rows of 16.
void check_sessions() {
  using namespace xs::literals;
  constexpr auto x = xs::placeholder<"x", xs::shape<4, 16>>;
  constexpr auto g = xs::graph(xs::let(x, [](auto v) {
    return xs::pack(xs::argmax(v, xs::axis<1>), xs::argmax(v, xs::axis<0>), xs::argmin(v, xs::axis<1>),
                    xs::softmax(v), xs::reduce_logsumexp(v, xs::axis<1>),
                    xs::layer_norm(v, xs::none, xs::none, 0.001_c), xs::floor(v),
                    xs::reduce_sum(v, xs::axis<0>));
  }));
  xs::session s{g};
  std::array<float, 64> data{};
  for (std::size_t i = 0; i < 64; ++i) data[i] = static_cast<float>(static_cast<int>(i * 37 % 64) - 20) / 4;
  const auto fed = xt::adapt(data, std::array<std::size_t, 2>{4, 16});
  const auto check_row = [&](const auto& results, std::size_t r) {
    const auto& [along, down, least, shares, sums, normal, whole, columns] = results;
    std::size_t top = 0;
    std::size_t low = 0;
    double sum = 0;
    double mean = 0;
    for (std::size_t c = 0; c < 16; ++c) {
      if (data[16 * r + c] > data[16 * r + top]) top = c;
      if (data[16 * r + c] < data[16 * r + low]) low = c;
      sum += std::exp(static_cast<double>(data[16 * r + c]));
      mean += static_cast<double>(data[16 * r + c]) / 16;
    }
    double variance = 0;
    for (std::size_t c = 0; c < 16; ++c)
      variance += std::pow(static_cast<double>(data[16 * r + c]) - mean, 2) / 16;
    expect("argmax", static_cast<double>(r), static_cast<double>(along(r)), static_cast<double>(top), 0);
    expect("argmin", static_cast<double>(r), static_cast<double>(least(r)), static_cast<double>(low), 0);
    expect("reduce_logsumexp", static_cast<double>(r), static_cast<double>(sums(r)), std::log(sum), 1e-6);
    for (std::size_t c = 0; c < 16; ++c) {
      const double v = static_cast<double>(data[16 * r + c]);
      expect("softmax", v, static_cast<double>(shares(r, c)), std::exp(v) / sum, 2e-6);
      expect("layer_norm", v, static_cast<double>(normal(r, c)) + 8,
             (v - mean) / std::sqrt(variance + 0.001) + 8, 1e-6);
      expect("floor", v, static_cast<double>(whole(r, c)), std::floor(v), 0);
    }
  };
  {
    const auto& results = s.run(fed);
    for (std::size_t r = 0; r < 4; ++r) check_row(results, r);
    const auto& down = std::get<1>(results);
    for (std::size_t c = 0; c < 16; ++c) {
      std::size_t top = 0;
      for (std::size_t r = 0; r < 4; ++r) {
        if (data[16 * r + c] > data[16 * top + c]) top = r;
      }
      expect("argmax over columns", static_cast<double>(c), static_cast<double>(down(c)),
             static_cast<double>(top), 0);
    }
  }
  // Where there are NaNs a place is still a place.
  volatile float nan = math::layout<float>::nan;
  for (std::size_t c = 0; c < 16; ++c) data[c] = nan;
  data[16 + 5] = nan;
  const auto& results = s.run(fed);
  const auto& along = std::get<0>(results);
  const auto& down = std::get<1>(results);
  const auto& least = std::get<2>(results);
  for (std::size_t r = 0; r < 4; ++r)
    expect("argmax and argmin with NaN in range", 1,
           along(r) >= 0 && along(r) < 16 && least(r) >= 0 && least(r) < 16 ? 1 : 0, 1, 0);
  for (std::size_t c = 0; c < 16; ++c)
    expect("argmax with NaN in range", 1, down(c) >= 0 && down(c) < 4 ? 1 : 0, 1, 0);
}

}  // namespace

int main() {
  check_functions<float>();
  check_functions<double>();
  check_sessions();
  std::printf("%d wrong\n", wrong);
  return wrong == 0 ? 0 : 1;
}
