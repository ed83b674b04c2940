// SPDX-License-Identifier: BSD-3-Clause
// One case of an operation against its reference values: a program over placeholders, run in one line.
//   check_case(xs::add(a<T, 2, 3>, b<T, 3>), xs::shape<2, 3>, add_0_y, add_0_a, add_0_b);
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
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
template <class T>
bool agrees(T result, double expected, double within) {
  const double y = static_cast<double>(result);
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
    using type = typename decltype(y)::value_type;
    for (std::size_t i = 0; i < N; ++i) {
      INFO("element " << i << " of " << g.result().name() << ": " << +y.data()[i] << ", not "
                      << +expected[i]);
      CHECK(agrees(y.data()[i], static_cast<double>(expected[i]), tolerance<type>));
    }
  }(std::index_sequence_for<X...>{});
}

}  // namespace reference
