// SPDX-License-Identifier: BSD-3-Clause
// What may be fed, and how values find their placeholders.
#include <array>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/hana/define_struct.hpp>
#include <boost/hana/map.hpp>
#include <boost/hana/pair.hpp>
#include <boost/hana/string.hpp>
#include <catch2/catch.hpp>

#include <xscope/session.hpp>

#if __has_include(<xtensor/views/xview.hpp>)
#include <xtensor/views/xstrided_view.hpp>
#include <xtensor/views/xview.hpp>
#else
#include <xtensor/xstrided_view.hpp>
#include <xtensor/xview.hpp>
#endif

#include "runtime/support/tensors.hpp"

namespace xs = xscope;
namespace hana = boost::hana;
using namespace xs::literals;
using tensors::elements;
using xs::feed;
using xs::shape;
using numbers = std::vector<double>;

namespace {

/// Gives its operand, by a kernel that reads memory and by a chain.
template <class T, std::size_t... D>
constexpr auto copies = xs::let(xs::placeholder<"x", shape<D...>, xs::dtype<T>>, [](auto x) {
  return xs::pack(xs::reduce_max(x, xs::axis<>), x * xs::value<T{1}>);
});

template <class T, std::size_t... D, class X>
void check_feed(const X& x, const numbers& expected) {
  xs::session s{xs::graph(copies<T, D...>)};
  const auto [kernel, chain] = s.run(x);
  CHECK(elements(kernel) == expected);
  CHECK(elements(chain) == expected);
}

const numbers one_to_six{1, 2, 3, 4, 5, 6};

}  // namespace

TEST_CASE("xtensor's containers", "[feeds]") {
  const xt::xarray<double> a{{1, 2, 3}, {4, 5, 6}};
  const xt::xtensor<double, 2> t{{1, 2, 3}, {4, 5, 6}};
  const xt::xtensor_fixed<double, xt::xshape<2, 3>> f{{1, 2, 3}, {4, 5, 6}};
  check_feed<double, 2, 3>(a, one_to_six);
  check_feed<double, 2, 3>(t, one_to_six);
  check_feed<double, 2, 3>(f, one_to_six);
}

TEST_CASE("other layouts", "[feeds]") {
  const xt::xtensor<double, 2> t{{1, 2, 3}, {4, 5, 6}};
  const xt::xarray<double, xt::layout_type::column_major> a = t;
  const xt::xtensor<double, 2, xt::layout_type::column_major> c = t;
  const xt::xtensor_fixed<double, xt::xshape<2, 3>, xt::layout_type::column_major> f = t;
  xt::xarray<double, xt::layout_type::dynamic> d(std::vector<std::size_t>{2, 3},
                                                 std::vector<std::ptrdiff_t>{1, 2});
  d = t;
  REQUIRE(c.data()[1] == 4);
  check_feed<double, 2, 3>(a, one_to_six);
  check_feed<double, 2, 3>(c, one_to_six);
  check_feed<double, 2, 3>(f, one_to_six);
  check_feed<double, 2, 3>(d, one_to_six);
}

TEST_CASE("memory of somebody else's", "[feeds]") {
  const std::vector<double> v = one_to_six;
  std::vector<double> columns{1, 4, 2, 5, 3, 6};
  check_feed<double, 2, 3>(xt::adapt(v, std::array<std::size_t, 2>{2, 3}), one_to_six);
  check_feed<double, 2, 3>(xt::adapt(v.data(), 6, xt::no_ownership(), std::vector<std::size_t>{2, 3}),
                           one_to_six);
  check_feed<double, 2, 3>(
      xt::adapt<xt::layout_type::column_major>(columns, std::array<std::size_t, 2>{2, 3}), one_to_six);
}

TEST_CASE("views", "[feeds]") {
  xt::xtensor<double, 3> batch = xt::zeros<double>({4, 2, 3});
  xt::xtensor<double, 2> wide = xt::zeros<double>({4, 7});
  xt::xarray<double> tall = xt::zeros<double>({3, 2});
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      const double e = static_cast<double>(3 * i + j + 1);
      batch(2, i, j) = e;
      wide(1 + i, 1 + 2 * j) = e;
      tall(j, i) = e;
    }
  }
  check_feed<double, 2, 3>(xt::view(batch, 2), one_to_six);  // contiguous, somewhere within
  check_feed<double, 2, 3>(xt::view(batch, 2, xt::all(), xt::all()), one_to_six);
  check_feed<double, 1, 2, 3>(xt::view(batch, xt::range(2, 3)), one_to_six);
  check_feed<double, 2, 3>(xt::view(wide, xt::range(1, 3), xt::range(1, 7, 2)), one_to_six);
  check_feed<double, 3>(xt::view(wide, 2, xt::range(1, 7, 2)), {4, 5, 6});
  check_feed<double, 2>(xt::view(batch, 2, xt::all(), 1), {2, 5});
  check_feed<double, 2, 3>(xt::transpose(tall), one_to_six);
  check_feed<double, 2, 3>(xt::strided_view(wide, {xt::range(1, 3), xt::range(1, 7, 2)}), one_to_six);
  check_feed<double, 3, 2>(xt::reshape_view(xt::view(batch, 2), {3, 2}), one_to_six);
  check_feed<double, 3>(xt::view(tall, xt::range(2, xt::xnone(), -1), 0), {3, 2, 1});  // backwards
  xt::xtensor_fixed<double, xt::xshape<2, 2, 3>> fixed = xt::zeros<double>({2, 2, 3});
  xt::view(fixed, 1) = xt::view(batch, 2);
  check_feed<double, 2, 3>(xt::view(fixed, 1), one_to_six);
}

TEST_CASE("lazy expressions", "[feeds]") {
  const xt::xtensor<double, 2> t{{0, 1, 2}, {3, 4, 5}};
  check_feed<double, 2, 3>(t + 1.0, one_to_six);
  check_feed<double, 2, 3>(xt::arange<double>(1, 7).reshape({2, 3}), one_to_six);
  check_feed<double, 2, 3>(xt::ones<double>({2, 3}), numbers(6, 1.0));
  check_feed<double, 2, 3>(xt::broadcast(xt::xtensor<double, 1>{1, 2, 3}, {2, 3}), {1, 2, 3, 1, 2, 3});
  check_feed<double, 2>(xt::sum(t, {1}), {3, 12});
  check_feed<double, 3>(xt::cast<double>(xt::view(t, 1) > 3.0), {0, 1, 1});
}

TEST_CASE("other element types are converted", "[feeds]") {
  const xt::xtensor<int, 2> i{{1, 2, 3}, {4, 5, 6}};
  const xt::xtensor<float, 2> f{{1, 2, 3}, {4, 5, 6}};
  const xt::xarray<std::uint8_t> u = i;
  check_feed<double, 2, 3>(i, one_to_six);
  check_feed<double, 2, 3>(f, one_to_six);
  check_feed<double, 2, 3>(u, one_to_six);
  check_feed<float, 2, 3>(i * 1.5, {1.5, 3, 4.5, 6, 7.5, 9});
  check_feed<int, 3>(xt::cast<int>(xt::xtensor<double, 1>{1.9, -1.9, 3}), {1, -1, 3});
  check_feed<double, 3>(xt::xtensor<bool, 1>{true, false, true}, {1, 0, 1});
  check_feed<double, 3>(std::array{1, 2, 3}, {1, 2, 3});
  check_feed<std::int64_t, 3>(std::vector<int>{1, 2, 3}, {1, 2, 3});
}

TEST_CASE("rows of numbers", "[feeds]") {
  const std::array<double, 3> a{1, 2, 3};
  std::vector<double> v{1, 2, 3};
  check_feed<double, 3>(a, {1, 2, 3});
  check_feed<double, 3>(v, {1, 2, 3});
  check_feed<double, 3>(std::span<const double>(a), {1, 2, 3});
  check_feed<double, 2>(std::span(v).subspan(1), {2, 3});
}

TEST_CASE("scalars", "[feeds]") {
  check_feed<double>(2.5, {2.5});
  check_feed<double>(2.5F, {2.5});
  check_feed<double>(7, {7});
  check_feed<int>(true, {1});
  check_feed<double, 1>(2.5, {2.5});
  check_feed<double, 1, 1>(2.5, {2.5});
  check_feed<double>(xt::xtensor<double, 0>(2.5), {2.5});
  check_feed<double>(xt::xarray<double>(2.5), {2.5});
}

// ---- which value for which placeholder -------------------------------------------------------------------

namespace {

constexpr auto two_inputs =
    xs::let(xs::placeholder<"x", shape<2>, xs::dtype<double>>,
            xs::name_scope<"in">(xs::placeholder<"scale", shape<>, xs::dtype<double>>),
            [](auto x, auto scale) { return x * scale; });
constexpr auto two = xs::graph(two_inputs);

struct inputs {
  BOOST_HANA_DEFINE_STRUCT(inputs, (double, scale), (xt::xtensor<double, 1>, x));
};

}  // namespace

TEST_CASE("by position", "[feeds]") {
  xs::session s{two};
  CHECK(elements(s.run(std::array{1.0, 2.0}, 3)) == numbers{3, 6});
}

TEST_CASE("by name, in any order", "[feeds]") {
  xs::session s{two};
  const std::array x{1.0, 2.0};
  CHECK(elements(s.run(feed<"x">(x), feed<"in/scale">(3))) == numbers{3, 6});
  CHECK(elements(s.run(feed<"in/scale:0">(4), feed<"x:0">(x))) == numbers{4, 8});
  CHECK(elements(s.run(feed<"scale">(5), feed<"x">(x))) ==
        numbers{5, 10});  // the last part, where it is enough
}

TEST_CASE("by a Hana map", "[feeds]") {
  xs::session s{two};
  const auto map = hana::make_map(hana::make_pair(BOOST_HANA_STRING("scale"), 3.0),
                                  hana::make_pair(BOOST_HANA_STRING("x"), xt::xtensor<double, 1>{1, 2}));
  CHECK(elements(s.run(map)) == numbers{3, 6});
}

TEST_CASE("by a structure", "[feeds]") {
  xs::session s{two};
  inputs in{.scale = 3, .x = {1, 2}};
  CHECK(elements(s.run(in)) == numbers{3, 6});
  in.x(1) = 7;
  CHECK(elements(s.run(in)) == numbers{3, 21});
}

TEST_CASE("a fetch needs only the feeds that it reads", "[feeds]") {
  constexpr auto g = xs::graph(
      xs::let(xs::placeholder<"a", shape<>>, xs::placeholder<"b", shape<>>, xs::placeholder<"c", shape<>>,
              [](auto a, auto b, auto c) { return xs::let(a + c, [=](auto sum) { return sum * b; }); }));
  xs::session s{g};
  CHECK(s.run(2, 3, 4)() == 18);
  CHECK(s.run<"add:0">(2, 4)() == 6);
  CHECK(s.run<"add:0">(2, 3, 4)() == 6);  // all of them may be given as well
  CHECK(s.run<"add:0">(feed<"c">(5), feed<"a">(2))() == 7);
  CHECK(s.run<"b:0">(5)() == 5);
}

// ---- what does not fit -----------------------------------------------------------------------------------

namespace {

template <class F>
std::string message_of(F f) {
  try {
    f();
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "nothing was thrown";
}

}  // namespace

TEST_CASE("a wrong shape throws before anything is written", "[feeds]") {
  constexpr auto g = xs::graph(xs::let(
      xs::placeholder<"x", shape<2, 3>, xs::dtype<double>>, xs::placeholder<"y", shape<3>, xs::dtype<double>>,
      xs::get_variable<"v", shape<3>, xs::dtype<double>, xs::initializer<xs::ones_initializer>>,
      [](auto x, auto y, auto v) {
        return xs::let(x * y * v, [](auto p) {
          return xs::seq(xs::minimize<xs::gradient_descent_optimizer<1.0>>(xs::reduce_sum(p)),
                         xs::identity(p));
        });
      }));
  xs::session s{g};
  const xt::xarray<double> x = xt::ones<double>({2, 3});
  const xt::xarray<double> y = xt::ones<double>({3});
  const auto result = s.run(x, y);
  REQUIRE(elements(s.variable<"v">()) == numbers{-1, -1, -1});
  REQUIRE(elements(result) == numbers(6, 1.0));

  // As many elements as are needed, but in another shape.
  CHECK(message_of([&] { s.run(xt::xarray<double>(xt::ones<double>({3, 2})), y); }) ==
        "feed of placeholder `x:0`: shape (3, 2) was given, but (2, 3) is needed");
  // The second feed is wrong: the first one, which has to be converted, is not copied either.
  CHECK(message_of([&] { s.run(x * 5.0, xt::xarray<double>(xt::ones<double>({4}))); }) ==
        "feed of placeholder `y:0`: shape (4,) was given, but (3,) is needed");
  CHECK(message_of([&] { s.run(x, std::vector<double>(2)); }) ==
        "feed of placeholder `y:0`: shape (2,) was given, but (3,) is needed");
  CHECK(message_of([&] { s.run(xt::xtensor<double, 2>(xt::ones<double>({2, 4})), y); }) ==
        "feed of placeholder `x:0`: shape (2, 4) was given, but (2, 3) is needed");
  CHECK_THROWS_AS(s.run(xt::xarray<double>(1.0), y), std::invalid_argument);
  CHECK_THROWS_AS(s.run(x, xt::xarray<double>(xt::ones<double>({1, 1, 1, 1, 1, 1, 1, 1, 3}))),
                  std::invalid_argument);
  CHECK_THROWS_AS(s.run(feed<"y">(x), feed<"x">(y)), std::invalid_argument);
  CHECK_THROWS_AS(s.run(x, std::span<const double>{}), std::invalid_argument);

  CHECK(elements(s.variable<"v">()) == numbers{-1, -1, -1});
  CHECK(elements(result) == numbers(6, 1.0));
}

// ---- what a session itself holds -------------------------------------------------------------------------

TEST_CASE("a result may be fed to the next run", "[feeds]") {
  // The sum is computed first, into the place where the result of the run before lies.
  constexpr auto g = xs::graph(xs::let(xs::placeholder<"h", shape<3>, xs::dtype<double>>, [](auto h) {
    return xs::let(xs::reduce_sum(h, xs::axis<0>, xs::keepdims), [=](auto sum) {
      return xs::let(xs::exp(sum * 0.0_c), [=](auto one) { return h + sum * one; });
    });
  }));
  xs::session s{g};
  xs::session other{g};
  const auto& first = s.run(std::array{1.0, 2.0, 3.0});
  REQUIRE(elements(first) == numbers{7, 8, 9});
  const xt::xtensor<double, 1> copy = first;
  CHECK(elements(s.run(first)) == elements(other.run(copy)));
  CHECK(elements(s.run(first)) == numbers{127, 128, 129});  // 31 + 32 + 33 more
}

TEST_CASE("a variable may be fed", "[feeds]") {
  constexpr auto g = xs::graph(xs::let(xs::placeholder<"x", shape<2>, xs::dtype<double>>,
                                       xs::get_variable<"v", xs::initializer<xs::values<3.0, 4.0>>>,
                                       [](auto x, auto v) { return x * v; }));
  xs::session s{g};
  CHECK(elements(s.run(s.variable<"v">())) == numbers{9, 16});
}
