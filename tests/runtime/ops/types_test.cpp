// SPDX-License-Identifier: BSD-3-Clause
// Casts and reshapes against the golden values; half precision, what is no number, and what has no elements.
#include <array>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
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

constexpr double not_a_number = golden::nan;

constexpr auto cross_entropy = xs::sparse_softmax_cross_entropy_with_logits;

TEMPLATE_TEST_CASE("cast", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::cast(x<T, 10>, xs::dtype<int>), shape<10>, cast_float_to_int32_0_y, cast_float_to_int32_0_x);
  check_case(xs::cast(x<T, 2, 2>, xs::dtype<int>), shape<2, 2>, cast_float_to_int32_1_y,
             cast_float_to_int32_1_x);
  check_case(xs::cast(x<T, 6>, xs::dtype<bool>), shape<6>, cast_float_to_bool_0_y, cast_float_to_bool_0_x);
  check_case(xs::cast(x<bool, 2, 3>, xs::dtype<T>), shape<2, 3>, cast_bool_to_float_0_y,
             cast_bool_to_float_0_x);
}

TEST_CASE("casts of integers", "[ops]") {
  check_case(xs::cast(x<int, 2, 2>, xs::dtype<float>), shape<2, 2>, cast_int32_to_float_0_y,
             cast_int32_to_float_0_x);
  check_case(xs::cast(x<int>, xs::dtype<float>), shape<>, cast_int32_to_float_1_y, cast_int32_to_float_1_x);
  check_case(xs::cast(x<int, 2>, xs::dtype<std::int64_t>), shape<2>, cast_int32_to_int64_0_y,
             cast_int32_to_int64_0_x);
  check_case(xs::cast(x<int, 4>, xs::dtype<bool>), shape<4>, cast_int32_to_bool_0_y, cast_int32_to_bool_0_x);
  check_case(xs::cast(x<bool, 2, 3>, xs::dtype<int>), shape<2, 3>, cast_bool_to_int32_0_y,
             cast_bool_to_int32_0_x);
}

TEMPLATE_TEST_CASE("reshape", "[ops]", float, double) {
  using T = TestType;
  check_case(xs::reshape(x<T, 2, 3>, shape<3, 2>), shape<3, 2>, reshape_0_y, reshape_0_x);
  check_case(xs::reshape(x<T, 2, 3>, shape<6>), shape<6>, reshape_1_y, reshape_1_x);
  check_case(xs::reshape(x<T, 4>, shape<2, 1, 2>), shape<2, 1, 2>, reshape_2_y, reshape_2_x);
  check_case(xs::reshape(x<T, 2, 3, 2>, shape<3, 4>), shape<3, 4>, reshape_3_y, reshape_3_x);
  check_case(xs::reshape(x<T, 1, 1>, shape<>), shape<>, reshape_4_y, reshape_4_x);
}

#if XSCOPE_HAS_HALF
TEST_CASE("half precision", "[types]") {
  using xs::half;
  constexpr auto g = xs::graph(xs::let(x<half, 2, 3>, labels<int, 2>, [](auto m, auto l) {
    return xs::pack(xs::cast(m * m - m, xs::dtype<float>), xs::exp(m), xs::log(xs::exp(m)),
                    xs::sqrt(xs::square(m)), xs::tanh(m), xs::sigmoid(m), xs::softmax(m), xs::log_softmax(m),
                    cross_entropy(l, m), xs::matmul(m, m, xs::transpose_b), xs::reduce_max(-xs::square(m)),
                    xs::reduce_mean(m), xs::argmax(m, xs::axis<1>), xs::relu(m));
  }));
  xs::session s{g};
  const xt::xtensor<float, 2> m{{0.5F, -1, 2}, {1, 1.5F, -0.25F}};
  const auto [real, e, back, root, t, sigma, p, logp, loss, product, top, mean, best, positive] =
      s.run(m, std::array{2, 7});
  const double within = 4e-3;
  CHECK(elements(real) == numbers{-0.25, 2, 2, 0, 0.75, 0.3125});
  CHECK(near(elements(e),
             {std::exp(0.5), std::exp(-1.0), std::exp(2.0), std::exp(1.0), std::exp(1.5), std::exp(-0.25)},
             within));
  CHECK(near(elements(back), elements(m), within));
  CHECK(elements(root) == numbers{0.5, 1, 2, 1, 1.5, 0.25});
  CHECK(near(elements(t), elements(xt::tanh(m)), within));
  CHECK(near(elements(sigma), elements(1.0F / (1.0F + xt::exp(-m))), within));
  CHECK(near(elements(p), {0.175290, 0.039113, 0.785597, 0.340250, 0.560980, 0.098770}, within));
  CHECK(near(elements(logp), {-1.741311, -3.241311, -0.241311, -1.078074, -0.578074, -2.328074}, within));
  CHECK(near(elements(loss), {0.241311, not_a_number}, within));  // 7 is no class
  CHECK(elements(product) == numbers{5.25, -1.5, -1.5, 3.3125});
  CHECK(elements(top) == numbers{-0.0625});
  CHECK(near(elements(mean), {0.625}, within));
  CHECK(elements(best) == numbers{2, 1});
  CHECK(elements(positive) == numbers{0.5, 0, 2, 1, 1.5, 0});
  static_assert(std::same_as<decltype(positive)::value_type, half>);
}
#endif

// ---- what is no number -----------------------------------------------------------------------------------

TEMPLATE_TEST_CASE("not-a-number and infinity go through", "[types]", float, double) {
  using T = TestType;
  constexpr auto g = xs::graph(xs::let(x<T, 3>, [](auto v) {
    return xs::pack(xs::relu(v), xs::exp(v), -v, xs::sigmoid(v), xs::tanh(v), xs::reduce_sum(v),
                    xs::reduce_max(v), xs::softmax(v));
  }));
  xs::session s{g};
  constexpr T no = std::numeric_limits<T>::quiet_NaN();
  constexpr T big = std::numeric_limits<T>::infinity();
  {
    const auto [r, e, n, sigma, t, sum, top, p] = s.run(std::array<T, 3>{no, 1, -1});
    CHECK(near(elements(r), {not_a_number, 1, 0}, 0));
    CHECK(near(elements(e), {not_a_number, std::exp(1.0), std::exp(-1.0)}, 1e-6));
    CHECK(near(elements(n), {not_a_number, -1, 1}, 0));
    CHECK(std::isnan(sigma(0)));
    CHECK(std::isnan(t(0)));
    CHECK(std::isnan(sum()));
    CHECK(std::isnan(top()));
    CHECK(near(elements(p), {not_a_number, not_a_number, not_a_number}, 0));
  }
  {
    const auto [r, e, n, sigma, t, sum, top, p] = s.run(std::array<T, 3>{-big, 1, big});
    CHECK(elements(r) == numbers{0, 1, inf});
    CHECK(near(elements(e), {0, std::exp(1.0), inf}, 1e-6));
    CHECK(elements(n) == numbers{inf, -1, -inf});
    CHECK(near(elements(sigma), {0, 0.7310585786300049, 1}, 1e-6));
    CHECK(near(elements(t), {-1, std::tanh(1.0), 1}, 1e-6));
    CHECK(std::isnan(sum()));
    CHECK(top() == big);
    CHECK(std::isnan(p(2)));  // inf - inf
  }
  // The maximum knows NaN wherever it stands, and -inf where there is nothing else.
  CHECK(near(run(xs::reduce_max(x<T, 3>), std::array<T, 3>{1, no, 2}), {not_a_number}, 0));
  CHECK(near(run(xs::reduce_max(x<T, 3>), std::array<T, 3>{1, 2, no}), {not_a_number}, 0));
  CHECK(run(xs::reduce_max(x<T, 3>), std::array<T, 3>{-big, -big, -big}) == numbers{-inf});
}

TEST_CASE("a negative zero stays one", "[types]") {
  const auto y = run(-x<double, 2>, std::array{0.0, -0.0});
  CHECK(std::signbit(y[0]));
  CHECK_FALSE(std::signbit(y[1]));
  CHECK(std::signbit(run(xs::sqrt(x<double>), -0.0)[0]));
  CHECK(std::signbit(run(xs::tanh(x<double>), -0.0)[0]));
}

TEST_CASE("a label that is no class", "[types]") {
  constexpr auto program = cross_entropy(labels<std::int64_t, 4>, logits<double, 4, 2>);
  const auto y = run(program, std::array<std::int64_t, 4>{0, 2, -1, 1},
                     xt::xtensor<double, 2>(xt::zeros<double>({4, 2})));
  CHECK(near(y, {std::log(2.0), not_a_number, not_a_number, std::log(2.0)}, 1e-12));
}

// ---- nothing ---------------------------------------------------------------------------------------------

TEST_CASE("tensors without elements", "[types]") {
  const xt::xtensor<float, 1> none = xt::zeros<float>({0});
  const xt::xtensor<float, 2> tall = xt::zeros<float>({3, 0});
  const xt::xtensor<float, 2> wide = xt::zeros<float>({0, 3});
  CHECK(run(a<float, 0> + b<float, 0>, none, none).empty());
  CHECK(run(a<float, 0> * b<float>, none, 2.0F).empty());
  CHECK(run(xs::relu(x<float, 3, 0>), tall).empty());
  CHECK(run(a<float, 3, 0> + b<float, 3, 1>, tall, xt::xtensor<float, 2>(xt::ones<float>({3, 1}))).empty());
  CHECK(run(xs::softmax(x<float, 3, 0>), tall).empty());
  CHECK(run(xs::log_softmax(x<float, 0, 3>), wide).empty());
  CHECK(run(xs::reshape(x<float, 3, 0>, shape<0, 7>), tall).empty());
  CHECK(run(xs::identity(x<float, 0>), none).empty());
  CHECK(run(xs::cast(x<float, 0>, xs::dtype<int>), none).empty());
  CHECK(run(xs::reduce_sum(x<float, 0>), none) == numbers{0});
  CHECK(run(xs::reduce_sum(x<float, 3, 0>, xs::axis<1>), tall) == numbers{0, 0, 0});
  CHECK(run(xs::reduce_sum(x<float, 3, 0>, xs::axis<0>), tall).empty());
  CHECK(run(xs::reduce_max(x<float, 0>), none) == numbers{-inf});
  CHECK(near(run(xs::reduce_mean(x<float, 0>), none), {not_a_number}, 0));
  CHECK(run(xs::reduce_mean(x<int, 0>), std::vector<int>{}) == numbers{0});
  CHECK(run(xs::matmul(a<float, 3, 0>, b<float, 0, 3>), tall, wide) == numbers(9, 0.0));
  CHECK(run(xs::matmul(a<float, 0, 3>, b<float, 3, 0>), wide, tall).empty());
  CHECK(run(cross_entropy(labels<int, 0>, logits<float, 0, 3>), std::vector<int>{}, wide).empty());
  CHECK(near(run(cross_entropy(labels<int, 3>, logits<float, 3, 0>), std::array{0, 0, 0}, tall),
             {not_a_number, not_a_number, not_a_number}, 0));
  CHECK(run(xs::constant<"c", xs::values<>> + 1.0_c).empty());
}
