// SPDX-License-Identifier: BSD-3-Clause
// One case of an operation against its reference values: a program over placeholders, run in one line.
//   check_case(xs::add(a<T, 2, 3>, b<T, 3>), xs::shape<2, 3>, add_0_y, add_0_a, add_0_b);
#pragma once

#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

#include "golden/ops.hpp"

namespace reference {

namespace xs = xscope;

/// Operands, named as in the golden file.
template <class T, std::size_t... D>
inline constexpr auto a = xs::placeholder<"a", xs::shape<D...>, xs::dtype<T>>;
template <class T, std::size_t... D>
inline constexpr auto b = xs::placeholder<"b", xs::shape<D...>, xs::dtype<T>>;
template <class T, std::size_t... D>
inline constexpr auto x = xs::placeholder<"x", xs::shape<D...>, xs::dtype<T>>;
template <class T, std::size_t... D>
inline constexpr auto labels = xs::placeholder<"labels", xs::shape<D...>, xs::dtype<T>>;
template <class T, std::size_t... D>
inline constexpr auto logits = xs::placeholder<"logits", xs::shape<D...>, xs::dtype<T>>;

/// How far a result may be from its reference, as a share of it.
template <class T>
inline constexpr double tolerance = 0;
template <>
inline constexpr double tolerance<float> = 1e-5;
template <>
inline constexpr double tolerance<double> = 1e-12;

/// Whether a result is what it should be; not-a-number and infinities must be the very same.
inline bool agrees(double y, double expected, double within) {
  if (std::isnan(expected)) return std::isnan(y);
  if (std::isinf(expected)) return y == expected;
  return std::abs(y - expected) <= within * std::abs(expected);
}

/// An array of the golden file in the shape of a placeholder.
template <class X, std::size_t N>
xt::xarray<X> feed_of(const X (&values)[N], const xs::extents& shape) {
  std::vector<std::size_t> dims(shape.begin(), shape.end());
  xt::xarray<X> out(dims);
  REQUIRE(out.size() == N);
  std::copy(values, values + N, out.begin());
  return out;
}

/// Any array of numbers, as one type.
struct expectation {
  std::vector<double> numbers;
  template <class Y>
  expectation(const Y& from) : numbers(std::begin(from), std::end(from)) {}
};

/// Compares all elements of a result.
template <class T>
void check_elements(const T* y, std::size_t size, const std::vector<double>& expected) {
  REQUIRE(size == expected.size());
  for (std::size_t i = 0; i < size; ++i) {
    const double result = static_cast<double>(y[i]);
    INFO("element " << i << ": " << result << ", not " << expected[i]);
    CHECK(agrees(result, expected[i], tolerance<T>));
  }
}

/// The same for the results of a pack, one after the other.
template <class... Views>
void check_results(const std::tuple<Views...>& results, const std::vector<expectation>& expected) {
  REQUIRE(expected.size() == sizeof...(Views));
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (
        [&] {
          INFO("result " << I);
          const auto& y = std::get<I>(results);
          check_elements(y.data(), y.size(), expected[I].numbers);
        }(),
        ...);
  }(std::index_sequence_for<Views...>{});
}

/// Runs a program and compares its result, element for element; the feeds are in the order of the
/// placeholders.
template <class Program, std::size_t... D, class Y, std::size_t N, class... X, std::size_t... M>
void check_case(Program, xs::dsl::shape_t<D...>, const Y (&expected)[N], const X (&... feeds)[M]) {
  constexpr auto g = xs::graph(Program{});
  static_assert(g.result().shape() == xs::shape<D...>);
  static_assert(xs::extents(g.result().shape()).elements() == N);
  constexpr auto inputs = g.placeholders();
  xs::session s{g};
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    const auto y = s.run(feed_of(feeds, inputs[I].shape())...);
    INFO(g.result().name());
    check_elements(y.data(), y.size(), expectation(expected).numbers);
  }(std::index_sequence_for<X...>{});
}

}  // namespace reference
