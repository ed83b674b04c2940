// SPDX-License-Identifier: BSD-3-Clause
// Arithmetic and equality, with broadcasting, against the golden values.
#include "runtime/support/reference.hpp"

namespace xs = xscope;
using namespace golden;
using namespace reference;
using xs::shape;

TEMPLATE_TEST_CASE("add", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::add(a<T, 2, 3>, b<T, 3>), shape<2, 3>, add_0_y, add_0_a, add_0_b);
  check_case(xs::add(a<T, 2, 1>, b<T, 1, 3>), shape<2, 3>, add_1_y, add_1_a, add_1_b);
  check_case(xs::add(a<T>, b<T, 2, 2>), shape<2, 2>, add_2_y, add_2_a, add_2_b);
  check_case(xs::add(a<T, 4>, b<T>), shape<4>, add_3_y, add_3_a, add_3_b);
  check_case(xs::add(a<T, 2, 3, 4>, b<T, 3, 1>), shape<2, 3, 4>, add_4_y, add_4_a, add_4_b);
  check_case(xs::add(a<T, 3, 3>, b<T, 3>), shape<3, 3>, add_5_y, add_5_a, add_5_b);
  check_case(xs::add(a<T, 3>, b<T, 3>), shape<3>, add_6_y, add_6_a, add_6_b);
}

TEMPLATE_TEST_CASE("subtract", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::subtract(a<T, 2, 3>, b<T, 3>), shape<2, 3>, subtract_0_y, subtract_0_a, subtract_0_b);
  check_case(xs::subtract(a<T, 2, 1>, b<T, 1, 3>), shape<2, 3>, subtract_1_y, subtract_1_a, subtract_1_b);
  check_case(xs::subtract(a<T>, b<T, 2, 2>), shape<2, 2>, subtract_2_y, subtract_2_a, subtract_2_b);
  check_case(xs::subtract(a<T, 4>, b<T>), shape<4>, subtract_3_y, subtract_3_a, subtract_3_b);
  check_case(xs::subtract(a<T, 2, 3, 4>, b<T, 3, 1>), shape<2, 3, 4>, subtract_4_y, subtract_4_a,
             subtract_4_b);
  check_case(xs::subtract(a<T, 3, 3>, b<T, 3>), shape<3, 3>, subtract_5_y, subtract_5_a, subtract_5_b);
}

TEMPLATE_TEST_CASE("multiply", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::multiply(a<T, 2, 3>, b<T, 3>), shape<2, 3>, multiply_0_y, multiply_0_a, multiply_0_b);
  check_case(xs::multiply(a<T, 2, 1>, b<T, 1, 3>), shape<2, 3>, multiply_1_y, multiply_1_a, multiply_1_b);
  check_case(xs::multiply(a<T>, b<T, 2, 2>), shape<2, 2>, multiply_2_y, multiply_2_a, multiply_2_b);
  check_case(xs::multiply(a<T, 4>, b<T>), shape<4>, multiply_3_y, multiply_3_a, multiply_3_b);
  check_case(xs::multiply(a<T, 2, 3, 4>, b<T, 3, 1>), shape<2, 3, 4>, multiply_4_y, multiply_4_a,
             multiply_4_b);
  check_case(xs::multiply(a<T, 3, 3>, b<T, 3>), shape<3, 3>, multiply_5_y, multiply_5_a, multiply_5_b);
}

TEMPLATE_TEST_CASE("divide", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::divide(a<T, 2, 3>, b<T, 3>), shape<2, 3>, divide_0_y, divide_0_a, divide_0_b);
  check_case(xs::divide(a<T, 2, 1>, b<T, 1, 3>), shape<2, 3>, divide_1_y, divide_1_a, divide_1_b);
  check_case(xs::divide(a<T>, b<T, 2, 2>), shape<2, 2>, divide_2_y, divide_2_a, divide_2_b);
  check_case(xs::divide(a<T, 4>, b<T>), shape<4>, divide_3_y, divide_3_a, divide_3_b);
  check_case(xs::divide(a<T, 2, 3, 4>, b<T, 3, 1>), shape<2, 3, 4>, divide_4_y, divide_4_a, divide_4_b);
  check_case(xs::divide(a<T, 3, 3>, b<T, 3>), shape<3, 3>, divide_5_y, divide_5_a, divide_5_b);
  check_case(xs::divide(a<T, 5>, b<T, 5>), shape<5>, divide_6_y, divide_6_a, divide_6_b);
}

TEST_CASE("arithmetic overflows in float", "[ops]") {
  check_case(xs::add(a<float, 3>, b<float, 3>), shape<3>, add_f32_0_y, add_f32_0_a, add_f32_0_b);
  check_case(xs::multiply(a<float, 3>, b<float, 3>), shape<3>, multiply_f32_0_y, multiply_f32_0_a,
             multiply_f32_0_b);
}

TEST_CASE("arithmetic of integers", "[ops]") {
  check_case(xs::add(a<int, 2, 3>, b<int, 3>), shape<2, 3>, add_i32_0_y, add_i32_0_a, add_i32_0_b);
  check_case(xs::subtract(a<int, 2, 3>, b<int, 3>), shape<2, 3>, subtract_i32_0_y, subtract_i32_0_a,
             subtract_i32_0_b);
  check_case(xs::multiply(a<int, 2, 3>, b<int, 3>), shape<2, 3>, multiply_i32_0_y, multiply_i32_0_a,
             multiply_i32_0_b);
}

TEMPLATE_TEST_CASE("equal", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::equal(a<T, 2, 3>, b<T, 3>), shape<2, 3>, equal_0_y, equal_0_a, equal_0_b);
  check_case(xs::equal(a<T, 2, 1>, b<T>), shape<2, 1>, equal_1_y, equal_1_a, equal_1_b);
  check_case(xs::equal(a<T, 4>, b<T, 4>), shape<4>, equal_2_y, equal_2_a, equal_2_b);
}

TEST_CASE("equality of integers", "[ops]") {
  check_case(xs::equal(a<int, 3, 1>, b<int, 1, 2>), shape<3, 2>, equal_i32_0_y, equal_i32_0_a, equal_i32_0_b);
}
