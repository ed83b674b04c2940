// SPDX-License-Identifier: BSD-3-Clause
// After construction nothing allocates. A program of its own: the operators that count are nobody else's.
#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

#include "runtime/support/counting.hpp"

#if __has_include(<xtensor/views/xview.hpp>)
#include <xtensor/views/xview.hpp>
#else
#include <xtensor/xview.hpp>
#endif

namespace xs = xscope;
using counting::allocations;
using xs::feed;
using xs::shape;

namespace {

template <std::size_t Units>
constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", shape<x.shape()[1], Units>>) +
         xs::get_variable<"bias", shape<Units>, xs::initializer<xs::zeros_initializer>>;
};
constexpr auto net = xs::variable_scope<"net">([](auto x) {
  return x | xs::variable_scope<"hidden">(dense<16>) | xs::relu | xs::variable_scope<"out">(dense<3>);
});
constexpr auto training = xs::graph(xs::let(
    xs::placeholder<"x", shape<4, 5>>, xs::placeholder<"y", shape<4>, xs::dtype<int>>, [](auto x, auto y) {
      return xs::let(x | net, [=](auto logits) {
        return xs::let(
            xs::reduce_mean(xs::sparse_softmax_cross_entropy_with_logits(y, logits)), [=](auto loss) {
              return xs::pack(xs::minimize<xs::gradient_descent_optimizer<0.1f>>(loss), xs::softmax(logits));
            });
      });
    }));
constexpr auto inference = xs::graph(xs::placeholder<"x", shape<4, 5>> | net | xs::softmax);

}  // namespace

TEST_CASE("the counter counts", "[allocation]") {
  CHECK(allocations([] { std::vector<int> v(3); }) == 4);
  CHECK(allocations([] { delete[] new char[3]; }) <= 4);  // may be left out by the optimizer, but not be more
  CHECK(allocations(
            [] { ::operator delete(::operator new(64, std::align_val_t{64}), std::align_val_t{64}); }) == 4);
  CHECK(allocations([] { ::operator delete[](::operator new[](8, std::nothrow), std::nothrow); }) == 4);
  CHECK(allocations([] { xt::xtensor<float, 1> x = xt::zeros<float>({3}); }) == 4);
  CHECK(allocations([] { xs::session s{inference}; }) > 0);
  CHECK(allocations([] {}) == 0);
}

TEST_CASE("running allocates nothing, whatever is fed", "[allocation]") {
  xs::session s{inference};
  const xt::xtensor<float, 2> tensor = xt::ones<float>({4, 5});
  const xt::xarray<float> array = xt::ones<float>({4, 5});
  const xt::xtensor_fixed<float, xt::xshape<4, 5>> fixed = xt::ones<float>({4, 5});
  const xt::xtensor<float, 3> batch = xt::ones<float>({2, 4, 5});
  const xt::xtensor<float, 2, xt::layout_type::column_major> columns = tensor;
  const xt::xtensor<double, 2> doubles = tensor;
  const std::vector<float> row(20, 1.0F);
  const auto adapted = xt::adapt(row.data(), std::array<std::size_t, 2>{4, 5});
  const auto part = xt::view(batch, 1);
  float sink = 0;
  const auto take = [&](const auto& y) { sink += y(3, 2); };
  CHECK(allocations([&] { take(s.run(tensor)); }) == 0);
  CHECK(allocations([&] { take(s.run(array)); }) == 0);
  CHECK(allocations([&] { take(s.run(fixed)); }) == 0);
  CHECK(allocations([&] { take(s.run(adapted)); }) == 0);
  CHECK(allocations([&] { take(s.run(part)); }) == 0);
  CHECK(allocations([&] { take(s.run(columns)); }) == 0);
  CHECK(allocations([&] { take(s.run(doubles)); }) == 0);
  CHECK(allocations([&] { take(s.run(tensor * 2.0F)); }) == 0);
  CHECK(allocations([&] { take(s.run(feed<"x">(tensor))); }) == 0);
  CHECK(sink > 0);
}

TEST_CASE("numbers in a row and single numbers", "[allocation]") {
  constexpr auto g = xs::graph(xs::let(xs::placeholder<"x", shape<3>>, xs::placeholder<"k", shape<>>,
                                       [](auto x, auto k) { return x * k; }));
  xs::session s{g};
  const std::array<float, 3> array{1, 2, 3};
  const std::vector<float> vector{1, 2, 3};
  const std::vector<double> doubles{1, 2, 3};
  CHECK(allocations([&] { s.run(array, 2.0F); }) == 0);
  CHECK(allocations([&] { s.run(vector, 2); }) == 0);
  CHECK(allocations([&] { s.run(doubles, 2.0); }) == 0);
  CHECK(allocations([&] { s.run(feed<"k">(2), feed<"x">(std::span(vector))); }) == 0);
}

TEST_CASE("results go to the caller's storage without allocation", "[allocation]") {
  xs::session s{inference};
  const xt::xtensor<float, 2> x = xt::ones<float>({4, 5});
  xt::xtensor<float, 2> tensor = xt::zeros<float>({4, 3});
  xt::xarray<double> array = xt::zeros<double>({4, 3});
  xt::xtensor_fixed<float, xt::xshape<4, 3>> fixed;
  xt::xtensor<float, 3> batch = xt::zeros<float>({2, 4, 3});
  std::array<float, 12> row{};
  CHECK(allocations([&] { s.run_into(tensor, x); }) == 0);
  CHECK(allocations([&] { s.run_into(array, x); }) == 0);
  CHECK(allocations([&] { s.run_into(fixed, x); }) == 0);
  CHECK(allocations([&] { s.run_into(row, x); }) == 0);
  CHECK(allocations([&] { s.run_into(xt::view(batch, 1), x); }) == 0);
  CHECK(row[11] > 0);
  CHECK(tensor(3, 2) == row[11]);
}

TEST_CASE("training allocates nothing", "[allocation]") {
  xs::session s{training};
  const xt::xtensor<float, 2> x = xt::ones<float>({4, 5});
  const std::array labels{0, 1, 2, 1};
  float loss = 0;
  xt::xtensor<float, 2> p = xt::zeros<float>({4, 3});
  CHECK(allocations([&] { s.run(x, labels); }) == 0);
  CHECK(allocations([&] { s.run_into(loss, p, x, labels); }) == 0);
  CHECK(allocations([&] { s.run<"GradientDescent">(x, labels); }) == 0);
  CHECK(loss > 0);
}

TEST_CASE("fetches by name, variables and other sessions allocate nothing", "[allocation]") {
  xs::session s{training};
  xs::session t{inference, s};
  auto f = s.fork();
  const xt::xtensor<float, 2> x = xt::ones<float>({4, 5});
  const auto before = s.variable<"net/out/bias">()(0);
  CHECK(allocations([&] { s.run<"net/hidden/MatMul:0">(x); }) == 0);
  CHECK(allocations([&] { s.run<"net/out/add:0", "net/Relu:0">(feed<"x">(x)); }) == 0);
  CHECK(allocations([&] { s.variable<"net/out/bias">()(0) += 1; }) == 0);
  CHECK(allocations([&] { t.run(x); }) == 0);
  CHECK(allocations([&] { f.run(x, std::array{0, 1, 2, 1}); }) == 0);
  CHECK(before == 0);
}
