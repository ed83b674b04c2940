// SPDX-License-Identifier: BSD-3-Clause
// What a run gives, where it is written, and what outlasts it: results, fetches by name, variables, sharing,
// forks.
#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

#if __has_include(<xtensor/views/xview.hpp>)
#include <xtensor/views/xview.hpp>
#else
#include <xtensor/xview.hpp>
#endif

#include "runtime/support/tensors.hpp"

namespace xs = xscope;
using namespace xs::literals;
using tensors::elements;
using xs::shape;
using numbers = std::vector<double>;

namespace {

constexpr auto twice = xs::graph(xs::placeholder<"x", shape<2, 3>> * 2.0_c);
const xt::xtensor<float, 2> x{{1, 2, 3}, {4, 5, 6}};
const numbers doubled{2, 4, 6, 8, 10, 12};

}  // namespace

TEST_CASE("a result is a view of fixed shape", "[results]") {
  xs::session s{twice};
  const auto& y = s.run(x);
  using view = std::remove_cvref_t<decltype(y)>;
  static_assert(std::same_as<view::shape_type, xt::xshape<2, 3>> && std::same_as<view::value_type, float>);
  CHECK(y(1, 2) == 12);
  CHECK(elements(y + 1) == numbers{3, 5, 7, 9, 11, 13});  // an xtensor expression as any other
  const float* where = y.data();
  CHECK(reinterpret_cast<std::uintptr_t>(where) % 64 == 0);
  CHECK(s.run(x).data() == where);  // the next run writes to the same place
}

TEST_CASE("run_into writes to the caller's storage", "[results]") {
  xs::session s{twice};
  xt::xtensor<float, 2> tensor = xt::zeros<float>({2, 3});
  s.run_into(tensor, x);
  CHECK(elements(tensor) == doubled);
  xt::xtensor_fixed<float, xt::xshape<2, 3>> fixed;
  s.run_into(fixed, x);
  CHECK(elements(fixed) == doubled);
  xt::xarray<double> array;  // another element type; takes the shape
  s.run_into(array, x);
  CHECK(elements(array) == doubled);
  CHECK(array.shape() == xt::dynamic_shape<std::size_t>{2, 3});
  xt::xtensor<int, 2, xt::layout_type::column_major> columns;
  s.run_into(columns, x);
  CHECK(elements(columns) == doubled);
  CHECK(columns.data()[1] == 8);
  std::array<float, 6> numbers_in_a_row{};
  s.run_into(numbers_in_a_row, x);
  CHECK(std::equal(doubled.begin(), doubled.end(), numbers_in_a_row.begin()));
  std::vector<double> longer(8, -1.0);
  s.run_into(std::span(longer).subspan(1, 6), x);
  CHECK(longer == numbers{-1, 2, 4, 6, 8, 10, 12, -1});
  xt::xtensor<float, 3> batch = xt::zeros<float>({2, 2, 3});
  s.run_into(xt::view(batch, 1), x);
  CHECK(elements(batch) == numbers{0, 0, 0, 0, 0, 0, 2, 4, 6, 8, 10, 12});
}

TEST_CASE("run_into writes one number", "[results]") {
  xs::session s{xs::graph(xs::reduce_sum(xs::placeholder<"x", shape<2, 3>>))};
  float one = 0;
  s.run_into(one, x);
  CHECK(one == 21);
  double wider = 0;
  s.run_into(wider, x);
  CHECK(wider == 21);
  int whole = 0;
  s.run_into(whole, x + 0.1F);
  CHECK(whole == 21);
}

TEST_CASE("run_into refuses what is too small before it runs", "[results]") {
  constexpr auto g =
      xs::graph(xs::let(xs::get_variable<"v", shape<3>, xs::initializer<xs::ones_initializer>>, [](auto v) {
        return xs::seq(xs::minimize<xs::gradient_descent_optimizer<1.0f>>(xs::reduce_sum(v)),
                       xs::identity(v));
      }));
  xs::session s{g};
  std::vector<float> few{7, 7};
  std::vector<float> many(4, 7.0F);
  xt::xtensor<float, 2> other = xt::zeros<float>({2, 2});
  CHECK_THROWS_AS(s.run_into(few), std::invalid_argument);
  CHECK_THROWS_AS(s.run_into(many), std::invalid_argument);
  CHECK_THROWS_AS(s.run_into(xt::view(other, 1)), std::invalid_argument);
  CHECK(few == std::vector<float>{7, 7});
  CHECK(elements(other) == numbers(4, 0.0));
  CHECK(elements(s.variable<"v">()) == numbers{1, 1, 1});
}

TEST_CASE("a pack's results", "[results]") {
  constexpr auto g = xs::graph(xs::let(xs::placeholder<"x", shape<2, 3>>, [](auto v) {
    return xs::pack(xs::reduce_sum(v), v + 1.0_c, xs::argmax(v, xs::axis<1>), v);
  }));
  xs::session s{g};
  const auto [sum, more, best, same] = s.run(x);
  CHECK(sum() == 21);
  CHECK(elements(more) == numbers{2, 3, 4, 5, 6, 7});
  CHECK(elements(best) == numbers{2, 2});
  CHECK(elements(same) == numbers{1, 2, 3, 4, 5, 6});
  static_assert(std::same_as<decltype(best)::value_type, std::int64_t>);

  double total = 0;
  xt::xtensor<float, 2> tensor;
  std::array<int, 2> indices{};
  xt::xtensor_fixed<float, xt::xshape<2, 3>> copy;
  s.run_into(total, tensor, indices, copy, 2 * x);
  CHECK(total == 42);
  CHECK(elements(tensor) == numbers{3, 5, 7, 9, 11, 13});
  CHECK(indices == std::array{2, 2});
  CHECK(elements(copy) == doubled);
}

TEST_CASE("tensors by their scoped names", "[results]") {
  constexpr auto g = xs::graph(xs::placeholder<"x", shape<2>> | xs::variable_scope<"outer">([](auto v) {
                                 return v | xs::name_scope<"inner">([](auto u) {
                                          return xs::multiply(u, 2.0_c, xs::name<"twice">) + 1.0_c;
                                        }) |
                                        xs::square;
                               }));
  static_assert(g.result().name() == "outer/Square:0");
  xs::session s{g};
  const std::array<float, 2> v{1, 2};
  CHECK(elements(s.run<"outer/inner/twice:0">(v)) == numbers{2, 4});
  CHECK(elements(s.run<"outer/inner/add">(v)) == numbers{3, 5});
  CHECK(elements(s.run<"x:0">(v)) == numbers{1, 2});
  CHECK(elements(s.run<"outer/inner/twice/y:0">()) == numbers{2});  // the literal, as TensorFlow names it
  const auto [last, first] = s.run<"outer/Square:0", "outer/inner/twice:0">(v);
  CHECK(elements(last) == numbers{9, 25});
  CHECK(elements(first) == numbers{2, 4});
  const auto again = s.run<"outer/inner/twice:0">(std::array<float, 2>{5, 6});
  CHECK(elements(again) == numbers{10, 12});
}

TEST_CASE("placeholders, views and constants as results outlast what was fed", "[results]") {
  constexpr auto g = xs::graph(
      xs::let(xs::placeholder<"p", shape<4>>, xs::constant<"c", xs::values<1.0f, 2.0f>>,
              xs::get_variable<"v", xs::initializer<xs::values<5.0f, 6.0f>>>, [](auto p, auto c, auto v) {
                return xs::pack(p, xs::identity(p), xs::reshape(p, shape<2, 2>),
                                xs::reshape(xs::identity(p), shape<1, 4>), c, xs::identity(c),
                                xs::reshape(c, shape<2, 1>), v, xs::identity(v), xs::reshape(v, shape<1, 2>),
                                xs::constant<"u", xs::value<3.0f>, shape<2>>,
                                xs::identity(xs::constant<"w", xs::value<4.0f>>));
              }));
  xs::session s{g};
  const auto& [p, same, square, row, c, same_c, column, v, same_v, row_v, uniform,
               four] = [&]() -> const auto& {
    std::vector<float> fed{1, 2, 3, 4};
    const auto& all = s.run(fed);
    std::fill(fed.begin(), fed.end(), -1.0F);
    return all;
  }();
  for (const auto& y : {elements(p), elements(same), elements(square), elements(row)})
    CHECK(y == numbers{1, 2, 3, 4});
  for (const auto& y : {elements(c), elements(same_c), elements(column)}) CHECK(y == numbers{1, 2});
  for (const auto& y : {elements(v), elements(same_v), elements(row_v)}) CHECK(y == numbers{5, 6});
  CHECK(square(1, 0) == 3);
  CHECK(row(0, 2) == 3);
  CHECK(elements(uniform) == numbers{3, 3});
  CHECK(four() == 4);
  // A variable is handed out itself; what was computed from it is not.
  s.variable<"v">()(0) = 9;
  CHECK(v(0) == 9);
  CHECK(same_v(0) == 5);
}

TEST_CASE("constants hold what is written", "[results]") {
  constexpr auto g = xs::graph(xs::pack(
      xs::constant<"a", xs::values<1, -2, 3, 4>, shape<2, 2>>, xs::constant<"b", xs::values<true, false>>,
      xs::constant<"c", xs::value<0.1>>, xs::constant<"d", xs::values<0.1f, 0.2f>>,
      xs::constant<"e", xs::value<1>, shape<3>, xs::dtype<double>>,
      xs::constant<"f", xs::values<1, 2>, xs::dtype<std::uint8_t>>, xs::constant<"g", xs::values<>>,
      xs::constant<"h", xs::value<9'007'199'254'740'993>>,
      xs::constant<"i", xs::values<1, 2, 3>, shape<2, 3>> + xs::constant<"j", xs::values<5>, shape<2, 3>>));
  xs::session s{g};
  const auto [a, b, c, d, e, f, empty, h, i] = s.run();
  CHECK(elements(a) == numbers{1, -2, 3, 4});
  CHECK(elements(b) == numbers{1, 0});
  CHECK(c() == 0.1);
  CHECK(d(1) == 0.2F);
  CHECK(elements(e) == numbers{1, 1, 1});
  CHECK(elements(f) == numbers{1, 2});
  CHECK(elements(empty).empty());
  CHECK(h() == 9'007'199'254'740'993);              // more than a double holds
  CHECK(elements(i) == numbers{6, 7, 8, 8, 8, 8});  // the last value goes on
}

// ---- variables -------------------------------------------------------------------------------------------

namespace {

template <std::size_t Units>
constexpr auto dense = [](auto v) {
  return xs::matmul(v, xs::get_variable<"kernel", shape<v.shape()[1], Units>>) +
         xs::get_variable<"bias", shape<Units>, xs::initializer<xs::zeros_initializer>>;
};
constexpr auto net = xs::variable_scope<"net">([](auto v) {
  return v | xs::variable_scope<"hidden">(dense<4>) | xs::tanh | xs::variable_scope<"out">(dense<2>);
});
constexpr auto one_row = xs::graph(xs::placeholder<"x", shape<1, 3>> | net);

}  // namespace

TEST_CASE("variables are read and written by name", "[results]") {
  xs::session s{one_row};
  auto bias = s.variable<"net/out/bias:0">();
  static_assert(std::same_as<decltype(bias)::shape_type, xt::xshape<2>>);
  CHECK(elements(bias) == numbers{0, 0});
  bias = xt::xtensor<float, 1>{3, 4};
  s.variable<"net/out/kernel">() = xt::zeros<float>({4, 2});
  CHECK(elements(s.run(xt::xtensor<float, 2>(xt::ones<float>({1, 3})))) == numbers{3, 4});
  s.variable<"net/out/bias">()(1) = -1;
  CHECK(bias(1) == -1);
  s.variable<"net/hidden/kernel">().fill(0.5F);
  CHECK(elements(s.run<"net/hidden/kernel:0">()) == numbers(12, 0.5));
}

TEST_CASE("assigning to a variable writes its elements", "[results]") {
  constexpr auto g = xs::graph(
      xs::let(xs::get_variable<"x", shape<>>, xs::get_variable<"v", shape<2, 2>>,
              xs::get_variable<"i", shape<2>, xs::dtype<int>, xs::initializer<xs::zeros_initializer>>,
              [](auto scalar, auto matrix, auto row) { return xs::pack(scalar, matrix, row); }));
  xs::session s{g};
  auto v = s.variable<"v">();
  s.variable<"x">() = 1.5F;
  s.variable<"v">() = 2;
  s.variable<"i">() = 3.9;
  CHECK(s.variable<"x">()() == 1.5F);
  CHECK(elements(v) == numbers{2, 2, 2, 2});
  CHECK(elements(s.variable<"i">()) == numbers{3, 3});
  s.variable<"x">() += 1;
  s.variable<"x">() *= 2.0F;
  s.variable<"v">() -= 0.5;
  s.variable<"v">() /= 2;
  CHECK(s.variable<"x">()() == 5);
  CHECK(elements(v) == numbers{0.75, 0.75, 0.75, 0.75});

  // One session's into another's; the views stay where they are.
  xs::session t{g, 7};
  t.variable<"v">() = xt::xtensor<float, 2>{{1, 2}, {3, 4}};
  v = t.variable<"v">();
  t.variable<"v">() = 0;
  CHECK(elements(s.variable<"v">()) == numbers{1, 2, 3, 4});
  auto same = v;  // another view of the same memory
  same = xt::transpose(v) + v;
  CHECK(elements(v) == numbers{2, 5, 5, 8});
  v += same;
  CHECK(elements(v) == numbers{4, 10, 10, 16});
  xt::view(v, 0) = 1;
  xt::noalias(v) = v * 2.0F;
  CHECK(elements(v) == numbers{2, 2, 20, 32});
  CHECK(elements(1.0F - v) == numbers{-1, -1, -19, -31});
  CHECK(xt::sum(v)() == 56);
}

TEST_CASE("other graphs share the variables", "[results]") {
  constexpr auto three_rows = xs::graph(xs::placeholder<"x", shape<3, 3>> | net | xs::softmax);
  constexpr auto only_out =
      xs::graph(xs::variable_scope<"net/out">(xs::get_variable<"bias", shape<2>> * 2.0_c));
  xs::session s{one_row, 5};
  xs::session t{three_rows, s};
  xs::session u{only_out, t};  // from the second: the variables are those of the first
  const xt::xtensor<float, 2> rows{{1, 2, 3}, {-1, 0, 1}, {0, 0, 0}};
  const auto p = t.run(rows);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto y = s.run(xt::view(rows, xt::range(i, i + 1)));
    const double e = std::exp(static_cast<double>(y(0, 1)) - static_cast<double>(y(0, 0)));
    CHECK(p(i, 1) == Approx(e / (1 + e)).epsilon(1e-5));
  }
  t.variable<"net/out/bias">()(0) = 7;
  CHECK(s.variable<"net/out/bias">()(0) == 7);
  CHECK(u.run()(0) == 14);
  CHECK(s.variable<"net/out/bias">().data() == u.variable<"net/out/bias">().data());
}

TEST_CASE("variables live as long as a session that uses them", "[results]") {
  auto t = [] {
    xs::session s{one_row, 5};
    s.variable<"net/out/bias">()(0) = 7;
    return xs::session{one_row, s};
  }();
  CHECK(t.variable<"net/out/bias">()(0) == 7);
  xs::session moved = std::move(t);
  CHECK(moved.variable<"net/out/bias">()(0) == 7);
  CHECK(moved.run(xt::xtensor<float, 2>(xt::zeros<float>({1, 3})))(0, 0) == 7);
}

TEST_CASE("a fork has the same variables and results of its own", "[results]") {
  xs::session s{one_row, 5};
  auto f = s.fork();
  const xt::xtensor<float, 2> a{{1, 2, 3}};
  const xt::xtensor<float, 2> b{{-3, 1, 0}};
  const auto& ya = s.run(a);
  const numbers before = elements(ya);
  const auto& yb = f.run(b);
  CHECK(elements(ya) == before);
  CHECK(elements(yb) != before);
  CHECK(f.variable<"net/hidden/kernel">().data() == s.variable<"net/hidden/kernel">().data());
}

TEST_CASE("forks run at once", "[results]") {
  xs::session s{one_row, 5};
  constexpr std::size_t threads = 4;
  constexpr std::size_t runs = 2000;
  std::vector<numbers> expected;
  std::vector<xt::xtensor<float, 2>> inputs;
  for (std::size_t i = 0; i < threads; ++i) {
    inputs.push_back(xt::xtensor<float, 2>{{static_cast<float>(i), 1, -1}});
    expected.push_back(elements(s.run(inputs[i])));
  }
  std::array<std::size_t, threads> wrong{};
  std::vector<std::thread> all;
  for (std::size_t i = 0; i < threads; ++i) {
    all.emplace_back([&, i, f = s.fork()]() mutable {
      for (std::size_t k = 0; k < runs; ++k) wrong[i] += elements(f.run(inputs[i])) == expected[i] ? 0U : 1U;
    });
  }
  for (auto& thread : all) thread.join();
  CHECK(wrong == std::array<std::size_t, threads>{});
}
