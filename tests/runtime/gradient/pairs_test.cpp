// SPDX-License-Identifier: BSD-3-Clause
// Gradients of functions of two elements, several in one sum, against finite differences.
#include <vector>

#include "runtime/support/gradients.hpp"
#include "runtime/support/tensors.hpp"

namespace xs = xscope;
using namespace xs::literals;
using gradients::check_gradient;
using gradients::scalar_of;
using gradients::values;
using xs::shape;

TEST_CASE("functions of two elements", "[gradient]") {
  check_gradient(
      [](auto a, auto b) {
        return scalar_of(xs::maximum(a, b)) + scalar_of(xs::minimum(a, b) * a) +
               scalar_of(xs::squared_difference(a, b)) + scalar_of(xs::where_v2(a < b, a * b, b)) +
               scalar_of(xs::pow(a, 3.0_c)) + scalar_of(xs::clip_by_value(a, b, 1.5_c));
      },
      shape<2, 3>, shape<3>);
  check_gradient(
      [](auto a, auto b) { return scalar_of(xs::squared_difference(a, b)) + scalar_of(xs::maximum(a, b)); },
      shape<2, 1>, shape<1, 3>);
  check_gradient<values::positive>([](auto a, auto b) { return scalar_of(xs::pow(a, b)); }, shape<2, 1>,
                                   shape<3>);
  check_gradient([](auto a) { return scalar_of(xs::where(a > 0.5_c, xs::exp(a), -a)); }, shape<2, 3>);
}

TEST_CASE("gradients at corners are TensorFlow's", "[gradient]") {
  // The first of two that are equal has it all; the power of 0 has no logarithm.
  constexpr auto g =
      xs::graph(xs::let(xs::get_variable<"a", xs::initializer<xs::values<1.0, 0.0>>>,
                        xs::get_variable<"b", xs::initializer<xs::values<1.0, 2.0>>>, [](auto a, auto b) {
                          return xs::minimize<xs::gradient_descent_optimizer<1.0>>(
                              xs::reduce_sum(xs::maximum(a, b) + xs::pow(a, b)));
                        }));
  xs::session s{g};
  s.run();
  CHECK(tensors::elements(s.variable<"a">()) == std::vector<double>{-1, 0});
  CHECK(tensors::elements(s.variable<"b">()) == std::vector<double>{1, 1});
}
