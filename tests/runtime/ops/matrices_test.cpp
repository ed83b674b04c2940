// SPDX-License-Identifier: BSD-3-Clause
// Matrix products, softmax and cross entropy, against the golden values.
#include "runtime/support/reference.hpp"

namespace xs = xscope;
using namespace golden;
using namespace reference;
using xs::shape;

constexpr auto cross_entropy = xs::sparse_softmax_cross_entropy_with_logits;

TEMPLATE_TEST_CASE("matmul", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::matmul(a<T, 3, 4>, b<T, 4, 5>), shape<3, 5>, matmul_0_y, matmul_0_a, matmul_0_b);
  check_case(xs::matmul(a<T, 3, 3>, b<T, 3, 3>), shape<3, 3>, matmul_1_y, matmul_1_a, matmul_1_b);
  check_case(xs::matmul(a<T, 1, 7>, b<T, 7, 1>), shape<1, 1>, matmul_2_y, matmul_2_a, matmul_2_b);
  check_case(xs::matmul(a<T, 4, 1>, b<T, 1, 3>), shape<4, 3>, matmul_3_y, matmul_3_a, matmul_3_b);
  check_case(xs::matmul(a<T, 1, 1>, b<T, 1, 1>), shape<1, 1>, matmul_4_y, matmul_4_a, matmul_4_b);
  check_case(xs::matmul(a<T, 2, 17>, b<T, 17, 9>), shape<2, 9>, matmul_5_y, matmul_5_a, matmul_5_b);
}

TEMPLATE_TEST_CASE("matmul with transpose_a", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::matmul(a<T, 4, 3>, b<T, 4, 5>, xs::transpose_a), shape<3, 5>, matmul_transpose_a_0_y,
             matmul_transpose_a_0_a, matmul_transpose_a_0_b);
  check_case(xs::matmul(a<T, 3, 3>, b<T, 3, 3>, xs::transpose_a), shape<3, 3>, matmul_transpose_a_1_y,
             matmul_transpose_a_1_a, matmul_transpose_a_1_b);
}

TEMPLATE_TEST_CASE("matmul with transpose_b", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::matmul(a<T, 3, 4>, b<T, 5, 4>, xs::transpose_b), shape<3, 5>, matmul_transpose_b_0_y,
             matmul_transpose_b_0_a, matmul_transpose_b_0_b);
  check_case(xs::matmul(a<T, 3, 3>, b<T, 3, 3>, xs::transpose_b), shape<3, 3>, matmul_transpose_b_1_y,
             matmul_transpose_b_1_a, matmul_transpose_b_1_b);
}

TEMPLATE_TEST_CASE("matmul with transpose_a and transpose_b", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::matmul(a<T, 4, 3>, b<T, 5, 4>, xs::transpose_a, xs::transpose_b), shape<3, 5>,
             matmul_transpose_a_transpose_b_0_y, matmul_transpose_a_transpose_b_0_a,
             matmul_transpose_a_transpose_b_0_b);
  check_case(xs::matmul(a<T, 3, 3>, b<T, 3, 3>, xs::transpose_a, xs::transpose_b), shape<3, 3>,
             matmul_transpose_a_transpose_b_1_y, matmul_transpose_a_transpose_b_1_a,
             matmul_transpose_a_transpose_b_1_b);
}

TEMPLATE_TEST_CASE("softmax", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::softmax(x<T, 5>), shape<5>, softmax_0_y, softmax_0_x);
  check_case(xs::softmax(x<T, 2, 3>), shape<2, 3>, softmax_1_y, softmax_1_x);
  check_case(xs::softmax(x<T, 2, 2, 3>), shape<2, 2, 3>, softmax_2_y, softmax_2_x);
  check_case(xs::softmax(x<T, 3, 3>), shape<3, 3>, softmax_3_y, softmax_3_x);
  check_case(xs::softmax(x<T, 2, 4>), shape<2, 4>, softmax_4_y, softmax_4_x);
  check_case(xs::softmax(x<T, 1, 1>), shape<1, 1>, softmax_5_y, softmax_5_x);
}

TEMPLATE_TEST_CASE("log_softmax", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::log_softmax(x<T, 5>), shape<5>, log_softmax_0_y, log_softmax_0_x);
  check_case(xs::log_softmax(x<T, 2, 3>), shape<2, 3>, log_softmax_1_y, log_softmax_1_x);
  check_case(xs::log_softmax(x<T, 2, 2, 3>), shape<2, 2, 3>, log_softmax_2_y, log_softmax_2_x);
  check_case(xs::log_softmax(x<T, 3, 3>), shape<3, 3>, log_softmax_3_y, log_softmax_3_x);
  check_case(xs::log_softmax(x<T, 2, 4>), shape<2, 4>, log_softmax_4_y, log_softmax_4_x);
  check_case(xs::log_softmax(x<T, 1, 1>), shape<1, 1>, log_softmax_5_y, log_softmax_5_x);
}

TEMPLATE_TEST_CASE("sparse_softmax_cross_entropy_with_logits", "[ops]", float, double) {
  using T = TestType;
  check_case(cross_entropy(labels<int, 2>, logits<T, 2, 3>), shape<2>,
             sparse_softmax_cross_entropy_with_logits_0_y, sparse_softmax_cross_entropy_with_logits_0_labels,
             sparse_softmax_cross_entropy_with_logits_0_logits);
  check_case(cross_entropy(labels<int, 4>, logits<T, 4, 10>), shape<4>,
             sparse_softmax_cross_entropy_with_logits_1_y, sparse_softmax_cross_entropy_with_logits_1_labels,
             sparse_softmax_cross_entropy_with_logits_1_logits);
  check_case(cross_entropy(labels<int, 3>, logits<T, 3, 3>), shape<3>,
             sparse_softmax_cross_entropy_with_logits_2_y, sparse_softmax_cross_entropy_with_logits_2_labels,
             sparse_softmax_cross_entropy_with_logits_2_logits);
  check_case(cross_entropy(labels<int, 1>, logits<T, 1, 3>), shape<1>,
             sparse_softmax_cross_entropy_with_logits_3_y, sparse_softmax_cross_entropy_with_logits_3_labels,
             sparse_softmax_cross_entropy_with_logits_3_logits);
  check_case(cross_entropy(labels<int>, logits<T, 5>), shape<>, sparse_softmax_cross_entropy_with_logits_4_y,
             sparse_softmax_cross_entropy_with_logits_4_labels,
             sparse_softmax_cross_entropy_with_logits_4_logits);
  check_case(cross_entropy(labels<int, 2, 2>, logits<T, 2, 2, 3>), shape<2, 2>,
             sparse_softmax_cross_entropy_with_logits_5_y, sparse_softmax_cross_entropy_with_logits_5_labels,
             sparse_softmax_cross_entropy_with_logits_5_logits);
}
