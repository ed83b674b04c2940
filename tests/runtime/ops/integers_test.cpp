// SPDX-License-Identifier: BSD-3-Clause
// Operations on integers of every size, and on bool.
#include <array>
#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

#include "runtime/support/reference.hpp"
#include "runtime/support/tensors.hpp"

namespace xs = xscope;
using namespace reference;
using namespace tensors;
using xs::shape;
using numbers = std::vector<double>;

TEMPLATE_TEST_CASE("integers of every size", "[integers]", std::int8_t, std::uint8_t, std::int16_t,
                   std::uint16_t, std::int32_t, std::uint32_t, std::int64_t, std::uint64_t) {
  using T = TestType;
  constexpr auto g = xs::graph(xs::let(x<T, 2, 3>, b<T, 3>, [](auto m, auto v) {
    return xs::pack(m + v, m - v, m * v, xs::relu(m), xs::square(m), xs::equal(m, v),
                    xs::reduce_sum(m, xs::axis<1>), xs::reduce_mean(m), xs::reduce_max(m, xs::axis<0>),
                    xs::argmax(m, xs::axis<1>), xs::matmul(m, m, xs::transpose_b),
                    xs::cast(m, xs::dtype<double>));
  }));
  xs::session s{g};
  const xt::xtensor<T, 2> m{{5, 4, 3}, {3, 4, 6}};
  const xt::xtensor<T, 1> v{3, 4, 2};
  const auto [sum, difference, product, positive, squares, same, rows, mean, top, best, matrix, real] =
      s.run(m, v);
  CHECK(elements(sum) == numbers{8, 8, 5, 6, 8, 8});
  CHECK(elements(difference) == numbers{2, 0, 1, 0, 0, 4});
  CHECK(elements(product) == numbers{15, 16, 6, 9, 16, 12});
  CHECK(elements(positive) == numbers{5, 4, 3, 3, 4, 6});
  CHECK(elements(squares) == numbers{25, 16, 9, 9, 16, 36});
  CHECK(elements(same) == numbers{0, 1, 0, 1, 1, 0});
  CHECK(elements(rows) == numbers{12, 13});
  CHECK(elements(mean) == numbers{4});
  CHECK(elements(top) == numbers{5, 4, 6});
  CHECK(elements(best) == numbers{0, 2});
  CHECK(elements(matrix) == numbers{50, 49, 49, 61});
  CHECK(elements(real) == numbers{5, 4, 3, 3, 4, 6});
}

namespace {

template <class T>
constexpr T low = std::numeric_limits<T>::lowest();
template <class T>
constexpr T high = std::numeric_limits<T>::max();

}  // namespace

TEMPLATE_TEST_CASE("the greatest and least integers survive", "[integers]", std::int8_t, std::uint8_t,
                   std::int64_t, std::uint64_t) {
  using T = TestType;
  constexpr auto g = xs::graph(xs::let(xs::constant<"c", xs::values<low<T>, high<T>, low<T>>>, [](auto c) {
    return xs::pack(xs::reduce_max(c, xs::axis<0>), xs::argmax(c), xs::identity(c),
                    xs::reduce_max(xs::constant<"l", xs::value<low<T>>>));
  }));
  xs::session s{g};
  const auto [top, best, same, least] = s.run();
  CHECK(top() == high<T>);
  CHECK(best() == 1);
  CHECK(same(0) == low<T>);
  CHECK(same(1) == high<T>);
  CHECK(least() == low<T>);
}

TEMPLATE_TEST_CASE("the quotient of integers is real", "[integers]", std::int8_t, std::uint8_t, std::int16_t,
                   std::uint16_t, std::int32_t, std::int64_t) {
  using T = TestType;
  using real = std::conditional_t<sizeof(T) < 4, float, double>;
  constexpr auto g = xs::graph(xs::let(x<T, 4>, b<T>, [](auto p, auto q) {
    return xs::pack(p / q, p / xs::value<4>, xs::divide(p * p, q) + xs::cast(q, xs::dtype<real>));
  }));
  static_assert(g.template result<0>().dtype() == xs::dtype<real> &&
                g.template result<0>().name() == "truediv:0");
  xs::session s{g};
  const auto [quotient, quarters, mixed] = s.run(xt::xtensor<T, 1>{7, 0, 1, 10}, T{2});
  static_assert(std::same_as<typename decltype(quotient)::value_type, real>);
  CHECK(elements(quotient) == numbers{3.5, 0, 0.5, 5});
  CHECK(elements(quarters) == numbers{1.75, 0, 0.25, 2.5});
  CHECK(elements(mixed) == numbers{26.5, 2, 2.5, 52});
}

TEST_CASE("the quotient of great integers, and by zero", "[integers]") {
  constexpr auto g = xs::graph(x<std::int64_t, 3> / b<std::int64_t, 3>);
  xs::session s{g};
  const auto y =
      s.run(xt::xtensor<std::int64_t, 1>{low<std::int64_t>, 5, -1}, xt::xtensor<std::int64_t, 1>{-1, 0, 3});
  CHECK(y(0) == 0x1p63);
  CHECK(y(1) == std::numeric_limits<double>::infinity());
  CHECK(y(2) == -1.0 / 3.0);
}

TEMPLATE_TEST_CASE("integers wrap around", "[integers]", std::int8_t, std::uint16_t, std::int32_t,
                   std::int64_t) {
  using T = TestType;
  constexpr auto g = xs::graph(xs::let(x<T, 1, 2>, [](auto v) {
    return xs::pack(v + v, v - xs::value<1>, v * v, xs::square(v), -v, xs::reduce_sum(v * v),
                    xs::matmul(v, v, xs::transpose_b));
  }));
  xs::session s{g};
  const auto [sum, less, product, squares, negative, total, matrix] =
      s.run(xt::xtensor<T, 2>{{high<T>, low<T>}});
  CHECK(sum(0, 0) == static_cast<T>(-2));
  CHECK(less(0, 1) == high<T>);
  CHECK(product(0, 0) == 1);
  CHECK(product(0, 1) == 0);
  CHECK(squares(0, 0) == 1);
  CHECK(negative(0, 1) == low<T>);
  CHECK(total() == 1);
  CHECK(matrix(0, 0) == 1);
}

TEST_CASE("the mean of more elements than the type can count", "[integers]") {
  // 512 elements of sum 0 (modulo 256), and a count that is 0 in 8 bits.
  CHECK(run(xs::reduce_mean(x<std::int8_t, 512>),
            xt::xtensor<std::int8_t, 1>(xt::zeros<std::int8_t>({512}))) == numbers{0});
  xt::xtensor<std::uint8_t, 1> bytes = xt::zeros<std::uint8_t>({256});
  bytes(3) = 200;
  CHECK(run(xs::reduce_mean(x<std::uint8_t, 256>), bytes) == numbers{0});
}

TEST_CASE("bool", "[integers]") {
  constexpr auto g = xs::graph(xs::let(x<bool, 4>, b<bool, 4>, [](auto p, auto q) {
    return xs::pack(xs::equal(p, q), xs::reshape(p, shape<2, 2>), xs::cast(xs::equal(p, q), xs::dtype<float>),
                    xs::identity(q));
  }));
  xs::session s{g};
  const auto [same, square, count, copy] =
      s.run(xt::xtensor<bool, 1>{true, true, false, false}, std::array{true, false, true, false});
  CHECK(elements(same) == numbers{1, 0, 0, 1});
  CHECK(elements(square) == numbers{1, 1, 0, 0});
  CHECK(elements(count) == numbers{1, 0, 0, 1});
  CHECK(elements(copy) == numbers{1, 0, 1, 0});
  static_assert(std::same_as<decltype(same)::value_type, bool>);
}
