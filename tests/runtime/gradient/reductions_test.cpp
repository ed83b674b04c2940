// SPDX-License-Identifier: BSD-3-Clause
// Gradients of reductions against finite differences.
#include <vector>

#include "runtime/support/gradients.hpp"
#include "runtime/support/tensors.hpp"

namespace xs = xscope;
using gradients::check_gradient;
using gradients::scalar_of;
using xs::shape;

namespace {

template <class Op>
void check_axes(Op) {
  check_gradient([](auto v) { return scalar_of(Op{}(v)); }, shape<2, 3>);
  check_gradient([](auto v) { return scalar_of(Op{}(v, xs::axis<0>)); }, shape<2, 3>);
  check_gradient([](auto v) { return scalar_of(Op{}(v, xs::axis<-1>)); }, shape<2, 3>);
  check_gradient([](auto v) { return scalar_of(Op{}(v, xs::axis<0, 2>)); }, shape<2, 3, 4>);
  check_gradient([](auto v) { return scalar_of(Op{}(v, xs::axis<1>, xs::keepdims) * v); }, shape<2, 3, 2>);
  check_gradient([](auto v) { return scalar_of(Op{}(v, xs::keepdims) - v); }, shape<2, 3>);
}

}  // namespace

TEST_CASE("reduce_sum", "[gradient]") { check_axes(xs::reduce_sum); }
TEST_CASE("reduce_mean", "[gradient]") { check_axes(xs::reduce_mean); }
TEST_CASE("reduce_max", "[gradient]") { check_axes(xs::reduce_max); }

TEST_CASE("other reductions", "[gradient]") {
  check_gradient(
      [](auto v) {
        constexpr auto both = [](auto op, auto x) {
          return scalar_of(op(x)) + scalar_of(op(x, xs::axis<1>) * op(x, xs::axis<0>, xs::keepdims));
        };
        return both(xs::reduce_min, v) + both(xs::reduce_prod, v) + both(xs::reduce_logsumexp, v) +
               xs::l2_loss(xs::exp(v));
      },
      shape<3, 3>);
  check_gradient([](auto v) { return scalar_of(xs::reduce_prod(v, xs::axis<0, 2>)); }, shape<2, 2, 3>);
}

TEST_CASE("the product of what has zeros", "[gradient]") {
  constexpr auto g = xs::graph(
      xs::get_variable<"v", xs::initializer<xs::tensor_of<shape<3, 2>, 2.0, 3.0, 0.0, 4.0, 0.0, 0.0>>> |
      [](auto v) {
        return xs::minimize<xs::gradient_descent_optimizer<1.0>>(
            xs::reduce_sum(xs::reduce_prod(v, xs::axis<1>)));
      });
  xs::session s{g};
  CHECK(s.run()() == 6);
  CHECK(tensors::elements(s.variable<"v">()) == std::vector<double>{-1, 1, -4, 4, 0, 0});
}

TEST_CASE("equal maxima share the gradient", "[gradient]") {
  constexpr auto g = xs::graph(xs::get_variable<"v", xs::initializer<xs::values<2.0, 1.0, 2.0, 2.0>>> |
                               xs::reduce_max | xs::minimize<xs::gradient_descent_optimizer<3.0>>);
  xs::session s{g};
  CHECK(s.run()() == 2);
  CHECK(tensors::elements(s.variable<"v">()) == std::vector<double>{1, 1, 1, 1});
}
