// SPDX-License-Identifier: BSD-3-Clause
// Gradients of functions of one element, several in one sum, against finite differences.
#include "runtime/support/gradients.hpp"

namespace xs = xscope;
using namespace xs::literals;
using gradients::check_gradient;
using gradients::scalar_of;
using gradients::values;
using xs::shape;

TEST_CASE("functions of one element", "[gradient]") {
  check_gradient(
      [](auto v) {
        return scalar_of(xs::abs(v)) + scalar_of(xs::expm1(v)) + scalar_of(xs::reciprocal(v)) +
               scalar_of(xs::sin(v)) + scalar_of(xs::cos(v)) + scalar_of(xs::softsign(v)) +
               scalar_of(xs::erf(v)) + scalar_of(xs::gelu(v));
      },
      shape<2, 3>);
  check_gradient(
      [](auto v) {
        return scalar_of(xs::relu6(v * 4.0_c)) + scalar_of(xs::leaky_relu(v)) +
               scalar_of(xs::leaky_relu(v, xs::alpha<-0.5>)) + scalar_of(xs::elu(v)) +
               scalar_of(xs::selu(v)) + scalar_of(xs::softplus(v));
      },
      shape<7>);
  check_gradient<values::positive>([](auto v) { return scalar_of(xs::log1p(v)) + scalar_of(xs::rsqrt(v)); },
                                   shape<5>);
}

TEST_CASE("what has no slope lets nothing through", "[gradient]") {
  check_gradient(
      [](auto v) {
        return scalar_of(v * xs::sign(v)) +
               scalar_of(xs::floor(v) +
                         v * (xs::ceil(v) - xs::rint(v)) * xs::cast(v < 1.0_c, xs::dtype<double>));
      },
      shape<5>);
}
