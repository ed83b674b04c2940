// SPDX-License-Identifier: BSD-3-Clause
// Programs drawn at random, compared with xtensor computing one operation after the other: whatever is fused,
// left out, kept or put into the same place must not show in the numbers. Their gradients answer to finite
// differences.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

#include "runtime/support/gradients.hpp"
#include "runtime/support/tensors.hpp"

namespace xs = xscope;
using tensors::elements;
using xs::shape;

namespace {

// Two inputs, [3, 4] and [3, 1]; then each operation takes any of the tensors before it. All have rank 2 and
// broadcast.
constexpr std::size_t inputs = 2;
constexpr std::size_t operations = 12;

enum class what {
  add,
  subtract,
  multiply,
  divide,
  negative,
  tanh,
  sigmoid,
  relu,
  exp,
  sum,
  mean,
  max,
  rows,
  softmax,
  view,
  copy,
  matmul,
  end
};

struct choice {
  what op;
  std::size_t a;
  std::size_t b;
};

/// The operations of a seed.
template <std::uint32_t Seed>
constexpr std::array<choice, operations> drawn = [] {
  std::array<choice, operations> out{};
  std::uint32_t state = Seed * 2654435761U + 12345U;
  const auto below = [&](std::size_t n) {
    state = state * 1664525U + 1013904223U;
    return static_cast<std::size_t>(state >> 16) % n;
  };
  for (std::size_t i = 0; i < operations; ++i) {
    out[i].op = static_cast<what>(below(static_cast<std::size_t>(what::end)));
    out[i].a = below(inputs + i);
    // The second operand is often a late one, so that there are chains.
    out[i].b = below(2) == 0 ? inputs + i - 1 : below(inputs + i);
  }
  return out;
}();

/// The operation as a statement. No result is much greater than the operands.
template <what Op>
constexpr auto apply(auto a, auto b) {
  using enum what;
  constexpr bool wide = a.shape() == std::array<std::size_t, 2>{3, 4} && b.shape() == a.shape();
  if constexpr (Op == add) return a + b;
  else if constexpr (Op == subtract) return a - b;
  else if constexpr (Op == multiply) return a * xs::tanh(b);
  else if constexpr (Op == divide) return a / (xs::square(b) + xs::value<1.0>);
  else if constexpr (Op == negative) return -b;
  else if constexpr (Op == what::tanh) return xs::tanh(b);
  else if constexpr (Op == sigmoid) return xs::sigmoid(b);
  else if constexpr (Op == relu) return xs::relu(b);
  else if constexpr (Op == what::exp) return xs::exp(xs::tanh(b));
  else if constexpr (Op == sum) return xs::reduce_sum(b, xs::axis<0>, xs::keepdims);
  else if constexpr (Op == mean) return xs::reduce_mean(b, xs::axis<1>, xs::keepdims);
  else if constexpr (Op == max) return xs::reduce_max(b, xs::axis<0>, xs::keepdims);
  else if constexpr (Op == rows) return xs::reshape(xs::reduce_sum(b, xs::axis<1>), shape<b.shape()[0], 1>);
  else if constexpr (Op == softmax) return xs::softmax(b);
  else if constexpr (Op == view)
    return xs::reshape(xs::reshape(b, shape<b.size()>), shape<b.shape()[0], b.shape()[1]>);
  else if constexpr (Op == matmul && wide) return xs::matmul(xs::matmul(a, b, xs::transpose_b), a);
  else return xs::identity(b);
}

using array = xt::xarray<double>;

/// The same by xtensor.
array compute(what op, const array& a, const array& b) {
  using enum what;
  const auto keep = [&](array reduced, std::size_t axis) {
    auto dims = b.shape();
    dims[axis] = 1;
    return array(reduced.reshape(dims));
  };
  switch (op) {
  case add: return a + b;
  case subtract: return a - b;
  case multiply: return a * xt::tanh(b);
  case divide: return a / (b * b + 1.0);
  case negative: return -b;
  case what::tanh: return xt::tanh(b);
  case sigmoid: return 1.0 / (1.0 + xt::exp(-b));
  case relu: return xt::maximum(b, 0.0);
  case what::exp: return xt::exp(xt::tanh(b));
  case sum: return keep(xt::sum(b, {0}), 0);
  case mean: return keep(xt::mean(b, {1}), 1);
  case max: return keep(xt::amax(b, {0}), 0);
  case rows: return keep(xt::sum(b, {1}), 1);
  case softmax: {
    const array e = xt::exp(b);
    return e / keep(xt::sum(e, {1}), 1);
  }
  case what::matmul: {
    if (a.shape() != b.shape() || a.size() != 12) return b;
    array out = xt::zeros<double>({3, 4});
    for (std::size_t i = 0; i < 3; ++i) {
      for (std::size_t j = 0; j < 4; ++j) {
        for (std::size_t k = 0; k < 3; ++k) {
          for (std::size_t l = 0; l < 4; ++l) out(i, j) += a(i, l) * b(k, l) * a(k, j);
        }
      }
    }
    return out;
  }
  default: return b;
  }
}

/// Goes on with the operations from the I-th on, and ends with what Finish makes of all tensors.
template <std::uint32_t Seed, class Finish, std::size_t I = 0>
constexpr auto grow = [](auto... all) {
  if constexpr (I == operations) {
    return Finish{}(all...);
  } else {
    constexpr choice c = drawn<Seed>[I];
    const std::tuple tensors{all...};
    return xs::let(apply<c.op>(std::get<c.a>(tensors), std::get<c.b>(tensors)),
                   [=](auto next) { return grow<Seed, Finish, I + 1>(all..., next); });
  }
};

/// The last tensor alone: much is fused, and what it does not need is left out.
struct last_of {
  constexpr auto operator()(auto... all) const { return std::get<sizeof...(all) - 1>(std::tuple{all...}); }
};
/// Every tensor as a result: nothing is fused.
struct all_of {
  constexpr auto operator()(auto... all) const { return xs::pack(all...); }
};
/// All tensors in one sum.
struct sum_of {
  constexpr auto operator()(auto... all) const { return (all + ...); }
};

template <std::uint32_t Seed, class Finish>
constexpr auto program =
    xs::graph(xs::let(xs::placeholder<"x", shape<3, 4>, xs::dtype<double>>,
                      xs::placeholder<"y", shape<3, 1>, xs::dtype<double>>, grow<Seed, Finish>));

bool close(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!(std::abs(a[i] - b[i]) <= 1e-10 * (1 + std::abs(b[i])))) return false;
  }
  return true;
}

template <std::uint32_t Seed>
void check_program() {
  INFO("seed " << Seed);
  const xt::xtensor<double, 2> x{{0.5, -1, 0.25, 2}, {-0.75, 1.5, -2, 0.125}, {1, -0.5, 0.375, -1.25}};
  const xt::xtensor<double, 2> y{{1.5}, {-0.5}, {0.75}};
  std::vector<array> expected{x, y};
  for (const choice& c : drawn<Seed>) expected.push_back(compute(c.op, expected[c.a], expected[c.b]));
  array total = expected[0];
  for (std::size_t i = 1; i < expected.size(); ++i) total = array(total + expected[i]);

  xs::session last{program<Seed, last_of>};
  xs::session all{program<Seed, all_of>};
  xs::session sum{program<Seed, sum_of>};
  CHECK(close(elements(last.run(x, y)), elements(expected.back())));
  CHECK(close(elements(sum.run(x, y)), elements(total)));
  std::apply(
      [&, i = std::size_t{0}](const auto&... results) mutable {
        (
            [&] {
              INFO("operation " << i - inputs);
              CHECK(close(elements(results), elements(expected[i++])));
            }(),
            ...);
      },
      all.run(x, y));
}

}  // namespace

TEST_CASE("programs drawn at random give what xtensor gives", "[random]") {
  check_program<1>();
  check_program<2>();
}

TEST_CASE("gradients of programs drawn at random", "[random]") {
  gradients::check_gradient([](auto v, auto w) { return gradients::scalar_of(grow<3, sum_of>(v, w)); },
                            shape<3, 4>, shape<3, 1>);
}
