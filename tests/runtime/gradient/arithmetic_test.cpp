// SPDX-License-Identifier: BSD-3-Clause
// Gradients of arithmetic, with broadcasting of both operands, against finite differences.
#include "runtime/support/gradients.hpp"

namespace xs = xscope;
using gradients::check_gradient;
using gradients::scalar_of;
using xs::shape;

namespace {

template <class Op>
void check_broadcasting(Op) {
  constexpr auto loss = [](auto a, auto b) { return scalar_of(Op{}(a, b)); };
  check_gradient(loss, shape<2, 3>, shape<2, 3>);
  check_gradient(loss, shape<2, 3>, shape<3>);
  check_gradient(loss, shape<2, 1>, shape<1, 3>);  // both grow
  check_gradient(loss, shape<>, shape<2, 2>);
  check_gradient(loss, shape<2, 1, 3>, shape<2, 1>);  // both grow, and one gains a dimension
}

}  // namespace

TEST_CASE("add", "[gradient]") { check_broadcasting(xs::add); }
TEST_CASE("subtract", "[gradient]") { check_broadcasting(xs::subtract); }
TEST_CASE("multiply", "[gradient]") { check_broadcasting(xs::multiply); }
TEST_CASE("divide", "[gradient]") { check_broadcasting(xs::divide); }
