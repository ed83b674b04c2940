// SPDX-License-Identifier: BSD-3-Clause
// Reductions, searches and softmax over any axes against the golden values, many in one program.
#include <array>
#include <cstdint>
#include <vector>

#include "runtime/support/reference.hpp"

namespace xs = xscope;
using namespace golden;
using namespace reference;
using xs::axis;
using xs::shape;
using numbers = std::vector<double>;

namespace {

/// Over all axes; axis 1; axes 0 and -1; axis 0 with keepdims.
constexpr auto four = [](auto op, auto v) {
  return xs::pack(op(v), op(v, axis<1>), op(v, axis<0, -1>), op(v, axis<0>, xs::keepdims));
};

}  // namespace

TEMPLATE_TEST_CASE("reductions over axes", "[ops]", float, double) {
  using T = TestType;
  constexpr auto check = [](auto op, const std::vector<expectation>& expected) {
    xs::session s{xs::graph(x<T, 2, 3, 4> | [](auto v) { return four(decltype(op){}, v); })};
    check_results(s.run(feed_of(reduced_0_x, xs::extents{2, 3, 4})), expected);
  };
  check(xs::reduce_min, {reduce_min_0_y, reduce_min_1_y, reduce_min_2_y, reduce_min_3_y});
  check(xs::reduce_prod, {reduce_prod_0_y, reduce_prod_1_y, reduce_prod_2_y, reduce_prod_3_y});
  check(xs::reduce_logsumexp,
        {reduce_logsumexp_0_y, reduce_logsumexp_1_y, reduce_logsumexp_2_y, reduce_logsumexp_3_y});
}

TEST_CASE("reductions of truths", "[ops]") {
  constexpr auto check = [](auto op, const std::vector<expectation>& expected) {
    xs::session s{xs::graph(x<bool, 2, 3, 4> | [](auto v) { return four(decltype(op){}, v); })};
    check_results(s.run(feed_of(reduced_truths_0_x, xs::extents{2, 3, 4})), expected);
  };
  check(xs::reduce_any, {reduce_any_0_y, reduce_any_1_y, reduce_any_2_y, reduce_any_3_y});
  check(xs::reduce_all, {reduce_all_0_y, reduce_all_1_y, reduce_all_2_y, reduce_all_3_y});
}

TEMPLATE_TEST_CASE("along one axis", "[ops]", float, double) {
  using T = TestType;
  constexpr auto g = xs::graph(x<T, 2, 3, 4> | [](auto v) {
    return xs::pack(xs::l2_loss(v), xs::argmin(v), xs::argmin(v, axis<1>), xs::argmin(v, axis<-1>),
                    xs::softmax(v, axis<0>), xs::softmax(v, axis<-2>), xs::softmax(v, axis<2>));
  });
  xs::session s{g};
  check_results(s.run(feed_of(reduced_0_x, xs::extents{2, 3, 4})),
                {l2_loss_0_y, argmin_0_y, argmin_1_y, argmin_2_y, softmax_axis_0_y, softmax_axis_1_y,
                 softmax_axis_2_y});
}

TEST_CASE("log_softmax along one axis", "[ops]") {
  // In float a certain class's logarithm, which is nearly 0, has few digits.
  constexpr auto g = xs::graph(x<double, 2, 3, 4> | [](auto v) {
    return xs::pack(xs::log_softmax(v, axis<0>), xs::log_softmax(v, axis<1>), xs::log_softmax(v, axis<-1>));
  });
  xs::session s{g};
  check_results(s.run(feed_of(reduced_0_x, xs::extents{2, 3, 4})),
                {log_softmax_axis_0_y, log_softmax_axis_1_y, log_softmax_axis_2_y});
}

TEST_CASE("along axes, what is no number", "[types]") {
  constexpr auto g = xs::graph(x<double, 5, 3> | [](auto v) {
    return xs::pack(xs::reduce_min(v, axis<1>), xs::reduce_prod(v, axis<1>), xs::argmin(v, axis<1>),
                    xs::argmax(v, axis<1>), xs::reduce_logsumexp(v, axis<1>));
  });
  xs::session s{g};
  check_results(s.run(feed_of(odd_rows_0_x, xs::extents{5, 3})),
                {odd_rows_min_0_y, odd_rows_prod_0_y, odd_rows_argmin_0_y, odd_rows_argmax_0_y,
                 odd_rows_logsumexp_0_y});
}

TEST_CASE("along axes, whole numbers and nothing", "[ops]") {
  constexpr auto g = xs::graph(
      xs::let(x<std::uint8_t, 2, 2>, a<float, 0>, b<bool, 2, 0>, [](auto v, auto none, auto no_truths) {
        return xs::pack(xs::reduce_min(v), xs::reduce_prod(v, axis<0>), xs::argmin(v, axis<1>),
                        xs::reduce_min(none), xs::reduce_prod(none), xs::reduce_logsumexp(none),
                        xs::l2_loss(none), xs::reduce_any(no_truths, axis<1>),
                        xs::reduce_all(no_truths, axis<1>));
      }));
  xs::session s{g};
  check_results(s.run(xt::xtensor<std::uint8_t, 2>{{200, 3}, {2, 3}}, std::vector<float>{},
                      xt::xtensor<bool, 2>(xt::zeros<bool>({2, 0}))),
                {numbers{2}, numbers{144, 9}, numbers{1, 0}, numbers{inf}, numbers{1}, numbers{-inf},
                 numbers{0}, numbers{0, 0}, numbers{1, 1}});
}
