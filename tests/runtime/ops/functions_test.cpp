// SPDX-License-Identifier: BSD-3-Clause
// Operations of one operand, element by element, against the golden values.
#include "runtime/support/reference.hpp"

namespace xs = xscope;
using namespace golden;
using namespace reference;
using xs::shape;

TEMPLATE_TEST_CASE("negative", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::negative(x<T>), shape<>, negative_0_y, negative_0_x);
  check_case(xs::negative(x<T, 5>), shape<5>, negative_1_y, negative_1_x);
  check_case(xs::negative(x<T, 2, 3>), shape<2, 3>, negative_2_y, negative_2_x);
  check_case(xs::negative(x<T, 2, 2, 3>), shape<2, 2, 3>, negative_3_y, negative_3_x);
  check_case(xs::negative(x<T, 5>), shape<5>, negative_4_y, negative_4_x);
}

TEMPLATE_TEST_CASE("relu", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::relu(x<T>), shape<>, relu_0_y, relu_0_x);
  check_case(xs::relu(x<T, 5>), shape<5>, relu_1_y, relu_1_x);
  check_case(xs::relu(x<T, 2, 3>), shape<2, 3>, relu_2_y, relu_2_x);
  check_case(xs::relu(x<T, 2, 2, 3>), shape<2, 2, 3>, relu_3_y, relu_3_x);
  check_case(xs::relu(x<T, 6>), shape<6>, relu_4_y, relu_4_x);
}

TEMPLATE_TEST_CASE("tanh", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::tanh(x<T>), shape<>, tanh_0_y, tanh_0_x);
  check_case(xs::tanh(x<T, 5>), shape<5>, tanh_1_y, tanh_1_x);
  check_case(xs::tanh(x<T, 2, 3>), shape<2, 3>, tanh_2_y, tanh_2_x);
  check_case(xs::tanh(x<T, 2, 2, 3>), shape<2, 2, 3>, tanh_3_y, tanh_3_x);
  check_case(xs::tanh(x<T, 8>), shape<8>, tanh_4_y, tanh_4_x);
  check_case(xs::tanh(x<T, 5>), shape<5>, tanh_5_y, tanh_5_x);
}

TEMPLATE_TEST_CASE("sigmoid", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::sigmoid(x<T>), shape<>, sigmoid_0_y, sigmoid_0_x);
  check_case(xs::sigmoid(x<T, 5>), shape<5>, sigmoid_1_y, sigmoid_1_x);
  check_case(xs::sigmoid(x<T, 2, 3>), shape<2, 3>, sigmoid_2_y, sigmoid_2_x);
  check_case(xs::sigmoid(x<T, 2, 2, 3>), shape<2, 2, 3>, sigmoid_3_y, sigmoid_3_x);
  check_case(xs::sigmoid(x<T, 8>), shape<8>, sigmoid_4_y, sigmoid_4_x);
  check_case(xs::sigmoid(x<T, 5>), shape<5>, sigmoid_5_y, sigmoid_5_x);
}

TEMPLATE_TEST_CASE("exp", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::exp(x<T>), shape<>, exp_0_y, exp_0_x);
  check_case(xs::exp(x<T, 5>), shape<5>, exp_1_y, exp_1_x);
  check_case(xs::exp(x<T, 2, 3>), shape<2, 3>, exp_2_y, exp_2_x);
  check_case(xs::exp(x<T, 2, 2, 3>), shape<2, 2, 3>, exp_3_y, exp_3_x);
  check_case(xs::exp(x<T, 6>), shape<6>, exp_4_y, exp_4_x);
  check_case(xs::exp(x<T, 5>), shape<5>, exp_5_y, exp_5_x);
}

TEMPLATE_TEST_CASE("log", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::log(x<T>), shape<>, log_0_y, log_0_x);
  check_case(xs::log(x<T, 5>), shape<5>, log_1_y, log_1_x);
  check_case(xs::log(x<T, 2, 3>), shape<2, 3>, log_2_y, log_2_x);
  check_case(xs::log(x<T, 2, 2, 3>), shape<2, 2, 3>, log_3_y, log_3_x);
  check_case(xs::log(x<T, 6>), shape<6>, log_4_y, log_4_x);
}

TEMPLATE_TEST_CASE("square", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::square(x<T>), shape<>, square_0_y, square_0_x);
  check_case(xs::square(x<T, 5>), shape<5>, square_1_y, square_1_x);
  check_case(xs::square(x<T, 2, 3>), shape<2, 3>, square_2_y, square_2_x);
  check_case(xs::square(x<T, 2, 2, 3>), shape<2, 2, 3>, square_3_y, square_3_x);
  check_case(xs::square(x<T, 6>), shape<6>, square_4_y, square_4_x);
}

TEMPLATE_TEST_CASE("sqrt", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::sqrt(x<T>), shape<>, sqrt_0_y, sqrt_0_x);
  check_case(xs::sqrt(x<T, 5>), shape<5>, sqrt_1_y, sqrt_1_x);
  check_case(xs::sqrt(x<T, 2, 3>), shape<2, 3>, sqrt_2_y, sqrt_2_x);
  check_case(xs::sqrt(x<T, 2, 2, 3>), shape<2, 2, 3>, sqrt_3_y, sqrt_3_x);
  check_case(xs::sqrt(x<T, 7>), shape<7>, sqrt_4_y, sqrt_4_x);
}

TEST_CASE("functions overflow in float", "[ops]") {
  check_case(xs::exp(x<float, 4>), shape<4>, exp_f32_0_y, exp_f32_0_x);
  check_case(xs::square(x<float, 3>), shape<3>, square_f32_0_y, square_f32_0_x);
}

TEST_CASE("functions of integers", "[ops]") {
  check_case(xs::negative(x<int, 2, 2>), shape<2, 2>, negative_i32_0_y, negative_i32_0_x);
  check_case(xs::square(x<int, 2, 2>), shape<2, 2>, square_i32_0_y, square_i32_0_x);
  check_case(xs::relu(x<int, 3>), shape<3>, relu_i32_0_y, relu_i32_0_x);
}
