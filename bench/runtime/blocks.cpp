// SPDX-License-Identifier: BSD-3-Clause
// Small networks over blocks of 256 samples, time per sample: 1-8-8-1 with tanh, and a GRU and an LSTM of
// eight units with a dense layer behind them, as audio effects use them. Eigen goes sample by sample, as
// the libraries for this do; a recurrent network must.
#include <cmath>
#include <cstddef>
#include <vector>

#include <xscope/layers.hpp>

#include "peers.hpp"

namespace xs = xscope;

namespace {

constexpr std::size_t block = 256;
constexpr std::size_t units = 8;

const float* weights(std::size_t n, unsigned seed) { return bench::random(n, -0.5F, 0.5F, seed); }

template <class T>
T sigmoid(T x) {
  return 1 / (1 + std::exp(-x));
}

template <int N>
using row = Eigen::Matrix<float, 1, N>;
template <int N>
using column = Eigen::Matrix<float, N, 1>;
template <int Rows, int Columns>
using matrix = Eigen::Matrix<float, Rows, Columns>;

// ---- 1-8-8-1

struct feedforward {
  const float* w1 = weights(units, 1);
  const float* b1 = weights(units, 2);
  const float* w2 = weights(units * units, 3);  // [inputs][outputs]
  const float* b2 = weights(units, 4);
  const float* w3 = weights(units, 5);
  const float* b3 = weights(1, 6);

  template <class T>
  void operator()(T* y, const float* x) const {
    for (std::size_t t = 0; t < block; ++t) {
      T a[units], b[units];
      for (std::size_t j = 0; j < units; ++j) a[j] = std::tanh(T{x[t]} * w1[j] + b1[j]);
      for (std::size_t j = 0; j < units; ++j) b[j] = b2[j];
      for (std::size_t i = 0; i < units; ++i) {
        for (std::size_t j = 0; j < units; ++j) b[j] += a[i] * w2[i * units + j];
      }
      y[t] = b3[0];
      for (std::size_t j = 0; j < units; ++j) y[t] += std::tanh(b[j]) * w3[j];
    }
  }
};

struct feedforward_with_eigen {
  row<units> w1, b1, b2, w3;
  Eigen::Matrix<float, units, units, Eigen::RowMajor> w2;
  float b3;

  void operator()(float* y, const float* x) const {
    for (std::size_t t = 0; t < block; ++t) {
      const row<units> a = (x[t] * w1 + b1).array().tanh();
      row<units> b = b2;
      b.noalias() += a.lazyProduct(w2);
      b = b.array().tanh();
      y[t] = b.dot(w3) + b3;
    }
  }
};

template <std::size_t Units>
constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], Units>>) +
         xs::get_variable<"bias", xs::shape<Units>>;
};
constexpr auto feedforward_graph = xs::graph(xs::placeholder<"x", xs::shape<block, 1>> | [](auto x) {
  return x | xs::variable_scope<"first">(dense<units>) | xs::tanh |
         xs::variable_scope<"second">(dense<units>) | xs::tanh | xs::variable_scope<"third">(dense<1>);
});

void compare_feedforward() {
  const feedforward net;
  const float* const x = bench::random(block, -1, 1, 7);
  std::vector<double> want(block);
  net(want.data(), x);
  bench::comparison compare("1-8-8-1 with tanh, a sample of 256", std::move(want), 1e-5, block);

  float* const by_hand = bench::numbers(block);
  compare.side("hand-written, std::tanh", [=] {
    net(by_hand, x);
    return by_hand;
  });

  auto& e = bench::keep<feedforward_with_eigen>();
  bench::fill(e.w1, net.w1);
  bench::fill(e.b1, net.b1);
  bench::fill(e.w2, net.w2);
  bench::fill(e.b2, net.b2);
  bench::fill(e.w3, net.w3);
  e.b3 = net.b3[0];
  float* const with_eigen = bench::numbers(block);
  compare.side("Eigen, fixed sizes", [=, &e] {
    e(with_eigen, x);
    return with_eigen;
  });
  compare.target("Eigen, fixed sizes", 0.20);

  auto& s = bench::session_of(feedforward_graph);
  bench::fill(s.variable<"first/kernel:0">(), net.w1);
  bench::fill(s.variable<"first/bias:0">(), net.b1);
  bench::fill(s.variable<"second/kernel:0">(), net.w2);
  bench::fill(s.variable<"second/bias:0">(), net.b2);
  bench::fill(s.variable<"third/kernel:0">(), net.w3);
  bench::fill(s.variable<"third/bias:0">(), net.b3);
  const auto& fed = bench::fixed_of<block, 1>(x);
  compare.side(bench::ours, [&] { return s.run(fed).data(); });
}

constexpr auto sequences = xs::return_sequences<true>;

// ---- GRU: gates z, r, h; the reset gate is applied behind the recurrent product (Keras: reset_after)

struct gru {
  static constexpr std::size_t gates = 3 * units;
  const float* kernel = weights(gates, 1);
  const float* recurrent = weights(units * gates, 2);  // [units][gates]
  const float* bias = weights(2 * gates, 3);           // of the input, of the state
  const float* out = weights(units, 4);
  const float* out_bias = weights(1, 5);

  template <class T>
  void operator()(T* y, const float* x) const {
    T h[units] = {};
    for (std::size_t t = 0; t < block; ++t) {
      T in[gates], state[gates];
      for (std::size_t g = 0; g < gates; ++g) in[g] = T{x[t]} * kernel[g] + bias[g];
      for (std::size_t g = 0; g < gates; ++g) state[g] = bias[gates + g];
      for (std::size_t k = 0; k < units; ++k) {
        for (std::size_t g = 0; g < gates; ++g) state[g] += h[k] * recurrent[k * gates + g];
      }
      y[t] = out_bias[0];
      for (std::size_t u = 0; u < units; ++u) {
        const T z = sigmoid(in[u] + state[u]);
        const T r = sigmoid(in[units + u] + state[units + u]);
        const T candidate = std::tanh(in[2 * units + u] + r * state[2 * units + u]);
        h[u] = z * h[u] + (1 - z) * candidate;
        y[t] += h[u] * out[u];
      }
    }
  }
};

struct gru_with_eigen {
  matrix<gru::gates, units> recurrent;
  column<gru::gates> kernel, input_bias, state_bias;
  column<units> out;
  float out_bias;

  explicit gru_with_eigen(const gru& net) : out_bias(net.out_bias[0]) {
    bench::fill(kernel, net.kernel);
    bench::fill(input_bias, net.bias);
    bench::fill(state_bias, net.bias + gru::gates);
    bench::fill(recurrent, net.recurrent);  // by columns, so this is its transpose
    bench::fill(out, net.out);
  }
  void operator()(float* y, const float* x) const {
    column<units> h = column<units>::Zero();
    for (std::size_t t = 0; t < block; ++t) {
      const column<gru::gates> in = x[t] * kernel + input_bias;
      column<gru::gates> state;
      state.noalias() = recurrent * h;
      state += state_bias;
      const Eigen::Array<float, 2 * units, 1> zr =
          (in.head<2 * units>() + state.head<2 * units>()).array().logistic();
      const Eigen::Array<float, units, 1> candidate =
          (in.tail<units>().array() + zr.tail<units>() * state.tail<units>().array()).tanh();
      h.array() = candidate + zr.head<units>() * (h.array() - candidate);
      y[t] = h.dot(out) + out_bias;
    }
  }
};

// ---- LSTM: gates i, f, c, o

struct lstm {
  static constexpr std::size_t gates = 4 * units;
  const float* kernel = weights(gates, 1);
  const float* recurrent = weights(units * gates, 2);  // [units][gates]
  const float* bias = weights(gates, 3);
  const float* out = weights(units, 4);
  const float* out_bias = weights(1, 5);

  template <class T>
  void operator()(T* y, const float* x) const {
    T h[units] = {}, c[units] = {};
    for (std::size_t t = 0; t < block; ++t) {
      T g[gates];
      for (std::size_t k = 0; k < gates; ++k) g[k] = T{x[t]} * kernel[k] + bias[k];
      for (std::size_t k = 0; k < units; ++k) {
        for (std::size_t j = 0; j < gates; ++j) g[j] += h[k] * recurrent[k * gates + j];
      }
      y[t] = out_bias[0];
      for (std::size_t u = 0; u < units; ++u) {
        c[u] = sigmoid(g[units + u]) * c[u] + sigmoid(g[u]) * std::tanh(g[2 * units + u]);
        h[u] = sigmoid(g[3 * units + u]) * std::tanh(c[u]);
        y[t] += h[u] * out[u];
      }
    }
  }
};

struct lstm_with_eigen {
  matrix<lstm::gates, units> recurrent;
  column<lstm::gates> kernel, bias;
  column<units> out;
  float out_bias;

  explicit lstm_with_eigen(const lstm& net) : out_bias(net.out_bias[0]) {
    bench::fill(kernel, net.kernel);
    bench::fill(bias, net.bias);
    bench::fill(recurrent, net.recurrent);  // by columns, so this is its transpose
    bench::fill(out, net.out);
  }
  void operator()(float* y, const float* x) const {
    column<units> h = column<units>::Zero();
    Eigen::Array<float, units, 1> c = Eigen::Array<float, units, 1>::Zero();
    for (std::size_t t = 0; t < block; ++t) {
      column<lstm::gates> g = x[t] * kernel + bias;
      g.noalias() += recurrent * h;
      const Eigen::Array<float, 2 * units, 1> input_forget = g.head<2 * units>().array().logistic();
      const Eigen::Array<float, units, 1> output = g.tail<units>().array().logistic();
      c = input_forget.tail<units>() * c +
          input_forget.head<units>() * g.segment<units>(2 * units).array().tanh();
      h = (output * c.tanh()).matrix();
      y[t] = h.dot(out) + out_bias;
    }
  }
};

// ---- both

template <class Net, class WithEigen, class Layer>
void compare_recurrent(const char* title, Layer) {
  const Net net;
  const float* const x = bench::random(block, -1, 1, 7);
  std::vector<double> want(block);
  net(want.data(), x);
  bench::comparison compare(title, std::move(want), 1e-4, block);

  float* const by_hand = bench::numbers(block);
  compare.side("hand-written, std::exp", [=] {
    net(by_hand, x);
    return by_hand;
  });

  const auto& e = bench::keep<WithEigen>(net);
  float* const with_eigen = bench::numbers(block);
  compare.side("Eigen, fixed sizes", [=, &e] {
    e(with_eigen, x);
    return with_eigen;
  });
  compare.target("Eigen, fixed sizes", 0.70);

  constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<block, 1>> |
                               [](auto in) { return in | Layer{} | xs::variable_scope<"out">(dense<1>); });
  auto& s = bench::session_of(g);
  bench::fill(s.template variable<"cell/kernel:0">(), net.kernel);
  bench::fill(s.template variable<"cell/recurrent_kernel:0">(), net.recurrent);
  bench::fill(s.template variable<"cell/bias:0">(), net.bias);
  bench::fill(s.template variable<"out/kernel:0">(), net.out);
  bench::fill(s.template variable<"out/bias:0">(), net.out_bias);
  const auto& fed = bench::fixed_of<block, 1>(x);
  compare.side(bench::ours, [&] { return s.run(fed).data(); });
}

const bench::family blocks{[] {
  compare_feedforward();
  compare_recurrent<gru, gru_with_eigen>("GRU 8 + dense, a sample of 256",
                                         xs::layers::gru<units, sequences, xs::name<"cell">>);
  compare_recurrent<lstm, lstm_with_eigen>("LSTM 8 + dense, a sample of 256",
                                           xs::layers::lstm<units, sequences, xs::name<"cell">>);
}};

}  // namespace
