// SPDX-License-Identifier: BSD-3-Clause
// Gradients of convolutions, poolings, products in batches and parts, against finite differences.
#include "runtime/support/gradients.hpp"

namespace xs = xscope;
using gradients::check_gradient;
using gradients::scalar_of;
using xs::shape;

namespace {

constexpr auto same = xs::padding<"SAME">;
constexpr auto valid = xs::padding<"VALID">;

}  // namespace

TEST_CASE("convolutions of images", "[gradient]") {
  check_gradient([](auto v, auto f) { return scalar_of(xs::conv2d(v, f, same)); }, shape<1, 4, 3, 2>,
                 shape<3, 3, 2, 2>);
  check_gradient([](auto v, auto f) { return scalar_of(xs::conv2d(v, f, xs::strides<2, 1>, same)); },
                 shape<2, 4, 3, 1>, shape<3, 2, 1, 2>);
  check_gradient([](auto v, auto f) { return scalar_of(xs::conv2d(v, f, xs::dilations<2>, valid)); },
                 shape<1, 5, 4, 2>, shape<2, 2, 2, 1>);
}

TEST_CASE("poolings of images", "[gradient]") {
  check_gradient(
      [](auto v) {
        return scalar_of(xs::max_pool(v, xs::ksize<2>, xs::strides<2>, valid)) +
               scalar_of(xs::max_pool(v, xs::ksize<3, 2>, xs::strides<1>, same));
      },
      shape<1, 4, 5, 2>);
  check_gradient(
      [](auto v) {
        return scalar_of(xs::avg_pool(v, xs::ksize<2>, xs::strides<2>, valid)) +
               scalar_of(xs::avg_pool(v, xs::ksize<3, 2>, xs::strides<1>, same));
      },
      shape<1, 4, 5, 2>);
}

TEST_CASE("of equal elements the first one has the gradient", "[gradient]") {
  constexpr auto g = xs::graph(xs::let(xs::get_variable<"v", shape<1, 1, 3, 1>>, [](auto v) {
    return xs::minimize<xs::gradient_descent_optimizer<1.0F>>(
        xs::reduce_sum(xs::max_pool(v, xs::ksize<1, 2>, xs::strides<1>, valid)));
  }));
  xs::session s{g};
  auto v = s.variable<"v">();
  v.fill(1.0F);
  s.run();
  CHECK(v(0, 0, 0, 0) == 0.0F);
  CHECK(v(0, 0, 1, 0) == 0.0F);
  CHECK(v(0, 0, 2, 0) == 1.0F);
}

TEST_CASE("biases of images", "[gradient]") {
  check_gradient([](auto v, auto b) { return scalar_of(xs::bias_add(v, b)); }, shape<1, 2, 2, 3>, shape<3>);
}

TEST_CASE("products in batches", "[gradient]") {
  check_gradient([](auto a, auto b) { return scalar_of(xs::matmul(a, b)); }, shape<2, 2, 3>, shape<3, 4>);
  check_gradient([](auto a, auto b) { return scalar_of(xs::matmul(a, b, xs::transpose_a)); },
                 shape<2, 1, 3, 2>, shape<2, 3, 2>);
  check_gradient([](auto a, auto b) { return scalar_of(xs::matmul(a, b, xs::transpose_b)); }, shape<2, 3>,
                 shape<2, 2, 3>);
}

TEST_CASE("parts and repetitions", "[gradient]") {
  check_gradient(
      [](auto v) {
        return scalar_of(xs::slice(v, xs::begin<1, 0, 1>, xs::size<2, -1, 1>)) +
               scalar_of(xs::broadcast_to(v, shape<2, 3, 2, 2>));
      },
      shape<3, 2, 2>);
}

TEST_CASE("several results", "[gradient]") {
  check_gradient(
      [](auto v) {
        return xs::let(xs::split(v, xs::num_or_size_splits<1, 2>), xs::unstack(v, xs::axis<1>),
                       [](auto parts, auto columns) {
                         auto [one, two] = parts;
                         return scalar_of(two * one) + scalar_of(columns.template get<1>());
                       });
      },
      shape<3, 2>);
}
