// SPDX-License-Identifier: BSD-3-Clause
// Reductions and argmax against the golden values.
#include "runtime/support/reference.hpp"

namespace xs = xscope;
using namespace golden;
using namespace reference;
using xs::shape;

TEMPLATE_TEST_CASE("reduce_sum", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::reduce_sum(x<T, 2, 3>), shape<>, reduce_sum_0_y, reduce_sum_0_x);
  check_case(xs::reduce_sum(x<T, 2, 3>, xs::axis<0>), shape<3>, reduce_sum_1_y, reduce_sum_1_x);
  check_case(xs::reduce_sum(x<T, 2, 3>, xs::axis<1>), shape<2>, reduce_sum_2_y, reduce_sum_2_x);
  check_case(xs::reduce_sum(x<T, 2, 3>, xs::axis<-1>), shape<2>, reduce_sum_3_y, reduce_sum_3_x);
  check_case(xs::reduce_sum(x<T, 2, 3, 4>, xs::axis<0, 2>), shape<3>, reduce_sum_4_y, reduce_sum_4_x);
  check_case(xs::reduce_sum(x<T, 2, 3, 4>, xs::axis<1>), shape<2, 4>, reduce_sum_5_y, reduce_sum_5_x);
  check_case(xs::reduce_sum(x<T, 2, 3, 4>, xs::axis<-3>), shape<3, 4>, reduce_sum_6_y, reduce_sum_6_x);
  check_case(xs::reduce_sum(x<T, 2, 3>, xs::keepdims), shape<1, 1>, reduce_sum_7_y, reduce_sum_7_x);
  check_case(xs::reduce_sum(x<T, 2, 3>, xs::axis<0>, xs::keepdims), shape<1, 3>, reduce_sum_8_y,
             reduce_sum_8_x);
  check_case(xs::reduce_sum(x<T, 2, 3, 4>, xs::axis<0, -1>, xs::keepdims), shape<1, 3, 1>, reduce_sum_9_y,
             reduce_sum_9_x);
  check_case(xs::reduce_sum(x<T, 5>), shape<>, reduce_sum_10_y, reduce_sum_10_x);
  check_case(xs::reduce_sum(x<T>), shape<>, reduce_sum_11_y, reduce_sum_11_x);
  check_case(xs::reduce_sum(x<T, 3, 1>, xs::axis<0>), shape<1>, reduce_sum_12_y, reduce_sum_12_x);
}

TEMPLATE_TEST_CASE("reduce_mean", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::reduce_mean(x<T, 2, 3>), shape<>, reduce_mean_0_y, reduce_mean_0_x);
  check_case(xs::reduce_mean(x<T, 2, 3>, xs::axis<0>), shape<3>, reduce_mean_1_y, reduce_mean_1_x);
  check_case(xs::reduce_mean(x<T, 2, 3>, xs::axis<1>), shape<2>, reduce_mean_2_y, reduce_mean_2_x);
  check_case(xs::reduce_mean(x<T, 2, 3>, xs::axis<-1>), shape<2>, reduce_mean_3_y, reduce_mean_3_x);
  check_case(xs::reduce_mean(x<T, 2, 3, 4>, xs::axis<0, 2>), shape<3>, reduce_mean_4_y, reduce_mean_4_x);
  check_case(xs::reduce_mean(x<T, 2, 3, 4>, xs::axis<1>), shape<2, 4>, reduce_mean_5_y, reduce_mean_5_x);
  check_case(xs::reduce_mean(x<T, 2, 3, 4>, xs::axis<-3>), shape<3, 4>, reduce_mean_6_y, reduce_mean_6_x);
  check_case(xs::reduce_mean(x<T, 2, 3>, xs::keepdims), shape<1, 1>, reduce_mean_7_y, reduce_mean_7_x);
  check_case(xs::reduce_mean(x<T, 2, 3>, xs::axis<0>, xs::keepdims), shape<1, 3>, reduce_mean_8_y,
             reduce_mean_8_x);
  check_case(xs::reduce_mean(x<T, 2, 3, 4>, xs::axis<0, -1>, xs::keepdims), shape<1, 3, 1>, reduce_mean_9_y,
             reduce_mean_9_x);
  check_case(xs::reduce_mean(x<T, 5>), shape<>, reduce_mean_10_y, reduce_mean_10_x);
  check_case(xs::reduce_mean(x<T>), shape<>, reduce_mean_11_y, reduce_mean_11_x);
  check_case(xs::reduce_mean(x<T, 3, 1>, xs::axis<0>), shape<1>, reduce_mean_12_y, reduce_mean_12_x);
}

TEMPLATE_TEST_CASE("reduce_max", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::reduce_max(x<T, 2, 3>), shape<>, reduce_max_0_y, reduce_max_0_x);
  check_case(xs::reduce_max(x<T, 2, 3>, xs::axis<0>), shape<3>, reduce_max_1_y, reduce_max_1_x);
  check_case(xs::reduce_max(x<T, 2, 3>, xs::axis<1>), shape<2>, reduce_max_2_y, reduce_max_2_x);
  check_case(xs::reduce_max(x<T, 2, 3>, xs::axis<-1>), shape<2>, reduce_max_3_y, reduce_max_3_x);
  check_case(xs::reduce_max(x<T, 2, 3, 4>, xs::axis<0, 2>), shape<3>, reduce_max_4_y, reduce_max_4_x);
  check_case(xs::reduce_max(x<T, 2, 3, 4>, xs::axis<1>), shape<2, 4>, reduce_max_5_y, reduce_max_5_x);
  check_case(xs::reduce_max(x<T, 2, 3, 4>, xs::axis<-3>), shape<3, 4>, reduce_max_6_y, reduce_max_6_x);
  check_case(xs::reduce_max(x<T, 2, 3>, xs::keepdims), shape<1, 1>, reduce_max_7_y, reduce_max_7_x);
  check_case(xs::reduce_max(x<T, 2, 3>, xs::axis<0>, xs::keepdims), shape<1, 3>, reduce_max_8_y,
             reduce_max_8_x);
  check_case(xs::reduce_max(x<T, 2, 3, 4>, xs::axis<0, -1>, xs::keepdims), shape<1, 3, 1>, reduce_max_9_y,
             reduce_max_9_x);
  check_case(xs::reduce_max(x<T, 5>), shape<>, reduce_max_10_y, reduce_max_10_x);
  check_case(xs::reduce_max(x<T>), shape<>, reduce_max_11_y, reduce_max_11_x);
  check_case(xs::reduce_max(x<T, 3, 1>, xs::axis<0>), shape<1>, reduce_max_12_y, reduce_max_12_x);
  check_case(xs::reduce_max(x<T, 3>), shape<>, reduce_max_13_y, reduce_max_13_x);
  check_case(xs::reduce_max(x<T, 2, 2>, xs::axis<1>), shape<2>, reduce_max_14_y, reduce_max_14_x);
}

TEMPLATE_TEST_CASE("argmax", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::argmax(x<T, 3, 4>, xs::axis<0>), shape<4>, argmax_0_y, argmax_0_x);
  check_case(xs::argmax(x<T, 3, 4>, xs::axis<1>), shape<3>, argmax_1_y, argmax_1_x);
  check_case(xs::argmax(x<T, 3, 4>, xs::axis<-1>), shape<3>, argmax_2_y, argmax_2_x);
  check_case(xs::argmax(x<T, 3, 4>, xs::axis<-2>), shape<4>, argmax_3_y, argmax_3_x);
  check_case(xs::argmax(x<T, 2, 3, 4>, xs::axis<0>), shape<3, 4>, argmax_4_y, argmax_4_x);
  check_case(xs::argmax(x<T, 2, 3, 4>, xs::axis<1>), shape<2, 4>, argmax_5_y, argmax_5_x);
  check_case(xs::argmax(x<T, 2, 3, 4>, xs::axis<2>), shape<2, 3>, argmax_6_y, argmax_6_x);
  check_case(xs::argmax(x<T, 3>, xs::axis<0>), shape<>, argmax_7_y, argmax_7_x);
  check_case(xs::argmax(x<T, 2, 2>, xs::axis<1>), shape<2>, argmax_8_y, argmax_8_x);
}

TEST_CASE("reductions of integers", "[ops]") {
  check_case(xs::reduce_sum(x<int, 2, 3>, xs::axis<1>), shape<2>, reduce_sum_i32_0_y, reduce_sum_i32_0_x);
  check_case(xs::reduce_max(x<int, 2, 3>, xs::axis<0>), shape<3>, reduce_max_i32_0_y, reduce_max_i32_0_x);
  check_case(xs::reduce_mean(x<int, 4>), shape<>, reduce_mean_i32_0_y, reduce_mean_i32_0_x);
  check_case(xs::argmax(x<int, 2, 3>, xs::axis<1>), shape<2>, argmax_i32_0_y, argmax_i32_0_x);
}
