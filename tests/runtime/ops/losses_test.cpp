// SPDX-License-Identifier: BSD-3-Clause
// Losses and normalizations against the golden values.
#include <array>
#include <cmath>
#include <vector>

#include "runtime/support/reference.hpp"

namespace xs = xscope;
using namespace golden;
using namespace reference;
using namespace xs::literals;
using xs::shape;
using numbers = std::vector<double>;

namespace {

/// Results within some digits of their magnitude: differences of numbers that are alike have no more.
template <class... Views>
void check_near(const std::tuple<Views...>& results, const std::vector<expectation>& expected,
                double within) {
  REQUIRE(expected.size() == sizeof...(Views));
  std::size_t k = 0;
  const auto one = [&](const auto& y) {
    const numbers& wanted = expected[k++].numbers;
    REQUIRE(y.size() == wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      INFO("result " << k - 1 << ", element " << i << ": " << double(y.data()[i]) << ", not " << wanted[i]);
      CHECK(std::abs(double(y.data()[i]) - wanted[i]) <= within * (1 + std::abs(wanted[i])));
    }
  };
  std::apply([&](const auto&... y) { (one(y), ...); }, results);
}

}  // namespace

TEMPLATE_TEST_CASE("losses", "[ops]", float, double) {
  using T = TestType;
  constexpr auto g = xs::graph(xs::let(labels<T, 3, 4>, logits<T, 3, 4>, [](auto p, auto v) {
    return xs::pack(
        xs::softmax_cross_entropy_with_logits(p, v), xs::softmax_cross_entropy_with_logits_v2(p, v),
        xs::softmax_cross_entropy_with_logits(p, v, xs::axis<0>),
        xs::softmax_cross_entropy_with_logits_v2(xs::transpose(p), xs::transpose(v), xs::axis<-2>),
        xs::sigmoid_cross_entropy_with_logits(p, v));
  }));
  static_assert(g.template result<0>().shape() == shape<3> && g.template result<2>().shape() == shape<4>);
  xs::session s{g};
  check_near(s.run(feed_of(losses_0_labels, xs::extents{3, 4}), feed_of(losses_0_logits, xs::extents{3, 4})),
             {softmax_cross_entropy_0_y, softmax_cross_entropy_0_y, softmax_cross_entropy_1_y,
              softmax_cross_entropy_0_y, sigmoid_cross_entropy_0_y},
             10 * tolerance<T>);
}

TEST_CASE("labels and logits of different types", "[ops]") {
  constexpr auto g = xs::graph(xs::let(labels<double, 3, 4>, logits<float, 3, 4>, [](auto p, auto v) {
    return xs::pack(xs::softmax_cross_entropy_with_logits(p, v),
                    xs::softmax_cross_entropy_with_logits_v2(p, xs::cast(v, xs::dtype<xs::half>)));
  }));
  static_assert(g.result<0>().dtype() == xs::dtype<float> && g.result<1>().dtype() == xs::dtype<xs::half>);
  xs::session s{g};
  check_near(s.run(feed_of(losses_0_labels, xs::extents{3, 4}), feed_of(losses_0_logits, xs::extents{3, 4})),
             {softmax_cross_entropy_0_y, softmax_cross_entropy_0_y}, 2e-3);
}

TEMPLATE_TEST_CASE("certain logits", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::sigmoid_cross_entropy_with_logits(labels<T, 2, 4>, logits<T, 2, 4>), shape<2, 4>,
             sigmoid_cross_entropy_extreme_0_y, sigmoid_cross_entropy_extreme_0_labels,
             sigmoid_cross_entropy_extreme_0_logits);
}

TEST_CASE("mean squared errors", "[ops]") {
  constexpr auto g =
      xs::graph(xs::let(labels<float, 3, 4>, logits<float, 3, 4>, a<float, 3, 1>, [](auto p, auto v, auto w) {
        return xs::pack(xs::mean_squared_error(p, v), xs::mean_squared_error(p, v, 2.0_c),
                        xs::mean_squared_error(p, v, w), xs::mean_squared_error(p, v, 0.0_c),
                        xs::mean_squared_error(p, xs::cast(v, xs::dtype<double>), v - v));
      }));
  static_assert(g.result<4>().dtype() == xs::dtype<float>);
  static_assert(g.get_collection<"losses">().size() == 5 && g.get_collection<"losses">()[1] == g.result<1>());
  xs::session s{g};
  const double plain = mean_squared_error_0_y[0];
  check_near(s.run(feed_of(losses_0_labels, xs::extents{3, 4}), feed_of(losses_0_logits, xs::extents{3, 4}),
                   feed_of(mean_squared_error_1_weights, xs::extents{3, 1})),
             {numbers{plain}, numbers{2 * plain}, mean_squared_error_1_y, numbers{0}, numbers{0}}, 1e-6);
}

TEMPLATE_TEST_CASE("normalizations", "[ops]", float, double) {
  using T = TestType;
  constexpr auto g = xs::graph(xs::let(
      x<T, 4, 2, 3>, a<T, 3>, b<T, 3>, xs::placeholder<"o", shape<3>, xs::dtype<T>>,
      xs::placeholder<"s", shape<3>, xs::dtype<T>>,
      [](auto v, auto mean, auto variance, auto offset, auto scale) {
        return xs::let(xs::moments(v, xs::axis<2>), xs::moments(v, xs::axis<0, 1>, xs::keepdims),
                       xs::moments(v), [=](auto one, auto two, auto all) {
                         return xs::pack(
                             xs::batch_normalization(v, mean, variance, offset, scale, 0.125_c),
                             xs::batch_normalization(v, mean, variance, xs::none, xs::none, 0.125_c),
                             xs::layer_norm(v, offset, scale, 0.125_c),
                             xs::layer_norm(v, offset, scale, 0.125_c, xs::axis<-1>), one.template get<0>(),
                             one.template get<1>(), two.template get<0>(), two.template get<1>(),
                             xs::layer_norm(v, xs::none, scale, 0.125_c) + offset,
                             all.template get<0>() - all.template get<0>());
                       });
      }));
  static_assert(g.template result<4>().shape() == shape<4, 2> &&
                g.template result<6>().shape() == shape<1, 1, 3>);
  static_assert(g.template result<9>().shape() == shape<>);
  xs::session s{g};
  const xs::extents row{3};
  check_near(s.run(feed_of(normalized_0_x, xs::extents{4, 2, 3}), feed_of(normalized_0_mean, row),
                   feed_of(normalized_0_variance, row), feed_of(normalized_0_offset, row),
                   feed_of(normalized_0_scale, row)),
             {batch_normalization_0_y, batch_normalization_1_y, layer_norm_0_y, layer_norm_1_y,
              moments_mean_1_y, moments_variance_1_y, moments_mean_2_y, moments_variance_2_y, layer_norm_0_y,
              numbers{0}},
             10 * tolerance<T>);
}

TEST_CASE("divisions without a number, and finite numbers", "[ops]") {
  constexpr auto g = xs::graph(xs::let(a<double, 5>, b<double, 5>, [](auto v, auto w) {
    return xs::pack(xs::div_no_nan(v, w), xs::is_finite(v / w), xs::zeros_like(v), xs::ones_like(v > w),
                    xs::stop_gradient(v));
  }));
  static_assert(g.result<3>().dtype() == xs::dtype<bool>);
  xs::session s{g};
  check_results(s.run(std::array{1.0, 0.0, -3.0, 5.0, inf}, std::array{2.0, 0.0, 0.0, -0.0, 4.0}),
                {numbers{0.5, 0, 0, 0, inf}, numbers{1, 0, 0, 0, 0}, numbers{0, 0, 0, 0, 0},
                 numbers{1, 1, 1, 1, 1}, numbers{1, 0, -3, 5, inf}});
}
