// SPDX-License-Identifier: BSD-3-Clause
// Functions of two elements, comparisons, truths and choices against the golden values: one program computes
// all of them, of the same pairs.
#include <array>
#include <cstdint>
#include <vector>

#include "runtime/support/reference.hpp"
#include "runtime/support/tensors.hpp"

namespace xs = xscope;
using namespace golden;
using namespace reference;
using namespace tensors;
using namespace xs::literals;
using xs::shape;
using numbers = std::vector<double>;

TEMPLATE_TEST_CASE("functions of two real numbers", "[ops]", float, double) {
  using T = TestType;
  constexpr auto g = xs::graph(xs::let(a<T, 10, 1>, b<T, 1, 10>, [](auto p, auto q) {
    return xs::pack(xs::maximum(p, q), xs::minimum(p, q), xs::pow(p, q), xs::squared_difference(p, q),
                    xs::not_equal(p, q), xs::less(p, q), xs::less_equal(p, q), xs::greater(p, q),
                    xs::greater_equal(p, q), p<q, p <= q, p> q, p >= q, xs::where_v2(p < q, p, q),
                    xs::clip_by_value(p, xs::value<-2.0>, 1.5_c));
  }));
  xs::session s{g};
  const auto results = s.run(feed_of(pairs_0_a, xs::extents{10, 1}), feed_of(pairs_0_b, xs::extents{1, 10}));
  check_results(results, {maximum_0_y, minimum_0_y, pow_0_y, squared_difference_0_y, not_equal_0_y, less_0_y,
                          less_equal_0_y, greater_0_y, greater_equal_0_y, less_0_y, less_equal_0_y,
                          greater_0_y, greater_equal_0_y, where_0_y, clip_by_value_0_y});
}

TEST_CASE("functions of two whole numbers", "[ops]") {
  constexpr auto g = xs::graph(xs::let(a<int, 10, 1>, b<int, 1, 10>, [](auto p, auto q) {
    return xs::pack(xs::maximum(p, q), xs::minimum(p, q), xs::squared_difference(p, q), p < q);
  }));
  xs::session s{g};
  const auto p = feed_of(pairs_i32_0_a, xs::extents{10, 1});
  check_results(s.run(p, feed_of(pairs_i32_0_b, xs::extents{1, 10})),
                {maximum_i32_0_y, minimum_i32_0_y, squared_difference_i32_0_y, less_i32_0_y});
  check_case(xs::pow(a<int, 10, 1>, b<int, 1, 10>), shape<10, 10>, pow_i32_0_y, pairs_i32_0_a, pow_i32_0_b);
  // There is no whole number for a negative power, but of 1 and -1.
  check_case(xs::pow(a<int, 5>, b<int, 5>), shape<5>, {1, -1, 1, 0, 0}, {1, -1, -1, 2, 0},
             {-5, -5, -4, -1, -1});
  const std::uint8_t bases[]{200, 3, 2};
  const std::uint8_t exponents[]{0, 5, 4};
  check_case(xs::pow(a<std::uint8_t, 3>, b<std::uint8_t, 3>), shape<3>, {1, 243, 16}, bases, exponents);
}

TEST_CASE("truths", "[ops]") {
  constexpr auto g = xs::graph(xs::let(a<bool, 2, 1>, b<bool, 1, 2>, [](auto p, auto q) {
    return xs::pack(xs::logical_and(p, q), xs::logical_or(p, q), xs::logical_xor(p, q), xs::logical_not(q),
                    xs::not_equal(p, q));
  }));
  xs::session s{g};
  check_results(s.run(feed_of(truths_0_a, xs::extents{2, 1}), feed_of(truths_0_b, xs::extents{1, 2})),
                {logical_and_0_y, logical_or_0_y, logical_xor_0_y, logical_not_0_y, logical_xor_0_y});
}

TEST_CASE("comparisons beside literals", "[ops]") {
  constexpr auto g = xs::graph(xs::let(x<float, 3>, b<int, 3>, [](auto v, auto i) {
    return xs::pack(v < 2.0_c, 2.0_c < v, v >= 2_c, 2.0_c >= v, i > 1_c, xs::where_v2(v < 2.0_c, v, 0.0_c),
                    xs::where_v2(v < 2.0_c, 1_c, i));
  }));
  xs::session s{g};
  check_results(s.run(std::array{1.0F, 2.0F, 3.0F}, std::array{0, 1, 2}),
                {numbers{1, 0, 0}, numbers{0, 0, 1}, numbers{0, 1, 1}, numbers{1, 1, 0}, numbers{0, 0, 1},
                 numbers{1, 0, 0}, numbers{1, 1, 2}});
}

TEST_CASE("where chooses elements", "[ops]") {
  constexpr auto g =
      xs::graph(xs::let(x<float, 2, 2>, xs::reduce_max(x<float, 2, 2>) > 3.0_c, [](auto v, auto great) {
        return xs::pack(xs::where(v > 1.0_c, v, -v), xs::where(great, v, -v));
      }));
  xs::session s{g};
  const xt::xtensor<float, 2> v{{0, 1}, {2, 3}};
  check_results(s.run(v, v + 1.0F), {numbers{0, -1, 2, 3}, numbers{0, 1, 2, 3}});
  check_results(s.run(v, v), {numbers{0, -1, 2, 3}, numbers{0, -1, -2, -3}});
}

TEST_CASE("clip_by_value between tensors", "[ops]") {
  constexpr auto program = xs::let(x<double, 4>, a<double>, b<double, 4>, [](auto v, auto lo, auto hi) {
    return xs::pack(xs::clip_by_value(v, lo, hi), xs::clip_by_value(v, lo, 3.0_c),
                    xs::clip_by_value(v, 1.0_c, hi));
  });
  xs::session s{xs::graph(program)};
  check_results(s.run(std::array{0.0, 2.0, 4.0, 6.0}, 1.0, std::array{5.0, 1.5, 5.0, 5.0}),
                {numbers{1.0, 1.5, 4.0, 5.0}, numbers{1.0, 2.0, 3.0, 3.0}, numbers{1.0, 1.5, 4.0, 5.0}});
}
