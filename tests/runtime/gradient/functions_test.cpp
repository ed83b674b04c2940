// SPDX-License-Identifier: BSD-3-Clause
// Gradients of functions of one operand, and of variables that are used more than once, against finite
// differences.
#include "runtime/support/gradients.hpp"

namespace xs = xscope;
using namespace xs::literals;
using gradients::check_gradient;
using gradients::scalar_of;
using gradients::values;
using xs::shape;

TEST_CASE("functions of one operand", "[gradient]") {
  check_gradient([](auto v) { return scalar_of(-v); }, shape<2, 3>);
  check_gradient([](auto v) { return scalar_of(xs::relu(v)); }, shape<2, 3>);
  check_gradient([](auto v) { return scalar_of(xs::tanh(v)); }, shape<2, 3>);
  check_gradient([](auto v) { return scalar_of(xs::sigmoid(v)); }, shape<2, 3>);
  check_gradient([](auto v) { return scalar_of(xs::exp(v)); }, shape<2, 3>);
  check_gradient([](auto v) { return scalar_of(xs::square(v)); }, shape<2, 3>);
  check_gradient<values::positive>([](auto v) { return scalar_of(xs::log(v)); }, shape<2, 3>);
  check_gradient<values::positive>([](auto v) { return scalar_of(xs::sqrt(v)); }, shape<2, 3>);
  check_gradient([](auto v) { return scalar_of(xs::identity(v)); }, shape<2, 3>);
  check_gradient([](auto v) { return scalar_of(xs::cast(v, xs::dtype<double>)); }, shape<4>);
  check_gradient([](auto v) { return scalar_of(xs::reshape(v, shape<3, 2>) * xs::values<2.0, 3.0>); },
                 shape<2, 3>);
  check_gradient([](auto v) { return xs::square(v); }, shape<>);
}

TEST_CASE("a variable used more than once", "[gradient]") {
  check_gradient([](auto v) { return scalar_of(v * v); }, shape<3>);
  check_gradient([](auto v) { return scalar_of(v + v); }, shape<3>);
  check_gradient([](auto v) { return scalar_of(v - v); }, shape<3>);
  check_gradient([](auto v) { return scalar_of(v / (v + 4.0_c)); }, shape<3>);
  check_gradient(
      [](auto v) { return xs::let(xs::tanh(v), [=](auto t) { return scalar_of(t * xs::exp(t) - v * t); }); },
      shape<3>);
  check_gradient([](auto v) { return scalar_of(xs::reshape(v, shape<3, 1>) * v); }, shape<3>);
}

TEST_CASE("constants and what has no gradient stand beside", "[gradient]") {
  check_gradient([](auto v) { return scalar_of(2.0_c / v - v / 4.0_c); }, shape<3>);
  check_gradient([](auto v) { return scalar_of(v * xs::constant<"c", xs::values<1.0, -2.0, 3.0>>); },
                 shape<2, 3>);
  // Which elements count is no function that has a slope.
  check_gradient([](auto v) { return scalar_of(v * xs::cast(xs::equal(xs::relu(v), v), xs::dtype<double>)); },
                 shape<5>);
}
