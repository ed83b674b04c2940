// SPDX-License-Identifier: BSD-3-Clause
// Gradients against finite differences of the loss: a step of rate 1 gives both, for what a variable loses is
// the gradient. One graph does it all, because compiling is what these tests take time for.
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
    constexpr auto g = xs::graph(xs::let(parts::variable<I, Shapes>..., [](auto... v) {
      return xs::minimize<xs::gradient_descent_optimizer<1.0>>(Loss{}(v...));
    }));
    xs::session s{g};
    const auto elements = [&](auto f) {
      std::size_t k = 0;
      const auto each = [&](auto v) {
        for (double& e : v) f(k++, e);
      };
      (each(s.template variable<parts::name<I>>()), ...);
    };
    std::vector<double> place;
    elements([&](std::size_t k, double&) { place.push_back(parts::number(k + 1, Which)); });
    /// The loss there, from before the step; behind it the variables are where the step leads.
    const auto step_from = [&] {
      elements([&](std::size_t k, double& e) { e = place[k]; });
      return s.run()();
    };
    std::vector<double> expected;
    for (double& e : place) {
      const double at = e;
      const double h = 1e-5 * (1 + std::abs(at));
      e = at + h;
      const double above = step_from();
      e = at - h;
      const double below = step_from();
      e = at;
      expected.push_back((above - below) / (2 * h));
    }
    step_from();
    elements([&](std::size_t k, double e) {
      const double gradient = place[k] - e;
      INFO("element " << k << " of all: " << gradient << ", not " << expected[k]);
      CHECK(std::abs(gradient - expected[k]) <= 1e-6 * (1 + std::abs(expected[k])));
    });
  }(std::index_sequence_for<Shapes...>{});
}

}  // namespace gradients
