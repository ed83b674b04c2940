// SPDX-License-Identifier: BSD-3-Clause
// Networks that are narrower than a register take blocks of rows. Row by row, in a graph for one row that is
// too short for blocks, they give the same.
#include <array>
#include <cmath>
#include <cstddef>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

namespace xs = xscope;
using xs::shape;

namespace {

constexpr auto normal = xs::initializer<xs::random_normal_initializer<0.0, 0.7>>;

template <std::size_t Units>
constexpr auto dense = [](auto u) {
  using T = typename decltype(u)::value_type;
  return xs::matmul(u, xs::get_variable<"kernel", shape<u.shape()[1], Units>, xs::dtype<T>, normal>) +
         xs::get_variable<"bias", shape<Units>, xs::dtype<T>, normal>;
};
template <std::size_t Units>
constexpr auto transposed = [](auto u) {
  using T = typename decltype(u)::value_type;
  return xs::get_variable<"bias", shape<Units>, xs::dtype<T>, normal> +
         xs::matmul(u, xs::get_variable<"kernel", shape<Units, u.shape()[1]>, xs::dtype<T>, normal>,
                    xs::transpose_b);
};
constexpr auto residual = [](auto u) { return u + (u | xs::variable_scope<"inner">(dense<5>) | xs::tanh); };

template <class T, std::size_t Rows, class End>
constexpr auto network(End end) {
  return xs::graph(xs::placeholder<"x", shape<Rows, 3>, xs::dtype<T>> | xs::variable_scope<"a">(dense<5>) |
                   xs::relu | xs::variable_scope<"b">(residual) | xs::variable_scope<"c">(transposed<7>) |
                   end);
}

/// Runs two graphs over the same variables, for many rows and for one.
template <class T, std::size_t Rows, std::size_t Columns, class Many, class One>
void compare(const Many& many, const One& one) {
  xs::session s{many, 5};
  xs::session t{one, s};
  xt::xtensor_fixed<T, xt::xshape<Rows, Columns>> x;
  for (std::size_t i = 0; i < x.size(); ++i) x.data()[i] = static_cast<T>(std::sin(static_cast<double>(i)));
  const auto y = s.run(x);
  for (std::size_t r = 0; r < Rows; ++r) {
    xt::xtensor_fixed<T, xt::xshape<1, Columns>> row;
    for (std::size_t c = 0; c < Columns; ++c) row(0, c) = x(r, c);
    const auto expected = t.run(row);
    for (std::size_t c = 0; c < y.shape()[1]; ++c) {
      INFO("row " << r << ", column " << c);
      REQUIRE(y(r, c) == Approx(expected(0, c)).epsilon(sizeof(T) == 4 ? 2e-5 : 1e-12).margin(1e-6));
    }
  }
}

template <class T, std::size_t Rows, class End>
void check(End) {
  constexpr auto many = network<T, Rows>(End{});
  constexpr auto one = network<T, 1>(End{});
  static_assert(xs::plan_of(many).loop_nests() == 1);
  compare<T, Rows, 3>(many, one);
}

constexpr auto layer = [](auto u) { return u | dense<16> | xs::tanh; };
template <std::size_t Rows>
constexpr auto deep = xs::graph(xs::placeholder<"x", shape<Rows, 16>> | xs::variable_scope<"a">(layer) |
                                xs::variable_scope<"b">(layer) | xs::variable_scope<"c">(layer) |
                                xs::variable_scope<"d">(layer) | xs::softmax);

}  // namespace

TEMPLATE_TEST_CASE("blocks of rows", "[ops]", float, double) {
  constexpr auto same = [](auto u) { return xs::identity(u); };
  check<TestType, 16>(same);
  check<TestType, 37>(same);
  check<TestType, 37>(xs::softmax);
  check<TestType, 37>(xs::log_softmax);
}

TEST_CASE("networks that are longer than a block", "[ops]") {
  static_assert(xs::plan_of(deep<37>).loop_nests() == 2);
  compare<float, 37, 16>(deep<37>, deep<1>);
}
