// SPDX-License-Identifier: BSD-3-Clause
// What scopes hand down to variables, in sessions: slices, losses, constraints, callable initializers,
// getters.
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

#include "runtime/support/tensors.hpp"

namespace xs = xscope;
using tensors::elements;
using namespace xs::literals;
using numbers = std::vector<double>;

namespace {

template <std::size_t N, std::size_t Axis = 0>
constexpr auto cut = xs::partitioner<xs::fixed_size_partitioner<N, Axis>>;
constexpr auto table = xs::initializer<xs::tensor_of<xs::shape<3, 4>, 1.0f, 2.0f, 3.0f, 4.0f, 5.0f, 6.0f,
                                                     7.0f, 8.0f, 9.0f, 10.0f, 11.0f, 12.0f>>;
constexpr auto as_tensor = [](auto w) { return w.as_tensor(); };
constexpr auto zeros = xs::initializer<xs::zeros_initializer>;
constexpr auto ones = xs::initializer<xs::ones_initializer>;
constexpr auto l2 = xs::regularizer<[](auto v) { return xs::reduce_sum(xs::square(v)) * 0.5_c; }>;
constexpr auto positive = xs::constraint<[](auto v) { return xs::relu(v); }>;

/// Half of the squared distance from 2, 4, 6: a step of 0.5 halves the distance.
constexpr auto distance = [](auto w) {
  return xs::reduce_sum(xs::square(w - xs::values<2.0f, 4.0f, 6.0f>)) * 0.5_c;
};
/// A step that takes 3 from the first element and gives 1 to the second.
constexpr auto slide = [](auto w) {
  return xs::minimize<xs::gradient_descent_optimizer<1.0f>>(xs::reduce_sum(w * xs::values<3.0f, -1.0f>));
};

}  // namespace

TEST_CASE("the slices of a partitioned variable make up the whole", "[partitions]") {
  const numbers whole{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  SECTION("along the rows") {
    constexpr auto g = xs::graph(xs::get_variable<"w", table, cut<2>> | as_tensor);
    xs::session s{g};
    CHECK(elements(s.run()) == whole);
    CHECK(elements(s.variable<"w/part_0:0">()) == numbers{1, 2, 3, 4, 5, 6, 7, 8});
    CHECK(elements(s.variable<"w/part_1:0">()) == numbers{9, 10, 11, 12});
  }
  SECTION("along the columns") {
    constexpr auto g = xs::graph(xs::get_variable<"w", table, cut<3, 1>> | as_tensor);
    xs::session s{g};
    CHECK(elements(s.run()) == whole);
    CHECK(elements(s.variable<"w/part_0:0">()) == numbers{1, 2, 5, 6, 9, 10});
    CHECK(elements(s.variable<"w/part_2:0">()) == numbers{4, 8, 12});
  }
  SECTION("one slice") {
    constexpr auto g = xs::graph(xs::get_variable<"w", table, cut<1>> | as_tensor);
    xs::session s{g};
    CHECK(elements(s.run()) == whole);
  }
  SECTION("what is written to a slice is read in the whole") {
    constexpr auto g = xs::graph(xs::get_variable<"w", table, cut<2>> | as_tensor);
    xs::session s{g};
    s.variable<"w/part_1:0">()(0, 0) = -1;
    CHECK(elements(s.run()) == numbers{1, 2, 3, 4, 5, 6, 7, 8, -1, 10, 11, 12});
  }
}

TEST_CASE("a partitioned variable as an operand", "[partitions]") {
  constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<1, 3>> |
                               [](auto x) { return xs::matmul(x, xs::get_variable<"w", table, cut<2>>); });
  xs::session s{g};
  const xt::xtensor_fixed<float, xt::xshape<1, 3>> x{{1, 1, 1}};
  CHECK(elements(s.run(x)) == numbers{15, 18, 21, 24});
}

TEST_CASE("slices are initialized as parts of the whole", "[partitions]") {
  SECTION("by a callable that is told where") {
    constexpr auto rising = [](auto shape, auto, auto info) {
      std::array<float, shape[0]> out{};
      for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<float>(info.var_offset()[0] + i);
      return out;
    };
    constexpr auto g =
        xs::graph(xs::get_variable<"w", xs::shape<5>, xs::initializer<rising>, cut<3>> | as_tensor);
    xs::session s{g};
    CHECK(elements(s.run()) == numbers{0, 1, 2, 3, 4});
  }
  SECTION("with the fans of the whole where nothing is said") {
    constexpr auto g = xs::graph(xs::get_variable<"w", xs::shape<1000, 10>, cut<10>> | as_tensor);
    xs::session s{g, 1};
    const double limit = std::sqrt(3.0 / ((1000 + 10) / 2.0));
    double greatest = 0;
    for (const double e : elements(s.run())) greatest = std::max(greatest, std::abs(e));
    CHECK(greatest <= limit);
    CHECK(greatest > 0.99 * limit);
  }
  SECTION("each with numbers of its own") {
    constexpr auto g = xs::graph(xs::get_variable<"w", xs::shape<8>, cut<2>> | as_tensor);
    xs::session s{g, 1};
    CHECK(elements(s.variable<"w/part_0:0">()) != elements(s.variable<"w/part_1:0">()));
  }
}

TEST_CASE("training goes through the slices", "[partitions]") {
  constexpr auto g = xs::graph(xs::get_variable<"w", xs::shape<3>, zeros, cut<2>> | [](auto w) {
    return xs::minimize<xs::gradient_descent_optimizer<0.5f>>(distance(w));
  });
  xs::session s{g};
  s.run();
  CHECK(elements(s.variable<"w/part_0:0">()) == numbers{1, 2});
  CHECK(elements(s.variable<"w/part_1:0">()) == numbers{3});
  s.run();
  CHECK(elements(s.variable<"w/part_0:0">()) == numbers{1.5, 3});
  CHECK(elements(s.variable<"w/part_1:0">()) == numbers{4.5});
}

TEST_CASE("sessions share slices by name", "[partitions]") {
  constexpr auto w = xs::get_variable<"w", table, cut<2>> | as_tensor;
  xs::session first{xs::graph(w)};
  xs::session second{xs::graph(w * 2.0_c), first};
  first.variable<"w/part_0:0">()(0, 0) = 50;
  CHECK(elements(second.run())[0] == 100);
}

TEST_CASE("losses of regularizers are fetched by name", "[regularizers]") {
  constexpr auto net = [](auto x) {
    return xs::variable_scope<"net", l2, ones>(xs::matmul(x, xs::get_variable<"w", xs::shape<2, 3>>) +
                                               xs::get_variable<"b", xs::shape<3>>);
  };
  constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<1, 2>> | net);
  static_assert(g.get_collection<"regularization_losses">().size() == 2);
  xs::session s{g};
  const xt::xtensor_fixed<float, xt::xshape<1, 2>> x{{1, 2}};
  CHECK(elements(s.run(x)) == numbers{4, 4, 4});
  CHECK(elements(s.run<"net/w/Regularizer/mul:0">()) == numbers{3});
  CHECK(elements(s.run<"net/b/Regularizer/mul:0">()) == numbers{1.5});
}

TEST_CASE("a constraint holds after each update", "[constraints]") {
  SECTION("without one") {
    xs::session s{xs::graph(xs::get_variable<"w", xs::shape<2>, ones> | slide)};
    s.run();
    CHECK(elements(s.variable<"w:0">()) == numbers{-2, 2});
  }
  SECTION("with one") {
    xs::session s{xs::graph(xs::get_variable<"w", xs::shape<2>, ones, positive> | slide)};
    s.run();
    CHECK(elements(s.variable<"w:0">()) == numbers{0, 2});
    s.run();
    CHECK(elements(s.variable<"w:0">()) == numbers{0, 3});
  }
  SECTION("the first value is not projected") {
    constexpr auto minus = xs::initializer<xs::values<-1.0f, 1.0f>>;
    constexpr auto g = xs::graph(xs::get_variable<"w", minus, positive>);
    xs::session s{g};
    CHECK(elements(s.run()) == numbers{-1, 1});
  }
  SECTION("on slices") {
    constexpr auto g = xs::graph(xs::get_variable<"w", xs::shape<2>, ones, positive, cut<2>> | slide);
    xs::session s{g};
    s.run();
    CHECK(elements(s.variable<"w/part_0:0">()) == numbers{0});
    CHECK(elements(s.variable<"w/part_1:0">()) == numbers{2});
  }
}

TEST_CASE("callable initializers", "[initializers]") {
  SECTION("numbers for a shape and a dtype") {
    constexpr auto squares = [](auto shape, auto dtype) {
      std::array<typename decltype(dtype)::type, shape[0]> out{};
      for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<typename decltype(dtype)::type>(i * i);
      return out;
    };
    xs::session s{xs::graph(xs::get_variable<"v", xs::shape<4>, xs::dtype<int>, xs::initializer<squares>>)};
    CHECK(elements(s.run()) == numbers{0, 1, 4, 9});
  }
  SECTION("without arguments") {
    constexpr auto two = [] { return xs::values<0.5, 1.5>; };
    xs::session s{xs::graph(xs::get_variable<"v", xs::initializer<two>>)};
    CHECK(elements(s.run()) == numbers{0.5, 1.5});
  }
  SECTION("a constant") {
    constexpr auto filled = [](auto, auto) { return xs::constant<"c", xs::value<2.0f>, xs::shape<2, 2>>; };
    xs::session s{xs::graph(xs::get_variable<"v", xs::shape<2, 2>, xs::initializer<filled>>)};
    CHECK(elements(s.run()) == numbers(4, 2.0));
  }
  SECTION("an initializer") {
    constexpr auto chosen = [](auto, auto) { return xs::constant_initializer<3.0>; };
    xs::session s{xs::graph(xs::get_variable<"v", xs::shape<2>, xs::initializer<chosen>>)};
    CHECK(elements(s.run()) == numbers{3, 3});
  }
  SECTION("arrays") {
    constexpr std::array<std::array<int, 2>, 2> a{{{1, 2}, {3, 4}}};
    xs::session s{xs::graph(xs::get_variable<"v", xs::initializer<a>>)};
    CHECK(elements(s.run()) == numbers{1, 2, 3, 4});
  }
}

TEST_CASE("a getter that averages two variables", "[getters]") {
  constexpr auto average = xs::custom_getter<[](auto getter, auto request) {
    return (getter(request, xs::name_suffix<"/a">, xs::initializer<xs::ones_initializer>) +
            getter(request, xs::name_suffix<"/b">, xs::initializer<xs::constant_initializer<5.0f>>)) *
           0.5_c;
  }>;
  constexpr auto g = xs::graph(xs::variable_scope<"net", average>(
      xs::get_variable<"v", xs::shape<2>> | [](auto v) { return v * xs::values<1.0f, 2.0f>; }));
  xs::session s{g};
  CHECK(elements(s.run()) == numbers{3, 6});
  s.variable<"net/v/a:0">()(0) = 3;
  CHECK(elements(s.run()) == numbers{4, 6});
}

TEST_CASE("what a creator changes is what a session makes", "[creators]") {
  constexpr auto forcing = xs::variable_creator_scope<[](auto next, auto request) {
    return next(request, xs::initializer<xs::ones_initializer>, xs::rename<"forced">);
  }>;
  xs::session s{xs::graph(forcing(xs::variable_scope<"a">(xs::get_variable<"v", xs::shape<2>>)))};
  CHECK(elements(s.run()) == numbers{1, 1});
  CHECK(elements(s.variable<"forced:0">()) == numbers{1, 1});
}
