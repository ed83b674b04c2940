// SPDX-License-Identifier: BSD-3-Clause
// Chains in which numbers and truth values meet: masks are operands, constants, intermediate values and
// results, for sizes that fill packs and that do not.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "runtime/support/reference.hpp"
#include "runtime/support/tensors.hpp"

namespace xs = xscope;
using namespace reference;
using namespace tensors;
using namespace xs::literals;
using numbers = std::vector<double>;

namespace {

template <std::size_t N>
struct data {
  std::array<double, N> p{};
  std::array<double, N> q{};
  std::array<bool, N> r{};

  data() {
    for (std::size_t i = 0; i < N; ++i) {
      p[i] = static_cast<double>(i * 7 % 11) - 5;
      q[i] = static_cast<double>(i * 5 % 9) - 4;
      r[i] = i % 3 == 1;
    }
  }
  template <class F>
  numbers expect(F f) const {
    numbers out(N);
    for (std::size_t i = 0; i < N; ++i) out[i] = static_cast<double>(f(p[i], q[i], r[i]));
    return out;
  }
};

template <class T, std::size_t N>
void check() {
  const data<N> d;
  const auto values = [&](auto f) { return run(xs::let(a<T, N>, b<T, N>, x<bool, N>, f), d.p, d.q, d.r); };
  INFO("size " << N);
  CHECK(values([](auto p, auto q, auto) { return p < q; }) ==
        d.expect([](double u, double v, bool) { return u < v; }));
  CHECK(values([](auto p, auto q, auto) { return xs::not_equal(p, q); }) ==
        d.expect([](double u, double v, bool) { return u != v; }));
  CHECK(values([](auto p, auto q, auto r) { return xs::where(r, p, q); }) ==
        d.expect([](double u, double v, bool w) { return w ? u : v; }));
  CHECK(values([](auto p, auto q, auto r) {
          return xs::where(xs::logical_and(r, p < q), p < 0.0_c, q < 0.0_c);
        }) == d.expect([](double u, double v, bool w) { return w && u < v ? u < 0 : v < 0; }));
  CHECK(values([](auto p, auto q, auto r) {
          return xs::cast(xs::logical_or(p < q, xs::logical_not(r)), xs::dtype<T>) * 2.0_c + p;
        }) == d.expect([](double u, double v, bool w) { return (u < v || !w ? 2 : 0) + u; }));
  CHECK(values([](auto p, auto q, auto r) {
          return xs::logical_and(xs::cast(p, xs::dtype<bool>), xs::equal(r, q < p));
        }) == d.expect([](double u, double v, bool w) { return u != 0 && w == (v < u); }));
  CHECK(values([](auto, auto, auto r) { return xs::where_v2(r, xs::value<T(1)>, xs::value<T(-1)>); }) ==
        d.expect([](double, double, bool w) { return w ? 1 : -1; }));
}

}  // namespace

TEST_CASE("truth values in chains", "[chains]") {
  check<float, 1>();
  check<float, 19>();
  check<double, 70>();
}

TEST_CASE("NaN in comparisons and extremes", "[chains]") {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  const std::array<double, 20> u{nan, 1, nan, 2, -1, 0, -0.0, 5, 6, 7, 8, 9, 10, 11, 12, 13, nan, 15, 16, 17};
  const std::array<double, 20> v{1, nan, nan, 1, -2, -0.0, 0, 6, 5, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, nan};
  constexpr auto p = a<float, 20>;
  constexpr auto q = b<float, 20>;
  numbers different, larger, smaller, positive;
  for (std::size_t i = 0; i < u.size(); ++i) {
    different.push_back(u[i] != v[i]);
    larger.push_back(std::isnan(u[i]) || std::isnan(v[i]) ? nan : std::max(u[i], v[i]));
    smaller.push_back(std::isnan(u[i]) || std::isnan(v[i]) ? nan : std::min(u[i], v[i]));
    positive.push_back(std::isnan(u[i]) ? nan : std::max(u[i], 0.0));
  }
  CHECK(run(xs::not_equal(p, q), u, v) == different);
  CHECK(near(run(xs::maximum(p, q), u, v), larger, 0));
  CHECK(near(run(xs::minimum(p, q), u, v), smaller, 0));
  CHECK(near(run(a<float, 20> | xs::relu, u), positive, 0));
}
