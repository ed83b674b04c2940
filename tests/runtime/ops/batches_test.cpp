// SPDX-License-Identifier: BSD-3-Clause
// Products in batches, parts and repetitions against the golden values.
#include <array>
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

TEST_CASE("several results", "[ops]") {
  constexpr auto g = xs::graph(xs::let(x<double, 3, 4, 2>, [](auto v) {
    return xs::let(xs::split(v, xs::num_or_size_splits<1, 3>, xs::axis<1>), xs::unstack(v, xs::axis<-1>),
                   xs::split(v, xs::num_or_size_splits<3>), [](auto parts, auto rows, auto thirds) {
                     auto [one, three] = parts;
                     auto [left, right] = rows;
                     return xs::pack(one, three, left, right,
                                     xs::concat(thirds.template get<0>(), thirds.template get<1>(),
                                                thirds.template get<2>(), xs::axis<0>),
                                     xs::stack(left, right, xs::axis<2>));
                   });
  }));
  xs::session s{g};
  const auto v = feed_of(whole_0_x, xs::extents{3, 4, 2});
  check_results(s.run(v), {split_0_y, split_1_y, unstack_0_y, unstack_1_y, whole_0_x, whole_0_x});
  const auto second = s.run<"split:1">(v);
  check_elements(second.data(), second.size(), expectation(split_1_y).numbers);
  const auto third = s.run<"split_1:2">(v);
  check_elements(third.data(), third.size(), {whole_0_x + 16, whole_0_x + 24});
  const auto first = s.run<"unstack:0">(v);
  check_elements(first.data(), first.size(), expectation(unstack_0_y).numbers);
}

TEST_CASE("several results of layers that are alike", "[ops]") {
  constexpr auto halves = [](auto v) {
    return xs::let(xs::split(v, xs::num_or_size_splits<2>), [](auto p) {
      auto [low, high] = p;
      return xs::concat(high, low, xs::axis<0>);
    });
  };
  constexpr auto g = xs::graph(x<float, 4> | xs::variable_scope<"a">(halves) | xs::relu |
                               xs::variable_scope<"b">(halves) | xs::variable_scope<"c">(halves));
  static_assert(g.find("c/split:1") && g.find("b/split:1") && !g.find("c/split:2"));
  xs::session s{g};
  const auto y = s.run(std::array{1.0F, 2.0F, 3.0F, 4.0F});
  check_elements(y.data(), y.size(), {3, 4, 1, 2});
}
