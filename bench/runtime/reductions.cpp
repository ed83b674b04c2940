// SPDX-License-Identifier: BSD-3-Clause
// Reductions: softmax by rows, softmax of ten, and the sum of squares of 2^20 numbers.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "peers.hpp"

#if __has_include(<xtensor/views/xview.hpp>)
#include <xtensor/reducers/xreducer.hpp>
#include <xtensor/views/xview.hpp>
#else
#include <xtensor/xreducer.hpp>
#include <xtensor/xview.hpp>
#endif

namespace xs = xscope;

namespace {

template <std::size_t N>
void softmax_by_hand(float* __restrict y, const float* __restrict x) {
  float top = x[0];
  for (std::size_t i = 1; i < N; ++i) top = std::max(top, x[i]);
  float sum = 0;
  for (std::size_t i = 0; i < N; ++i) sum += y[i] = std::exp(x[i] - top);
  const float scale = 1 / sum;
  for (std::size_t i = 0; i < N; ++i) y[i] *= scale;
}

template <std::size_t Rows, std::size_t Columns>
void compare_softmax(double ratio) {
  const float* const x = bench::random(Rows * Columns, -4, 4, 1);
  std::vector<double> want(Rows * Columns);
  for (std::size_t r = 0; r < Rows; ++r) {
    double sum = 0;
    for (std::size_t c = 0; c < Columns; ++c)
      sum += want[r * Columns + c] = std::exp(double{x[r * Columns + c]});
    for (std::size_t c = 0; c < Columns; ++c) want[r * Columns + c] /= sum;
  }
  const std::string name = Rows == 1
                               ? "softmax [" + std::to_string(Columns) + "]"
                               : "softmax [" + std::to_string(Rows) + "," + std::to_string(Columns) + "]";
  bench::comparison compare(name, std::move(want), 1e-6);

  float* const by_hand = bench::numbers(Rows * Columns);
  compare.side("hand-written, std::exp", [=] {
    for (std::size_t r = 0; r < Rows; ++r) softmax_by_hand<Columns>(by_hand + r * Columns, x + r * Columns);
    return by_hand;
  });

  using matrix = Eigen::Array<float, Rows, Columns, Eigen::RowMajor>;
  const matrix& ex = bench::eigen_of<matrix>(x);
  matrix& ey = bench::eigen_of<matrix>(x);
  compare.side("Eigen, by rows", [&] {
    for (Eigen::Index r = 0; r < ey.rows(); ++r) {
      auto y = ey.row(r);
      y = (ex.row(r) - ex.row(r).maxCoeff()).exp();
      y *= 1 / y.sum();
    }
    return ey.data();
  });
  compare.target("Eigen, by rows", ratio);

  if constexpr (Rows == 1) {
    const auto& tx = bench::tensor_of<1>(x, Columns);
    auto& ty = bench::tensor_of<1>(x, Columns);
    compare.side("xtensor", [&] {
      const float top = xt::amax(tx)();
      xt::noalias(ty) = xt::exp(tx - top);
      const float sum = xt::sum(ty)();
      ty /= sum;
      return ty.data();
    });
  } else {
    // Reducers that keep dimensions must be materialized: as lazy expressions they give wrong numbers.
    const auto& tx = bench::tensor_of<2>(x, Rows, Columns);
    auto& ty = bench::tensor_of<2>(x, Rows, Columns);
    compare.side("xtensor", [&] {
      const xt::xtensor<float, 2> top = xt::amax(tx, {1}, xt::keep_dims | xt::evaluation_strategy::immediate);
      xt::noalias(ty) = xt::exp(tx - top);
      const xt::xtensor<float, 2> sum = xt::sum(ty, {1}, xt::keep_dims | xt::evaluation_strategy::immediate);
      ty /= sum;
      return ty.data();
    });
  }

  using x_shape = std::conditional_t<Rows == 1, xt::xshape<Columns>, xt::xshape<Rows, Columns>>;
  constexpr auto shape = [] {
    if constexpr (Rows == 1) return xs::shape<Columns>;
    else return xs::shape<Rows, Columns>;
  }();
  constexpr auto g = xs::graph(xs::placeholder<"x", shape> | xs::softmax);
  auto& s = bench::session_of(g);
  auto& fed = bench::keep<xt::xtensor_fixed<float, x_shape>>();
  bench::fill(fed, x);
  compare.side(bench::ours, [&] { return s.run(fed).data(); });
}

constexpr std::size_t million = 1 << 20;

constexpr auto squares = xs::graph(xs::placeholder<"x", xs::shape<million>> |
                                   [](auto x) { return xs::reduce_sum(xs::square(x)); });

/// Several sums, because the compiler may not reorder one.
float squares_by_hand(const float* x) {
  constexpr std::size_t lanes = 64;
  float sums[lanes] = {};
  for (std::size_t i = 0; i < million; i += lanes) {
    for (std::size_t l = 0; l < lanes; ++l) sums[l] += x[i + l] * x[i + l];
  }
  float sum = 0;
  for (const float s : sums) sum += s;
  return sum;
}

void compare_squares() {
  const float* const x = bench::random(million, -1, 1, 1);
  double sum = 0;
  for (std::size_t i = 0; i < million; ++i) sum += double{x[i]} * x[i];
  bench::comparison compare("sum of squares, n = 1048576", {sum}, 1e-3);

  float* const result = bench::numbers(1);
  compare.side("hand-written", [=] {
    *result = squares_by_hand(x);
    return result;
  });
  const auto& ex = bench::eigen_of<Eigen::ArrayXf>(x, million);
  compare.side("Eigen", [&, result] {
    *result = ex.square().sum();
    return result;
  });
  compare.target("Eigen", 1.0);
  const auto& tx = bench::tensor_of<1>(x, million);
  compare.side("xtensor", [&, result] {
    *result = xt::sum(tx * tx)();
    return result;
  });
  auto& s = bench::session_of(squares);
  compare.side(bench::ours, [&s, x] { return s.run(std::span<const float, million>(x, million)).data(); });
}

const bench::family reductions{[] {
  compare_softmax<64, 256>(0.65);
  compare_softmax<1, 10>(0.6);
  compare_squares();
}};

}  // namespace
