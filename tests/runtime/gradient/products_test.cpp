// SPDX-License-Identifier: BSD-3-Clause
// Gradients of products, softmax and cross entropy, against finite differences.
#include <cmath>

#include "runtime/support/gradients.hpp"

namespace xs = xscope;
using gradients::check_gradient;
using gradients::scalar_of;
using xs::shape;

constexpr auto cross_entropy = xs::sparse_softmax_cross_entropy_with_logits;

TEST_CASE("matmul", "[gradient]") {
  check_gradient([](auto a, auto b) { return scalar_of(xs::matmul(a, b)); }, shape<2, 3>, shape<3, 4>);
  check_gradient([](auto a, auto b) { return scalar_of(xs::matmul(a, b, xs::transpose_a)); }, shape<3, 2>,
                 shape<3, 4>);
  check_gradient([](auto a, auto b) { return scalar_of(xs::matmul(a, b, xs::transpose_b)); }, shape<2, 3>,
                 shape<4, 3>);
  check_gradient([](auto a, auto b) { return scalar_of(xs::matmul(a, b, xs::transpose_a, xs::transpose_b)); },
                 shape<3, 2>, shape<4, 3>);
}

TEST_CASE("square matrices, where a forgotten transpose would fit as well", "[gradient]") {
  check_gradient([](auto a, auto b) { return scalar_of(xs::matmul(a, b, xs::transpose_a)); }, shape<3, 3>,
                 shape<3, 3>);
  check_gradient([](auto a, auto b) { return scalar_of(xs::matmul(a, b, xs::transpose_b)); }, shape<3, 3>,
                 shape<3, 3>);
  check_gradient([](auto a) { return scalar_of(xs::matmul(a, a)); }, shape<3, 3>);
  check_gradient([](auto a) { return scalar_of(xs::matmul(a, a, xs::transpose_a, xs::transpose_b)); },
                 shape<3, 3>);
}

TEST_CASE("softmax and log_softmax", "[gradient]") {
  check_gradient([](auto v) { return scalar_of(xs::softmax(v)); }, shape<5>);
  check_gradient([](auto v) { return scalar_of(xs::softmax(v)); }, shape<2, 2, 3>);
  check_gradient([](auto v) { return scalar_of(xs::log_softmax(v)); }, shape<5>);
  check_gradient([](auto v) { return scalar_of(xs::log_softmax(v)); }, shape<2, 2, 3>);
  check_gradient(
      [](auto v) {
        return scalar_of(xs::softmax(v, xs::axis<0>)) + scalar_of(xs::log_softmax(v, xs::axis<-2>));
      },
      shape<2, 3, 2>);
}

TEST_CASE("sparse_softmax_cross_entropy_with_logits", "[gradient]") {
  check_gradient([](auto v) { return scalar_of(cross_entropy(xs::constant<"y", xs::values<2, 0>>, v)); },
                 shape<2, 3>);
  check_gradient([](auto v) { return scalar_of(cross_entropy(xs::constant<"y", xs::value<1>>, v)); },
                 shape<4>);
  check_gradient(
      [](auto v) {
        return scalar_of(cross_entropy(xs::constant<"y", xs::values<1, 0, 2, 2>, shape<2, 2>>, v));
      },
      shape<2, 2, 3>);
}

TEST_CASE("a label that is no class has no gradient either", "[gradient]") {
  constexpr auto g = xs::graph(xs::let(xs::get_variable<"v", xs::shape<2, 2>, xs::dtype<double>>, [](auto v) {
    return xs::minimize<xs::gradient_descent_optimizer<1.0>>(
        xs::reduce_sum(cross_entropy(xs::constant<"y", xs::values<5, 1>>, v)));
  }));
  xs::session s{g};
  CHECK(std::isnan(s.run()()));
  const auto v = s.variable<"v">();
  CHECK(std::isnan(v(0, 0)));
  CHECK(std::isnan(v(0, 1)));
  CHECK_FALSE(std::isnan(v(1, 0)));
}

TEST_CASE("a network", "[gradient]") {
  check_gradient(
      [](auto w1, auto b1, auto w2, auto b2) {
        constexpr auto x =
            xs::constant<"x", xs::values<0.5, -1.0, 2.0, 1.5, 0.25, -0.75, -2.0, 1.0>, shape<4, 2>>;
        return xs::let(xs::matmul(xs::tanh(xs::matmul(x, w1) + b1), w2) + b2, [=](auto logits) {
          return xs::reduce_mean(cross_entropy(xs::constant<"y", xs::values<0, 2, 1, 1>>, logits)) +
                 xs::value<0.01> * xs::reduce_sum(xs::square(w1));
        });
      },
      shape<2, 5>, shape<5>, shape<5, 3>, shape<3>);
}
