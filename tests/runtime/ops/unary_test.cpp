// SPDX-License-Identifier: BSD-3-Clause
// Functions of one element against the golden values: one program computes all of them, of the same x.
#include <array>
#include <cstdint>
#include <vector>

#include "runtime/support/reference.hpp"

namespace xs = xscope;
using namespace golden;
using namespace reference;
using xs::shape;
using numbers = std::vector<double>;

TEMPLATE_TEST_CASE("functions of real numbers", "[ops]", float, double) {
  using T = TestType;
  constexpr auto g = xs::graph(x<T, 32> | [](auto v) {
    return xs::pack(xs::abs(v), xs::sign(v), xs::expm1(v), xs::log1p(v), xs::rsqrt(v), xs::reciprocal(v),
                    xs::sin(v), xs::cos(v), xs::softplus(v), xs::softsign(v), xs::relu6(v),
                    xs::leaky_relu(v, xs::alpha<0.125>), xs::elu(v), xs::selu(v), xs::gelu(v), xs::erf(v),
                    xs::floor(v), xs::ceil(v), xs::rint(v));
  });
  xs::session s{g};
  const auto results = s.run(feed_of(functions_0_x, xs::extents{32}));
  check_results(results, {abs_0_y, sign_0_y, expm1_0_y, log1p_0_y, rsqrt_0_y, reciprocal_0_y, sin_0_y,
                          cos_0_y, softplus_0_y, softsign_0_y, relu6_0_y, leaky_relu_0_y, elu_0_y, selu_0_y,
                          gelu_0_y, erf_0_y, floor_0_y, ceil_0_y, rint_0_y});
}

TEST_CASE("functions of whole numbers", "[ops]") {
  constexpr auto g =
      xs::graph(x<std::int32_t, 6> | [](auto v) { return xs::pack(xs::abs(v), xs::sign(v), xs::relu6(v)); });
  xs::session s{g};
  check_results(s.run(feed_of(functions_i32_0_x, xs::extents{6})),
                {abs_i32_0_y, sign_i32_0_y, relu6_i32_0_y});

  constexpr auto h = xs::graph(x<std::uint8_t, 2> | [](auto v) { return xs::pack(xs::abs(v), xs::sign(v)); });
  xs::session t{h};
  check_results(t.run(std::array<std::uint8_t, 2>{200, 0}), {numbers{200, 0}, numbers{1, 0}});
}

TEST_CASE("leaky_relu has a slope of its own", "[ops]") {
  check_case(xs::leaky_relu(x<float, 2>), shape<2>, {-0.2, 1.0}, {-1.0, 1.0});
  // Two slopes in one chain.
  check_case(xs::leaky_relu(xs::leaky_relu(x<double, 2>, xs::alpha<0.5>), xs::alpha<2>), shape<2>,
             {-4.0, 1.0}, {-4.0, 1.0});
}

#if XSCOPE_HAS_HALF
TEST_CASE("functions in half precision", "[types]") {
  using xs::half;
  constexpr auto g = xs::graph(x<half, 3> | [](auto v) {
    return xs::pack(xs::abs(v), xs::sign(v), xs::reciprocal(v), xs::relu6(v),
                    xs::leaky_relu(v, xs::alpha<0.5>), xs::floor(v), xs::rint(v), xs::maximum(v, -v),
                    xs::pow(v, xs::value<2.0>), xs::squared_difference(v, xs::value<1.0>),
                    xs::floor(xs::abs(xs::softsign(v) + xs::softplus(v) + xs::selu(v) + xs::elu(v) +
                                      xs::gelu(v) + xs::erf(v) + xs::sin(v) + xs::cos(v) + xs::expm1(v))));
  });
  xs::session s{g};
  check_results(s.run(std::array{0.5F, -1.0F, 4.0F}),
                {numbers{0.5, 1.0, 4.0}, numbers{1, -1, 1}, numbers{2.0, -1.0, 0.25}, numbers{0.5, 0.0, 4.0},
                 numbers{0.5, -0.5, 4.0}, numbers{0, -1, 4}, numbers{0, -1, 4}, numbers{0.5, 1.0, 4.0},
                 numbers{0.25, 1.0, 16.0}, numbers{0.25, 4.0, 9.0}, numbers{5, 3, 70}});
}
#endif
