// SPDX-License-Identifier: BSD-3-Clause
// Gradients of losses and normalizations, against finite differences.
#include "runtime/support/gradients.hpp"

namespace xs = xscope;
using namespace xs::literals;
using gradients::check_gradient;
using gradients::scalar_of;
using gradients::values;
using xs::shape;

TEST_CASE("cross entropies of all classes", "[gradient]") {
  // As in TensorFlow the labels of a row are taken for probabilities, whose sum is 1.
  check_gradient(
      [](auto v, auto w) {
        return xs::let(xs::softmax(w), xs::softmax(w, xs::axis<0>), [=](auto rows, auto columns) {
          return scalar_of(xs::softmax_cross_entropy_with_logits_v2(rows, v)) +
                 scalar_of(xs::softmax_cross_entropy_with_logits_v2(columns, v, xs::axis<0>));
        });
      },
      shape<3, 4>, shape<3, 4>);
  check_gradient([](auto v, auto p) { return scalar_of(xs::sigmoid_cross_entropy_with_logits(p, v)); },
                 shape<2, 3>, shape<2, 3>);
}

TEST_CASE("nothing flows back into labels", "[gradient]") {
  constexpr auto g = xs::graph(
      xs::let(xs::get_variable<"p", shape<2, 2>>, xs::get_variable<"v", shape<2, 2>>, [](auto p, auto v) {
        return xs::minimize<xs::gradient_descent_optimizer<1.0F>>(
            xs::reduce_sum(xs::softmax_cross_entropy_with_logits(p, v)));
      }));
  xs::session s{g};
  auto p = s.variable<"p">();
  auto v = s.variable<"v">();
  p.fill(0.5F);
  v.fill(0.0F);
  v(0, 0) = 1.0F;
  s.run();
  for (const float e : p) CHECK(e == 0.5F);
  CHECK(v(0, 0) < 1.0F);
}

TEST_CASE("mean squared errors", "[gradient]") {
  // The loss is computed in float: it is the gradient of the same formula in double.
  constexpr auto g = xs::graph(xs::let(xs::get_variable<"v", shape<3>>, [](auto v) {
    return xs::minimize<xs::gradient_descent_optimizer<1.0F>>(
        xs::mean_squared_error(xs::constant<"y", xs::values<1.0F, 0.5F, -1.0F>>, v,
                               xs::constant<"w", xs::values<1.0F, 3.0F, 0.0F>>));
  }));
  xs::session s{g};
  auto v = s.variable<"v">();
  v.fill(0.5F);
  CHECK(s.run()() == 0.125F);
  CHECK(v(0) == 1.0F);  // 0.5 - 2 * 1 * (0.5 - 1) / 2
  CHECK(v(1) == 0.5F);
  CHECK(v(2) == 0.5F);
}

TEST_CASE("normalizations", "[gradient]") {
  check_gradient<values::positive>(
      [](auto v, auto mean, auto variance, auto offset, auto scale) {
        return scalar_of(xs::batch_normalization(v, mean, variance, offset, scale, 0.125_c)) +
               scalar_of(xs::batch_normalization(v, mean, variance, xs::none, xs::none, 0.5_c));
      },
      shape<2, 3>, shape<3>, shape<3>, shape<3>, shape<3>);
  check_gradient(
      [](auto v, auto offset, auto scale) { return scalar_of(xs::layer_norm(v, offset, scale, 0.125_c)); },
      shape<3, 2, 2>, shape<2>, shape<2>);
}

TEST_CASE("divisions without a number", "[gradient]") {
  check_gradient([](auto v, auto w) { return scalar_of(xs::div_no_nan(v, w)); }, shape<2, 2>, shape<2>);
}
