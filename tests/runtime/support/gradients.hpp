// SPDX-License-Identifier: BSD-3-Clause
// Gradients against finite differences: one graph trains variables by a step of rate 1, so that what a
// variable loses is the gradient; a second graph over the same variables gives the loss at the places beside.
//   check_gradient([](auto v, auto w) { return scalar_of(v * w); }, xs::shape<2, 3>, xs::shape<3>);
#pragma once

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

namespace gradients {

namespace xs = xscope;

/// Which numbers the variables hold.
enum class values { mixed, positive };

namespace parts {

/// "v0", "v1", ...
template <std::size_t I>
inline constexpr xs::fixed_string<3> name = [] {
  xs::fixed_string<3> out("v0");
  out.text[1] = static_cast<char>('0' + I);
  return out;
}();

template <std::size_t I, class Shape>
inline constexpr auto variable = xs::get_variable<name<I>, Shape{}, xs::dtype<double>>;

/// The k-th number: between -2 and 2, no two alike, none near 0 (where relu has a corner).
inline double number(std::size_t k, values which) {
  const double x = (static_cast<double>(k * 29 % 64) - 31.5) / 16;
  return which == values::positive ? std::abs(x) + 0.25 : x;
}

}  // namespace parts

/// A loss whose gradient differs from place to place.
inline constexpr auto scalar_of = [](auto y) { return xs::reduce_sum(xs::square(y) + y); };

template <values Which = values::mixed, class Loss, class... Shapes>
void check_gradient(Loss, Shapes...) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    constexpr auto train = xs::graph(xs::let(parts::variable<I, Shapes>..., [](auto... v) {
      return xs::minimize<xs::gradient_descent_optimizer<1.0>>(Loss{}(v...));
    }));
    constexpr auto value = xs::graph(xs::let(parts::variable<I, Shapes>..., Loss{}));
    xs::session s{train};
    xs::session t{value, s};

    const auto all = [&](auto f) { (f(s.template variable<parts::name<I>>()), ...); };
    std::size_t k = 1;
    all([&](auto v) {
      for (double& e : v) e = parts::number(k++, Which);
    });
    std::vector<double> expected;
    all([&](auto v) {
      for (double& e : v) {
        const double at = e;
        const double h = 1e-5 * (1 + std::abs(at));
        e = at + h;
        const double above = t.run()();
        e = at - h;
        const double below = t.run()();
        e = at;
        expected.push_back((above - below) / (2 * h));
      }
    });
    std::vector<double> before;
    all([&](auto v) { before.insert(before.end(), v.cbegin(), v.cend()); });
    const double loss = t.run()();
    CHECK(s.run()() == loss);  // the loss from before the step
    k = 0;
    all([&](auto v) {
      for (const double e : v) {
        const double gradient = before[k] - e;
        INFO("element " << k << " of all: " << gradient << ", not " << expected[k]);
        CHECK(std::abs(gradient - expected[k]) <= 1e-6 * (1 + std::abs(expected[k])));
        ++k;
      }
    });
  }(std::index_sequence_for<Shapes...>{});
}

}  // namespace gradients
