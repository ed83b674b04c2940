// SPDX-License-Identifier: BSD-3-Clause
// Kernels that work on packs, over shapes that fill packs, do not, or have less than one, and over every set
// of axes, against loops over single elements.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <sstream>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/kernels/all.hpp>
#include <xscope/ops/all.hpp>
#include <xscope/running/backend/xsimd.hpp>

namespace xs = xscope;
namespace ops = xscope::ops;

namespace {

constexpr ops::kernel_spec reduce(const xs::extents& shape, unsigned axes) {
  ops::kernel_spec spec;
  spec.in[0] = shape;
  spec.attrs.has_axis = true;
  for (std::size_t i = 0; i < shape.rank(); ++i) {
    if ((axes >> i & 1U) != 0) spec.attrs.axes[spec.attrs.axis_count++] = static_cast<int>(i);
    else spec.out.push_back(shape[i]);
  }
  return spec;
}
constexpr ops::kernel_spec along(const xs::extents& shape, std::size_t axis, bool removed) {
  ops::kernel_spec spec = reduce(shape, 1U << axis);
  if (!removed) spec.out = shape;
  return spec;
}

/// For each element the number of the result that it belongs to.
std::vector<std::size_t> owners(const ops::kernel_spec& spec) {
  const xs::extents& shape = spec.in[0];
  std::vector<std::size_t> out(shape.elements());
  for (std::size_t i = 0; i < out.size(); ++i) {
    std::size_t place = i;
    std::size_t stride = 1;
    for (std::size_t axis = shape.rank(); axis-- > 0;) {
      const bool reduced =
          std::count(spec.attrs.axes, spec.attrs.axes + spec.attrs.axis_count, static_cast<int>(axis)) != 0;
      if (!reduced) {
        out[i] += place % shape[axis] * stride;
        stride *= shape[axis];
      }
      place /= shape[axis];
    }
  }
  return out;
}

/// Whole numbers, so that sums are exact in every order; a few of them equal.
template <class T>
std::vector<T> numbers(std::size_t n) {
  std::vector<T> out(n);
  for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<T>(static_cast<int>((i * 37 + 11) % 41) - 20);
  return out;
}

template <class Op, ops::kernel_spec Spec, class To, class T>
std::vector<To> run(const std::vector<T>& x) {
  std::vector<To> y(Spec.out.elements());
  ops::code_of<&Op::info>::template forward<Spec>(y.data(), x.data());
  return y;
}

template <class T>
bool near(T y, double expected) {
  if (std::isnan(expected)) return std::isnan(y);
  if (std::isinf(expected)) return static_cast<double>(y) == expected;
  return std::abs(static_cast<double>(y) - expected) <=
         16 * static_cast<double>(std::numeric_limits<T>::epsilon()) * (1 + std::abs(expected));
}
template <class T>
bool near(const std::vector<T>& y, const std::vector<double>& expected) {
  return std::equal(y.begin(), y.end(), expected.begin(), expected.end(),
                    [](T a, double b) { return near(a, b); });
}

template <class T, std::size_t... D>
struct shape_case {
  static constexpr xs::extents shape{D...};
  static constexpr std::size_t size = (D * ... * 1);

  template <unsigned Axes>
  static void reductions() {
    constexpr ops::kernel_spec spec = reduce(shape, Axes);
    const std::vector<T> x = numbers<T>(size);
    const std::vector<std::size_t> to = owners(spec);
    const std::size_t n = spec.out.elements();
    std::vector<double> sum(n), top(n, -1e9), low(n, 1e9);
    for (std::size_t i = 0; i < size; ++i) {
      const double e = static_cast<double>(x[i]);
      sum[to[i]] += e;
      top[to[i]] = std::max(top[to[i]], e);
      low[to[i]] = std::min(low[to[i]], e);
    }
    std::vector<double> mean(n);
    for (std::size_t o = 0; o < n; ++o) mean[o] = sum[o] * static_cast<double>(n) / static_cast<double>(size);
    INFO("axes " << Axes);
    CHECK(run<ops::reduce_sum, spec, T>(x) == std::vector<T>(sum.begin(), sum.end()));
    CHECK(near(run<ops::reduce_mean, spec, T>(x), mean));
    CHECK(run<ops::reduce_max, spec, T>(x) == std::vector<T>(top.begin(), top.end()));
    CHECK(run<ops::reduce_min, spec, T>(x) == std::vector<T>(low.begin(), low.end()));

    // One NaN.
    std::vector<T> special = x;
    special[size / 2] = std::numeric_limits<T>::quiet_NaN();
    std::vector<double> expected = top;
    expected[to[size / 2]] = std::numeric_limits<double>::quiet_NaN();
    CHECK(near(run<ops::reduce_max, spec, T>(special), expected));
    expected = low;
    expected[to[size / 2]] = std::numeric_limits<double>::quiet_NaN();
    CHECK(near(run<ops::reduce_min, spec, T>(special), expected));
  }

  template <std::size_t Axis>
  static void along_axis() {
    constexpr ops::kernel_spec spec = along(shape, Axis, false);
    constexpr ops::kernel_spec find = along(shape, Axis, true);
    const std::vector<T> x = numbers<T>(size);
    const std::vector<std::size_t> to = owners(spec);
    const std::size_t n = size / shape[Axis];
    std::vector<double> top(n, -1e9), sum(n);
    std::vector<std::int64_t> first_top(n), first_low(n), place(n);
    std::vector<T> high(n), low(n);
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t o = to[i];
      if (place[o] == 0) high[o] = low[o] = x[i];
      if (x[i] > high[o]) first_top[o] = place[o];
      if (x[i] < low[o]) first_low[o] = place[o];
      high[o] = std::max(high[o], x[i]);
      low[o] = std::min(low[o], x[i]);
      ++place[o];
      top[o] = static_cast<double>(high[o]);
    }
    for (std::size_t i = 0; i < size; ++i) sum[to[i]] += std::exp(static_cast<double>(x[i]) - top[to[i]]);
    std::vector<double> share(size), logarithm(size);
    for (std::size_t i = 0; i < size; ++i) {
      logarithm[i] = static_cast<double>(x[i]) - top[to[i]] - std::log(sum[to[i]]);
      share[i] = std::exp(logarithm[i]);
    }
    INFO("axis " << Axis);
    CHECK(near(run<ops::softmax, spec, T>(x), share));
    CHECK(near(run<ops::log_softmax, spec, T>(x), logarithm));
    CHECK(run<ops::argmax, find, std::int64_t>(x) == first_top);
    CHECK(run<ops::argmin, find, std::int64_t>(x) == first_low);

    // NaN makes its whole group NaN, and is found first.
    std::vector<T> special = x;
    special[size / 3] = std::numeric_limits<T>::quiet_NaN();
    for (std::size_t i = 0; i < size; ++i) {
      if (to[i] == to[size / 3]) share[i] = std::numeric_limits<double>::quiet_NaN();
    }
    CHECK(near(run<ops::softmax, spec, T>(special), share));
    const auto found = run<ops::argmax, find, std::int64_t>(special);
    std::int64_t before = 0;
    for (std::size_t i = 0; i < size / 3; ++i) before += to[i] == to[size / 3] ? 1 : 0;
    CHECK(found[to[size / 3]] == before);
    CHECK(run<ops::argmin, find, std::int64_t>(special)[to[size / 3]] == before);
  }

  static void check() {
    std::ostringstream name;
    ((name << D << " "), ...);
    INFO("shape " << name.str());
    [&]<std::size_t... A>(std::index_sequence<A...>) {
      (reductions<static_cast<unsigned>(A)>(), ...);
    }(std::make_index_sequence<std::size_t(1) << sizeof...(D)>{});
    [&]<std::size_t... A>(std::index_sequence<A...>) {
      (along_axis<A>(), ...);
    }(std::make_index_sequence<sizeof...(D)>{});
  }
};

}  // namespace

TEST_CASE("reductions by packs", "[ops]") {
  shape_case<float, 33>::check();
  shape_case<float, 1000>::check();
  shape_case<float, 9, 5>::check();
  shape_case<float, 20, 150>::check();
  shape_case<float, 3, 20, 17>::check();
  shape_case<double, 20, 75>::check();
}
