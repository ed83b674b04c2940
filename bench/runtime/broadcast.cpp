// SPDX-License-Identifier: BSD-3-Clause
// Broadcasting: relu(X * s + b), a matrix of 64 rows and a factor and an offset for each of 256 columns.
#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "peers.hpp"

namespace xs = xscope;

namespace {

constexpr std::size_t rows = 64;
constexpr std::size_t columns = 256;

constexpr auto scaled = xs::graph(xs::placeholder<"x", xs::shape<rows, columns>> | [](auto x) {
  return xs::relu(x * xs::get_variable<"s", xs::shape<columns>> + xs::get_variable<"b", xs::shape<columns>>);
});

void scale_by_hand(float* __restrict y, const float* __restrict x, const float* __restrict s,
                   const float* __restrict b) {
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c)
      y[r * columns + c] = std::max(x[r * columns + c] * s[c] + b[c], 0.0F);
  }
}

const bench::family broadcast{[] {
  const float* const x = bench::random(rows * columns, -1, 1, 1);
  const float* const s = bench::random(columns, -1, 1, 2);
  const float* const b = bench::random(columns, -1, 1, 3);
  std::vector<double> want(rows * columns);
  for (std::size_t i = 0; i < want.size(); ++i)
    want[i] = std::max(double{x[i]} * s[i % columns] + b[i % columns], 0.0);
  bench::comparison compare("relu(X[64,256]*s[256]+b[256])", std::move(want), 1e-5);

  float* const by_hand = bench::numbers(rows * columns);
  compare.side("hand-written", [=] {
    scale_by_hand(by_hand, x, s, b);
    return by_hand;
  });

  using matrix = Eigen::Array<float, rows, columns, Eigen::RowMajor>;
  using row = Eigen::Array<float, 1, columns>;
  const matrix& ex = bench::eigen_of<matrix>(x);
  const row& es = bench::eigen_of<row>(s);
  const row& eb = bench::eigen_of<row>(b);
  matrix& ey = bench::eigen_of<matrix>(x);
  compare.side("Eigen", [&] {
    for (Eigen::Index r = 0; r < ey.rows(); ++r) ey.row(r) = (ex.row(r) * es + eb).max(0.0F);
    return ey.data();
  });
  compare.target("Eigen", 1.0);
  compare.side("Eigen, rowwise()", [&] {
    ey = ((ex.rowwise() * es).rowwise() + eb).max(0.0F);
    return ey.data();
  });

  const auto& tx = bench::tensor_of<2>(x, rows, columns);
  const auto& ts = bench::tensor_of<1>(s, columns);
  const auto& tb = bench::tensor_of<1>(b, columns);
  auto& ty = bench::tensor_of<2>(x, rows, columns);
  compare.side("xtensor", [&] {
    xt::noalias(ty) = xt::maximum(tx * ts + tb, 0.0F);
    return ty.data();
  });
  compare.side("xtensor with fmax", [&] {
    xt::noalias(ty) = xt::fmax(tx * ts + tb, 0.0F);
    return ty.data();
  });

  auto& session = bench::session_of(scaled);
  bench::fill(session.variable<"s:0">(), s);
  bench::fill(session.variable<"b:0">(), b);
  using input = xt::xtensor_fixed<float, xt::xshape<rows, columns>>;
  const input& fed = bench::fixed_of<rows, columns>(x);
  compare.side(bench::ours, [&] { return session.run(fed).data(); });
}};

}  // namespace
