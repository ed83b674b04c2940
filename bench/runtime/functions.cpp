// SPDX-License-Identifier: BSD-3-Clause
// Elementary functions of 16,384 numbers.
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "peers.hpp"

namespace xs = xscope;

namespace {

constexpr std::size_t n = 16'384;

/// One function on all sides. What each side calls is handed over as a function of its array.
template <class Graph, class Scalar, class OfEigen, class OfXtensor>
void compare_function(const char* name, Graph g, Scalar scalar, OfEigen of_eigen, OfXtensor of_xtensor) {
  const float* const x = bench::random(n, -8, 8, 1);
  std::vector<double> want(n);
  for (std::size_t i = 0; i < n; ++i) want[i] = scalar(double{x[i]});
  bench::comparison compare(name, std::move(want), 1e-6);

  float* const by_hand = bench::numbers(n);
  compare.side("hand-written, std", [=] {
    for (std::size_t i = 0; i < n; ++i) by_hand[i] = scalar(x[i]);
    return by_hand;
  });
  using array = Eigen::Array<float, n, 1>;
  const array& ex = bench::eigen_of<array>(x);
  array& ey = bench::eigen_of<array>(x);
  compare.side("Eigen", [=, &ex, &ey] {
    ey = of_eigen(ex);
    return ey.data();
  });
  compare.target("Eigen", 1.0);
  const auto& tx = bench::tensor_of<1>(x, n);
  auto& ty = bench::tensor_of<1>(x, n);
  compare.side("xtensor", [=, &tx, &ty] {
    xt::noalias(ty) = of_xtensor(tx);
    return ty.data();
  });
  auto& s = bench::session_of(g);
  compare.side(bench::ours, [&s, x] { return s.run(std::span<const float, n>(x, n)).data(); });
}

constexpr auto x = xs::placeholder<"x", xs::shape<n>>;
constexpr auto exponential = xs::graph(x | xs::exp);
constexpr auto tangent = xs::graph(x | xs::tanh);
constexpr auto logistic = xs::graph(x | xs::sigmoid);

const bench::family functions{[] {
  compare_function(
      "exp, n = 16384", exponential, [](auto v) { return std::exp(v); },
      [](const auto& v) { return v.exp(); }, [](const auto& v) { return xt::exp(v); });
  compare_function(
      "tanh, n = 16384", tangent, [](auto v) { return std::tanh(v); }, [](const auto& v) { return v.tanh(); },
      [](const auto& v) { return xt::tanh(v); });
  compare_function(
      "sigmoid, n = 16384", logistic, [](auto v) { return 1 / (1 + std::exp(-v)); },
      [](const auto& v) { return v.logistic(); }, [](const auto& v) { return 1.0F / (1.0F + xt::exp(-v)); });
}};

}  // namespace
