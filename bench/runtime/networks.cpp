// SPDX-License-Identifier: BSD-3-Clause
// Networks of dense layers: 32-64-64-10 with softmax for one sample, 784-128-10 for a batch of 64. Weights
// lie as [inputs][outputs] on all sides.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "peers.hpp"

#include <xtensor-blas/xlinalg.hpp>

namespace xs = xscope;

namespace {

// The numbers of a layer, and what it gives for a row of inputs.
struct layer {
  std::size_t inputs;
  std::size_t outputs;
  const float* kernel;
  const float* bias;

  layer(std::size_t in, std::size_t out, unsigned seed)
      : inputs(in),
        outputs(out),
        kernel(bench::random(in * out, -0.2F, 0.2F, seed)),
        bias(bench::random(out, -0.2F, 0.2F, seed + 1)) {}

  std::vector<double> operator()(const double* x, bool relu) const {
    std::vector<double> y(bias, bias + outputs);
    for (std::size_t j = 0; j < outputs; ++j) {
      for (std::size_t i = 0; i < inputs; ++i) y[j] += x[i] * kernel[i * outputs + j];
      if (relu) y[j] = std::max(y[j], 0.0);
    }
    return y;
  }
};

/// Rows by a kernel: each row of the kernel is added to the sums, which the compiler vectorizes.
template <std::size_t Rows, std::size_t In, std::size_t Out, bool Relu>
void dense_by_hand(float* __restrict y, const float* __restrict x, const float* __restrict kernel,
                   const float* __restrict bias) {
  for (std::size_t r = 0; r < Rows; ++r) {
    float sums[Out];
    for (std::size_t j = 0; j < Out; ++j) sums[j] = bias[j];
    for (std::size_t i = 0; i < In; ++i) {
      for (std::size_t j = 0; j < Out; ++j) sums[j] += x[r * In + i] * kernel[i * Out + j];
    }
    for (std::size_t j = 0; j < Out; ++j) y[r * Out + j] = Relu ? std::max(sums[j], 0.0F) : sums[j];
  }
}

template <std::size_t Units>
constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], Units>>) +
         xs::get_variable<"bias", xs::shape<Units>>;
};

template <int In, int Out>
using kernel = Eigen::Matrix<float, In, Out, Eigen::RowMajor>;
template <int N>
using row = Eigen::Matrix<float, 1, N>;

// ---- one sample

constexpr auto small = xs::graph(xs::placeholder<"x", xs::shape<1, 32>> | [](auto x) {
  return x | xs::variable_scope<"first">(dense<64>) | xs::relu | xs::variable_scope<"second">(dense<64>) |
         xs::relu | xs::variable_scope<"third">(dense<10>) | xs::softmax;
});

struct small_by_hand {
  layer first, second, third;
  float* x;
  float* y;

  const float* operator()() const {
    float a[64], b[64], c[10];
    dense_by_hand<1, 32, 64, true>(a, x, first.kernel, first.bias);
    dense_by_hand<1, 64, 64, true>(b, a, second.kernel, second.bias);
    dense_by_hand<1, 64, 10, false>(c, b, third.kernel, third.bias);
    const float top = *std::max_element(c, c + 10);
    float sum = 0;
    for (float& v : c) sum += v = std::exp(v - top);
    for (std::size_t i = 0; i < 10; ++i) y[i] = c[i] / sum;
    return y;
  }
};

struct small_with_eigen {
  kernel<32, 64> w1;
  kernel<64, 64> w2;
  kernel<64, 10> w3;
  row<64> b1, b2;
  row<10> b3, y;
  row<32> x;

  const float* operator()() {
    const row<64> a = (x * w1 + b1).cwiseMax(0.0F);
    const row<64> b = (a * w2 + b2).cwiseMax(0.0F);
    const row<10> c = b * w3 + b3;
    y = (c.array() - c.maxCoeff()).exp();
    y *= 1 / y.sum();
    return y.data();
  }
};

void compare_small() {
  const layer first(32, 64, 1), second(64, 64, 3), third(64, 10, 5);
  float* const x = bench::random(32, -1, 1, 7);
  const std::vector<double> input(x, x + 32);
  std::vector<double> want = third(second(first(input.data(), true).data(), true).data(), false);
  double sum = 0;
  for (double& v : want) sum += v = std::exp(v);
  for (double& v : want) v /= sum;
  bench::comparison compare("32-64-64-10, softmax, batch 1", std::move(want), 1e-5);

  compare.side("hand-written", small_by_hand{first, second, third, x, bench::numbers(10)});

  auto& e = bench::keep<small_with_eigen>();
  bench::fill(e.w1, first.kernel);
  bench::fill(e.w2, second.kernel);
  bench::fill(e.w3, third.kernel);
  bench::fill(e.b1, first.bias);
  bench::fill(e.b2, second.bias);
  bench::fill(e.b3, third.bias);
  bench::fill(e.x, x);
  compare.side("Eigen, fixed sizes", [&e] { return e(); });
  compare.target("Eigen, fixed sizes", 0.40);

  const auto& w1 = bench::tensor_of<2>(first.kernel, 32, 64);
  const auto& w2 = bench::tensor_of<2>(second.kernel, 64, 64);
  const auto& w3 = bench::tensor_of<2>(third.kernel, 64, 10);
  const auto& b1 = bench::tensor_of<1>(first.bias, 64);
  const auto& b2 = bench::tensor_of<1>(second.bias, 64);
  const auto& b3 = bench::tensor_of<1>(third.bias, 10);
  const auto& tx = bench::tensor_of<1>(x, 32);
  auto& ty = bench::tensor_of<1>(x, 10);
  compare.side("xtensor-blas", [&] {
    const xt::xtensor<float, 1> a = xt::fmax(xt::linalg::dot(tx, w1) + b1, 0.0F);
    const xt::xtensor<float, 1> b = xt::fmax(xt::linalg::dot(a, w2) + b2, 0.0F);
    xt::noalias(ty) = xt::linalg::dot(b, w3) + b3;
    const float top = xt::amax(ty)();
    ty = xt::exp(ty - top);
    const float total = xt::sum(ty)();
    ty /= total;
    return ty.data();
  });

  auto& s = bench::session_of(small);
  bench::fill(s.variable<"first/kernel:0">(), first.kernel);
  bench::fill(s.variable<"first/bias:0">(), first.bias);
  bench::fill(s.variable<"second/kernel:0">(), second.kernel);
  bench::fill(s.variable<"second/bias:0">(), second.bias);
  bench::fill(s.variable<"third/kernel:0">(), third.kernel);
  bench::fill(s.variable<"third/bias:0">(), third.bias);
  const auto& fed = bench::fixed_of<1, 32>(x);
  compare.side(bench::ours, [&] { return s.run(fed).data(); });
}

// ---- a batch

constexpr std::size_t batch = 64;

constexpr auto large = xs::graph(xs::placeholder<"x", xs::shape<batch, 784>> | [](auto x) {
  return x | xs::variable_scope<"first">(dense<128>) | xs::relu | xs::variable_scope<"second">(dense<10>);
});

struct large_with_eigen {
  kernel<batch, 784> x;
  kernel<784, 128> w1;
  kernel<128, 10> w2;
  row<128> b1;
  row<10> b2;
  kernel<batch, 128> a;
  kernel<batch, 10> y;

  const float* operator()() {
    a.noalias() = x * w1;
    for (Eigen::Index r = 0; r < a.rows(); ++r) a.row(r) = (a.row(r) + b1).cwiseMax(0.0F);
    y.noalias() = a * w2;
    y.rowwise() += b2;
    return y.data();
  }
};

void compare_large() {
  const layer first(784, 128, 1), second(128, 10, 3);
  const float* const x = bench::random(batch * 784, 0, 1, 7);
  std::vector<double> want;
  for (std::size_t r = 0; r < batch; ++r) {
    const std::vector<double> input(x + r * 784, x + (r + 1) * 784);
    const std::vector<double> y = second(first(input.data(), true).data(), false);
    want.insert(want.end(), y.begin(), y.end());
  }
  bench::comparison compare("784-128-10, batch 64", std::move(want), 1e-4);

  float* const hidden = bench::numbers(batch * 128);
  float* const by_hand = bench::numbers(batch * 10);
  compare.side("hand-written", [=] {
    dense_by_hand<batch, 784, 128, true>(hidden, x, first.kernel, first.bias);
    dense_by_hand<batch, 128, 10, false>(by_hand, hidden, second.kernel, second.bias);
    return by_hand;
  });

  auto& e = bench::keep<large_with_eigen>();
  bench::fill(e.x, x);
  bench::fill(e.w1, first.kernel);
  bench::fill(e.w2, second.kernel);
  bench::fill(e.b1, first.bias);
  bench::fill(e.b2, second.bias);
  compare.side("Eigen, fixed sizes", [&e] { return e(); });
  compare.target("Eigen, fixed sizes", 0.85);

  const auto& w1 = bench::tensor_of<2>(first.kernel, 784, 128);
  const auto& w2 = bench::tensor_of<2>(second.kernel, 128, 10);
  const auto& b1 = bench::tensor_of<1>(first.bias, 128);
  const auto& b2 = bench::tensor_of<1>(second.bias, 10);
  const auto& tx = bench::tensor_of<2>(x, batch, 784);
  auto& ty = bench::tensor_of<2>(x, batch, 10);
  compare.side("xtensor-blas", [&] {
    const xt::xtensor<float, 2> a = xt::fmax(xt::linalg::dot(tx, w1) + b1, 0.0F);
    xt::noalias(ty) = xt::linalg::dot(a, w2) + b2;
    return ty.data();
  });
  compare.target("xtensor-blas", 0.55);

  auto& s = bench::session_of(large);
  bench::fill(s.variable<"first/kernel:0">(), first.kernel);
  bench::fill(s.variable<"first/bias:0">(), first.bias);
  bench::fill(s.variable<"second/kernel:0">(), second.kernel);
  bench::fill(s.variable<"second/bias:0">(), second.bias);
  const auto& fed = bench::fixed_of<batch, 784>(x);
  compare.side(bench::ours, [&] { return s.run(fed).data(); });
}

const bench::family networks{[] {
  compare_small();
  compare_large();
}};

}  // namespace
