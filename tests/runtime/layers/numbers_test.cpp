// SPDX-License-Identifier: BSD-3-Clause
// The numbers of the layers: against reference values, and of one way of computing against another.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/layers.hpp>
#include <xscope/session.hpp>

#include "golden/ops.hpp"

namespace {

namespace xs = xscope;
namespace layers = xs::layers;
using xs::shape;

template <class T>
constexpr double tolerance = std::is_same_v<T, double> ? 1e-12 : 2e-6;

template <class Range, std::size_t N>
void check_values(const Range& y, const double (&expected)[N], std::size_t first, double within) {
  REQUIRE(first + y.size() <= N);
  std::size_t i = first;
  for (const auto v : y) {
    INFO("number " << i);
    CHECK(std::abs(static_cast<double>(v) - expected[i]) <= within);
    ++i;
  }
}
template <class To, std::size_t N>
void set(To to, const double (&from)[N]) {
  REQUIRE(to.size() == N);
  std::size_t i = 0;
  for (auto& v : to) v = static_cast<std::remove_reference_t<decltype(v)>>(from[i++]);
}
template <class T, std::size_t... D, std::size_t N>
auto tensor(const double (&from)[N]) {
  xt::xtensor_fixed<T, xt::xshape<D...>> out;
  REQUIRE(out.size() == N);
  std::copy(from, from + N, out.begin());
  return out;
}

/// All outputs and the last state, with the state fed.
template <class T, std::size_t B, std::size_t S, std::size_t F, std::size_t U>
void check_gru(const auto& x, const auto& kernel, const auto& recurrent, const auto& bias, const auto& h,
               const auto& y) {
  constexpr auto in = xs::placeholder<"x", shape<B, S, F>, xs::dtype<T>>;
  constexpr auto state = xs::placeholder<"h", shape<B, U>, xs::dtype<T>>;
  constexpr auto all =
      xs::graph(xs::let(in, state, layers::gru<U, xs::return_sequences<true>, xs::return_state<true>>));
  xs::session s{all};
  set(s.template variable<"gru/kernel">(), kernel);
  set(s.template variable<"gru/recurrent_kernel">(), recurrent);
  set(s.template variable<"gru/bias">(), bias);
  const auto feed = tensor<T, B, S, F>(x);
  const auto from = tensor<T, B, U>(h);
  const auto [outputs, h_last] = s.run(feed, from);
  check_values(outputs, y, 0, tolerance<T>);
  for (std::size_t b = 0; b < B; ++b) {
    for (std::size_t u = 0; u < U; ++u) CHECK(h_last(b, u) == outputs(b, S - 1, u));
  }
}

template <class T, std::size_t B, std::size_t S, std::size_t F, std::size_t U>
void check_lstm(const auto& x, const auto& kernel, const auto& recurrent, const auto& bias, const auto& h,
                const auto& c, const auto& y) {
  constexpr auto in = xs::placeholder<"x", shape<B, S, F>, xs::dtype<T>>;
  constexpr auto state_h = xs::placeholder<"h", shape<B, U>, xs::dtype<T>>;
  constexpr auto state_c = xs::placeholder<"c", shape<B, U>, xs::dtype<T>>;
  constexpr auto all = xs::graph(
      xs::let(in, state_h, state_c, layers::lstm<U, xs::return_sequences<true>, xs::return_state<true>>));
  xs::session s{all};
  set(s.template variable<"lstm/kernel">(), kernel);
  set(s.template variable<"lstm/recurrent_kernel">(), recurrent);
  set(s.template variable<"lstm/bias">(), bias);
  const auto feed = tensor<T, B, S, F>(x);
  const auto from_h = tensor<T, B, U>(h);
  const auto from_c = tensor<T, B, U>(c);
  const auto [outputs, h_last, c_last] = s.run(feed, from_h, from_c);
  check_values(outputs, y, 0, tolerance<T>);
  check_values(c_last, y, B * S * U, tolerance<T>);
  for (std::size_t b = 0; b < B; ++b) {
    for (std::size_t u = 0; u < U; ++u) CHECK(h_last(b, u) == outputs(b, S - 1, u));
  }
}

}  // namespace

#define GRU(T, N, B, S, F, U)                                                                                \
  check_gru<T, B, S, F, U>(golden::gru_##N##_x, golden::gru_##N##_kernel, golden::gru_##N##_recurrent,       \
                           golden::gru_##N##_bias, golden::gru_##N##_h, golden::gru_##N##_y)
#define LSTM(T, N, B, S, F, U)                                                                               \
  check_lstm<T, B, S, F, U>(golden::lstm_##N##_x, golden::lstm_##N##_kernel, golden::lstm_##N##_recurrent,   \
                            golden::lstm_##N##_bias, golden::lstm_##N##_h, golden::lstm_##N##_c,             \
                            golden::lstm_##N##_y)

TEST_CASE("GRU", "[layers]") {
  GRU(float, 0, 1, 4, 1, 8);
  GRU(float, 1, 2, 3, 2, 3);
  GRU(double, 2, 1, 2, 6, 4);
  GRU(float, 3, 17, 2, 1, 2);
  GRU(double, 4, 1, 2, 1, 11);
}

TEST_CASE("LSTM", "[layers]") {
  LSTM(float, 0, 1, 4, 1, 8);
  LSTM(float, 1, 2, 3, 2, 3);
  LSTM(double, 2, 1, 2, 6, 4);
  LSTM(float, 3, 17, 2, 1, 2);
  LSTM(double, 4, 1, 2, 1, 11);
}

namespace {

/// The same numbers for variables of any element type: exact in half precision, different from place to
/// place.
template <class Session>
void fill(Session& s, auto names) {
  std::size_t k = 1;
  const auto one = [&](auto v) {
    for (auto& e : v) {
      e = static_cast<std::remove_reference_t<decltype(e)>>((static_cast<double>(k * 37 % 101) - 50) / 256);
      ++k;
    }
  };
  names(s, one);
}
template <class X>
X input(double step) {
  X x;
  std::size_t k = 0;
  for (auto& e : x)
    e = static_cast<std::remove_reference_t<decltype(e)>>(std::round(64 * std::sin(step * double(k++))) / 64);
  return x;
}

constexpr auto gru_names = [](auto& s, auto one) {
  one(s.template variable<"gru/kernel">());
  one(s.template variable<"gru/recurrent_kernel">());
  one(s.template variable<"gru/bias">());
};
constexpr auto lstm_names = [](auto& s, auto one) {
  one(s.template variable<"lstm/kernel">());
  one(s.template variable<"lstm/recurrent_kernel">());
  one(s.template variable<"lstm/bias">());
};

template <class T, std::size_t B, std::size_t S, std::size_t F, class Layer>
auto outputs_of(Layer, auto names) {
  constexpr auto g = xs::graph(xs::placeholder<"x", shape<B, S, F>, xs::dtype<T>> | Layer{});
  xs::session s{g};
  fill(s, names);
  const auto y = s.run(input<xt::xtensor_fixed<T, xt::xshape<B, S, F>>>(0.3));
  return std::vector<double>(y.cbegin(), y.cend());
}

/// Many samples are computed in another way than one, floats in another way than doubles.
template <std::size_t B, std::size_t S, std::size_t F, class Layer>
void check_ways(Layer layer, auto names) {
  const auto expected = outputs_of<double, B, S, F>(layer, names);
  const auto y = outputs_of<float, B, S, F>(layer, names);
  REQUIRE(y.size() == expected.size());
  double off = 0;
  for (std::size_t i = 0; i < y.size(); ++i) off = std::max(off, std::abs(y[i] - expected[i]));
  CHECK(off < 2e-6);
}

}  // namespace

TEST_CASE("many units, features and samples", "[layers]") {
  constexpr auto all = xs::return_sequences<true>;
  check_ways<1, 5, 40>(layers::gru<70, all>, gru_names);
  check_ways<37, 4, 3>(layers::gru<9>, gru_names);
  check_ways<1, 300, 9>(layers::lstm<5>, lstm_names);
  check_ways<1, 5, 40>(layers::lstm<70, all>, lstm_names);
  check_ways<37, 4, 3>(layers::lstm<9, all>, lstm_names);
}

TEST_CASE("inputs beyond all measure", "[layers]") {
  constexpr auto g =
      xs::graph(xs::placeholder<"x", shape<1, 3, 1>> | layers::gru<8, xs::return_sequences<true>>);
  xs::session s{g};
  fill(s, gru_names);
  const auto run = [&](float x) {
    return s.run(xt::xtensor_fixed<float, xt::xshape<1, 3, 1>>{{{x}, {x}, {x}}});
  };
  for (const float x : {1e4f, -1e4f, 3e38f, -3e38f}) {
    for (const float y : run(x)) CHECK(std::abs(y) <= 1.000001f);
  }
  for (const float y : run(std::numeric_limits<float>::quiet_NaN())) CHECK(std::isnan(y));
}

TEST_CASE("dense over more than two axes", "[layers]") {
  constexpr auto g = xs::graph(
      xs::placeholder<"x", shape<2, 2, 2>> |
      layers::dense<2, xs::activation<xs::relu>, xs::bias_initializer<xs::constant_initializer<1.0f>>>);
  xs::session s{g};
  auto kernel = s.variable<"dense/kernel">();
  kernel(0, 0) = 1.0f;
  kernel(0, 1) = 2.0f;
  kernel(1, 0) = 10.0f;
  kernel(1, 1) = -20.0f;
  const xt::xtensor<float, 3> x{{{1, 0}, {0, 1}}, {{2, 3}, {-1, -1}}};
  const auto y = s.run(x);
  const float expected[] = {2, 3, 11, 0, 33, 0, 0, 19};
  for (std::size_t i = 0; i < 8; ++i) CHECK(y(i / 4, i / 2 % 2, i % 2) == expected[i]);
}
