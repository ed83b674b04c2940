// SPDX-License-Identifier: BSD-3-Clause
// Sound comes in blocks: with the state carried over, two blocks are one long block, and no run allocates.
#include <algorithm>
#include <cstddef>

#include <catch2/catch.hpp>

#include <xscope/layers.hpp>
#include <xscope/session.hpp>

#include "runtime/support/counting.hpp"

namespace {

namespace xs = xscope;
namespace layers = xs::layers;
using xs::placeholder;
using xs::shape;

constexpr std::size_t units = 8;
constexpr auto all = xs::return_sequences<true>;
constexpr auto state = xs::return_state<true>;

template <std::size_t Time>
using sound = xt::xtensor_fixed<float, xt::xshape<1, Time, 1>>;

template <std::size_t Time>
sound<Time> tone(std::size_t from) {
  sound<Time> x;
  // No function of the library's: a compiler may compute those itself, and round otherwise.
  for (std::size_t t = 0; t < Time; ++t) x(0, t, 0) = static_cast<float>((from + t) * 7 % 32) / 32 - 0.5f;
  return x;
}

}  // namespace

TEST_CASE("GRU in blocks", "[layers]") {
  constexpr auto h = placeholder<"h", shape<1, units>>;
  constexpr auto long_one = xs::graph(placeholder<"x", shape<1, 96, 1>> | layers::gru<units, all>);
  constexpr auto block =
      xs::graph(xs::let(placeholder<"x", shape<1, 48, 1>>, h, layers::gru<units, all, state>));
  xs::session s{long_one, 7};
  xs::session t{block, s};
  const auto expected = s.run(tone<96>(0));
  xt::xtensor_fixed<float, xt::xshape<1, units>> carried;
  carried.fill(0);
  const auto first = tone<48>(0);
  const auto second = tone<48>(48);
  const std::size_t before = counting::news;
  for (std::size_t b = 0; b < 2; ++b) {
    const auto& [y, last] = t.run(b == 0 ? first : second, carried);
    for (std::size_t i = 0; i < 48 * units; ++i) {
      if (y.data()[i] != expected.data()[b * 48 * units + i]) FAIL("block " << b << ", number " << i);
    }
    std::copy(last.cbegin(), last.cend(), carried.begin());
  }
  CHECK(counting::news == before);
}

TEST_CASE("LSTM in blocks, its own results fed back", "[layers]") {
  constexpr auto h = placeholder<"h", shape<1, units>>;
  constexpr auto c = placeholder<"c", shape<1, units>>;
  constexpr auto long_one = xs::graph(placeholder<"x", shape<1, 96, 1>> | layers::lstm<units, all>);
  constexpr auto block =
      xs::graph(xs::let(placeholder<"x", shape<1, 48, 1>>, h, c, layers::lstm<units, all, state>));
  xs::session s{long_one, 7};
  xs::session t{block, s};
  const auto expected = s.run(tone<96>(0));
  xt::xtensor_fixed<float, xt::xshape<1, units>> zeros;
  zeros.fill(0);
  const auto first = tone<48>(0);
  const auto second = tone<48>(48);
  const auto check = [&](const auto& y, std::size_t from) {
    for (std::size_t i = 0; i < 48 * units; ++i) {
      if (y.data()[i] != expected.data()[from + i]) FAIL("number " << from + i);
    }
  };
  const std::size_t before = counting::news;
  const auto& [y, h1, c1] = t.run(first, zeros, zeros);
  check(y, 0);
  const auto& [z, h2, c2] = t.run(second, h1, c1);
  check(z, 48 * units);
  CHECK(h2(0, 3) == z(0, 47, 3));
  CHECK(c2(0, 3) != c2(0, 4));
  CHECK(counting::news == before);
}

namespace {

/// Samples that go through a layer together get what each gets alone.
template <std::size_t Batch, std::size_t Time, std::size_t Features, class Layer>
void check_batch(Layer layer) {
  constexpr auto together = xs::graph(placeholder<"x", shape<Batch, Time, Features>> | layer);
  constexpr auto alone = xs::graph(placeholder<"x", shape<1, Time, Features>> | layer);
  xs::session s{together, 7};
  xs::session t{alone, 7};
  xt::xtensor<float, 3> x({Batch, Time, Features});
  for (std::size_t i = 0; i < x.size(); ++i) x.data()[i] = static_cast<float>(i * 37 % 101) / 50 - 1;
  const auto& batch = s.run(x);
  const std::size_t size = batch.size() / Batch;
  double worst = 0;
  for (std::size_t b = 0; b < Batch; ++b) {
    xt::xtensor<float, 3> one({1, Time, Features});
    std::copy_n(x.data() + b * Time * Features, Time * Features, one.data());
    const auto& y = t.run(one);
    for (std::size_t i = 0; i < size; ++i)
      worst = std::max(worst, std::abs(static_cast<double>(y.data()[i]) - batch.data()[b * size + i]));
  }
  CHECK(worst < 1e-5);
  CHECK(std::any_of(batch.data(), batch.data() + batch.size(), [](float v) { return std::abs(v) > 0.01F; }));
}

}  // namespace

TEST_CASE("samples that go through a recurrent layer together", "[layers]") {
  check_batch<19, 3, 2>(layers::gru<4, all>);   // in the lanes of registers
  check_batch<7, 3, 5>(layers::gru<150, all>);  // over the same weights, and three more
  check_batch<7, 3, 5>(layers::lstm<150, all>);
  check_batch<4, 2, 3>(layers::lstm<260>);
  check_batch<2, 2, 9>(layers::gru<700>);
}

TEST_CASE("the layers of a network do not allocate", "[layers]") {
  constexpr auto net = xs::graph(placeholder<"x", shape<1, 40, 12>> | layers::gru<5, all> |
                                 layers::lstm<20, all> | layers::dense<3, xs::activation<xs::tanh>>);
  constexpr auto images = xs::graph(placeholder<"x", shape<2, 6, 6, 3>> |
                                    layers::conv2d<4, xs::kernel_size<3>, xs::activation<xs::relu>>);
  constexpr auto many = xs::graph(placeholder<"x", shape<19, 3, 2>> | layers::gru<4>);
  xs::session s{net};
  xs::session t{images};
  xs::session u{many};
  xt::xtensor_fixed<float, xt::xshape<1, 40, 12>> x;
  xt::xtensor_fixed<float, xt::xshape<2, 6, 6, 3>> y;
  xt::xtensor_fixed<float, xt::xshape<19, 3, 2>> z;
  x.fill(0.5f);
  y.fill(0.5f);
  z.fill(0.5f);
  const std::size_t before = counting::news;
  s.run(x);
  t.run(y);
  u.run(z);
  CHECK(counting::news == before);
}

TEST_CASE("a recurrent network learns", "[layers]") {
  // To give at the end what came first.
  constexpr auto g =
      xs::graph(xs::let(placeholder<"x", shape<8, 4, 1>>, placeholder<"y", shape<8, 1>>, [](auto x, auto y) {
        return xs::let(x | layers::lstm<6> | layers::dense<1>, [=](auto out) {
          return xs::minimize<xs::gradient_descent_optimizer<0.5f>>(xs::reduce_mean(xs::square(out - y)));
        });
      }));
  xs::session s{g, 3};
  xt::xtensor_fixed<float, xt::xshape<8, 4, 1>> x;
  xt::xtensor_fixed<float, xt::xshape<8, 1>> y;
  for (std::size_t b = 0; b < 8; ++b) {
    for (std::size_t t = 0; t < 4; ++t) x(b, t, 0) = static_cast<float>((b * 5 + t * 3) % 7) / 7 - 0.5f;
    y(b, 0) = x(b, 0, 0);
  }
  const float first = s.run(x, y)();
  for (int i = 0; i < 600; ++i) s.run(x, y);
  CHECK(s.run(x, y)() < 0.2f * first);
}

TEST_CASE("an LSTM forgets nothing at first", "[layers]") {
  constexpr auto g = xs::graph(placeholder<"x", shape<1, 2, 1>> | layers::lstm<2> | [](auto y) {
    return xs::expand_dims(y, xs::axis<1>) | layers::lstm<2, xs::unit_forget_bias<false>>;
  });
  xs::session s{g};
  const auto bias = s.variable<"lstm/bias">();
  const float expected[] = {0, 0, 1, 1, 0, 0, 0, 0};
  CHECK(std::equal(bias.cbegin(), bias.cend(), expected));
  for (const float b : s.variable<"lstm_1/bias">()) CHECK(b == 0);
}
