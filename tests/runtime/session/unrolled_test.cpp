// SPDX-License-Identifier: BSD-3-Clause
// A recurrent network that is unrolled over time and trained: thousands of nodes, whose plan compilers make
// without any flag, and hundreds of loop nests, which run from a table. Its loss is that of loops by hand,
// and its gradient is their slope.
#include <cmath>
#include <cstddef>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

#include "runtime/support/unrolled.hpp"

namespace xs = xscope;

namespace {

using unrolled::batch;
using unrolled::units;
using unrolled::vocabulary;

// Twelve steps take seconds; XSCOPE_UNROLLED_STEPS asks for more.
#ifndef XSCOPE_UNROLLED_STEPS
#define XSCOPE_UNROLLED_STEPS 12
#endif
constexpr std::size_t steps = XSCOPE_UNROLLED_STEPS;
constexpr auto g = xs::graph(unrolled::program<steps>);

std::size_t character(std::size_t t, std::size_t b) { return (t * 7 + b * 3 + t * t) % vocabulary; }

struct weights {
  std::vector<double> embedding, kernel[2], bias[2], softmax_w, softmax_b;
};

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

void cell(const weights& w, std::size_t layer, const std::vector<double>& x, std::vector<double>& c,
          std::vector<double>& h) {
  std::vector<double> gates(w.bias[layer]);
  for (std::size_t k = 0; k < 2 * units; ++k) {
    const double in = k < units ? x[k] : h[k - units];
    for (std::size_t j = 0; j < gates.size(); ++j) gates[j] += in * w.kernel[layer][k * gates.size() + j];
  }
  for (std::size_t u = 0; u < units; ++u) {
    c[u] = c[u] * sigmoid(gates[2 * units + u] + 1) + sigmoid(gates[u]) * std::tanh(gates[units + u]);
    h[u] = std::tanh(c[u]) * sigmoid(gates[3 * units + u]);
  }
}

double loss_by_hand(const weights& w) {
  double sum = 0;
  for (std::size_t b = 0; b < batch; ++b) {
    std::vector<double> c[2], h[2];
    for (std::size_t layer = 0; layer < 2; ++layer) {
      c[layer].assign(units, 0);
      h[layer].assign(units, 0);
    }
    for (std::size_t t = 0; t < steps; ++t) {
      const auto row = w.embedding.begin() + static_cast<std::ptrdiff_t>(character(t, b) * units);
      cell(w, 0, std::vector<double>(row, row + units), c[0], h[0]);
      cell(w, 1, h[0], c[1], h[1]);
      std::vector<double> logits(w.softmax_b);
      for (std::size_t u = 0; u < units; ++u) {
        for (std::size_t j = 0; j < vocabulary; ++j) logits[j] += h[1][u] * w.softmax_w[u * vocabulary + j];
      }
      double all = 0;
      for (const double z : logits) all += std::exp(z);
      sum += std::log(all) - logits[character(t + 1, b)];
    }
  }
  return sum / static_cast<double>(batch * steps);
}

template <class View>
std::vector<double> copy(const View& v) {
  return std::vector<double>(v.data(), v.data() + v.size());
}
template <class Session>
weights weights_of(const Session& s) {
  return {
      copy(s.template variable<"rnn/embedding:0">()),
      {copy(s.template variable<"rnn/cell_0/kernel:0">()),
       copy(s.template variable<"rnn/cell_1/kernel:0">())},
      {copy(s.template variable<"rnn/cell_0/bias:0">()), copy(s.template variable<"rnn/cell_1/bias:0">())},
      copy(s.template variable<"rnn/softmax_w:0">()),
      copy(s.template variable<"rnn/softmax_b:0">())};
}
template <class F>
void for_each_part(weights& a, const weights& b, const F& f) {
  f(a.embedding, b.embedding);
  f(a.softmax_w, b.softmax_w);
  f(a.softmax_b, b.softmax_b);
  for (std::size_t layer = 0; layer < 2; ++layer) {
    f(a.kernel[layer], b.kernel[layer]);
    f(a.bias[layer], b.bias[layer]);
  }
}

// (Behind a function: GCC frees what constants took to make at the ends of functions, and only there.)
static_assert(xs::plan_of(g).loop_nests() > 60 * steps);

}  // namespace

TEST_CASE("a recurrent network that is unrolled learns", "[session]") {
  xs::session s{g, 3};
  xt::xtensor<int, 2> x({steps, batch});
  xt::xtensor<int, 2> y({steps, batch});
  for (std::size_t t = 0; t < steps; ++t) {
    for (std::size_t b = 0; b < batch; ++b) {
      x(t, b) = static_cast<int>(character(t, b));
      y(t, b) = static_cast<int>(character(t + 1, b));
    }
  }
  const weights before = weights_of(s);
  const float loss = s.run(x, y)();
  CHECK(static_cast<double>(loss) == Approx(loss_by_hand(before)).epsilon(1e-5));

  // A step goes by -rate times the gradient; along it the loss of the loops falls as much as that says.
  weights step = weights_of(s);
  double squares = 0;
  for_each_part(step, before, [&](std::vector<double>& to, const std::vector<double>& from) {
    for (std::size_t i = 0; i < to.size(); ++i) {
      to[i] -= from[i];
      squares += to[i] * to[i];
    }
  });
  const auto along = [&](double far) {
    weights there = before;
    for_each_part(there, step, [&](std::vector<double>& to, const std::vector<double>& by) {
      for (std::size_t i = 0; i < to.size(); ++i) to[i] += far * by[i];
    });
    return loss_by_hand(there);
  };
  const double slope = (along(1e-3) - along(-1e-3)) / 2e-3;
  CHECK(slope == Approx(-squares / static_cast<double>(unrolled::rate)).epsilon(1e-3));

  float last = loss;
  for (int i = 0; i < 100; ++i) last = s.run(x, y)();
  CHECK(last < 0.9F * loss);
}
