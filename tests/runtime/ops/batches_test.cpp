// SPDX-License-Identifier: BSD-3-Clause
// Products in batches, parts and repetitions against the golden values.
#include <vector>

#include "runtime/support/reference.hpp"

namespace xs = xscope;
using namespace golden;
using namespace reference;
using xs::shape;

TEMPLATE_TEST_CASE("products in batches", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::matmul(a<T, 2, 3, 4>, b<T, 2, 4, 5>), shape<2, 3, 5>, batch_matmul_0_y, batch_matmul_0_a,
             batch_matmul_0_b);
  check_case(xs::matmul(a<T, 2, 3, 4>, b<T, 4, 5>), shape<2, 3, 5>, batch_matmul_1_y, batch_matmul_1_a,
             batch_matmul_1_b);
  check_case(xs::matmul(a<T, 3, 4>, b<T, 2, 4, 2>), shape<2, 3, 2>, batch_matmul_2_y, batch_matmul_2_a,
             batch_matmul_2_b);
  check_case(xs::matmul(a<T, 2, 1, 3, 4>, b<T, 3, 4, 2>), shape<2, 3, 3, 2>, batch_matmul_3_y,
             batch_matmul_3_a, batch_matmul_3_b);
  check_case(xs::matmul(a<T, 1, 1, 3>, b<T, 2, 2, 3, 1>), shape<2, 2, 1, 1>, batch_matmul_4_y,
             batch_matmul_4_a, batch_matmul_4_b);
  check_case(xs::matmul(a<T, 2, 4, 3>, b<T, 2, 5, 4>, xs::transpose_a, xs::transpose_b), shape<2, 3, 5>,
             batch_matmul_transposed_0_y, batch_matmul_transposed_0_a, batch_matmul_transposed_0_b);
}

TEST_CASE("parts and repetitions", "[ops]") {
  constexpr auto g = xs::graph(xs::let(x<double, 3, 4, 2>, b<double, 3, 1>, [](auto v, auto column) {
    return xs::pack(xs::slice(v, xs::begin<1, 0, 1>, xs::size<2, 4, 1>),
                    xs::slice(v, xs::begin<0, 2, 0>, xs::size<3, -1, 2>),
                    xs::slice(v, xs::begin<2, 3, 1>, xs::size<-1, -1, -1>),
                    xs::slice(v, xs::begin<3, 0, 0>, xs::size<0, 4, 2>),
                    xs::broadcast_to(column, shape<2, 3, 4>));
  }));
  static_assert(g.result<0>().shape() == shape<2, 4, 1> && g.result<1>().shape() == shape<3, 2, 2> &&
                g.result<2>().shape() == shape<1, 1, 1> && g.result<3>().shape() == shape<0, 4, 2>);
  xs::session s{g};
  check_results(s.run(feed_of(whole_0_x, xs::extents{3, 4, 2}), feed_of(broadcast_to_0_x, xs::extents{3, 1})),
                {slice_0_y, slice_1_y, slice_2_y, std::vector<double>{}, broadcast_to_0_y});
}
