// SPDX-License-Identifier: BSD-3-Clause
// Training steps as statements: what they change, in which order, and what is seen before and behind them.
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

#include "runtime/support/tensors.hpp"

namespace xs = xscope;
using namespace xs::literals;
using tensors::elements;
using xs::shape;
using numbers = std::vector<double>;

namespace {

/// A variable of one number, and a step of rate 1/2: both exact in binary.
template <xs::fixed_string Name, double First, auto... Options>
constexpr auto one = xs::get_variable<Name, shape<>, xs::dtype<double>,
                                      xs::initializer<xs::constant_initializer<First>>, Options...>;
constexpr auto step = xs::minimize<xs::gradient_descent_optimizer<0.5>>;

constexpr auto layer = [](auto x) { return x * one<"v", 3.0>; };
constexpr auto line = [](auto x) {
  return xs::matmul(x, xs::get_variable<"slope", shape<1, 1>>) +
         xs::get_variable<"offset", shape<1>, xs::initializer<xs::zeros_initializer>>;
};

}  // namespace

TEST_CASE("a step moves what the loss depends on, and nothing else", "[training]") {
  constexpr auto g = xs::graph(xs::let(
      one<"v", 3.0>, one<"w", 5.0>, one<"fixed", 7.0, xs::trainable<false>>,
      xs::get_variable<"i", shape<>, xs::dtype<int>, xs::initializer<xs::ones_initializer>>,
      [](auto v, auto, auto fixed, auto i) { return step(v * fixed * xs::cast(i, xs::dtype<double>)); }));
  xs::session s{g};
  CHECK(s.run()() == 21);
  CHECK(s.variable<"v">()() == -0.5);
  CHECK(s.variable<"w">()() == 5);
  CHECK(s.variable<"fixed">()() == 7);
  CHECK(s.variable<"i">()() == 1);
  CHECK(s.run()() == -3.5);
  CHECK(s.variable<"v">()() == -4);
}

TEST_CASE("the learning rate scales the step", "[training]") {
  constexpr auto g =
      xs::graph(xs::let(xs::get_variable<"v", shape<2>, xs::initializer<xs::ones_initializer>>, [](auto v) {
        return xs::minimize<xs::gradient_descent_optimizer<0.25f>>(
            xs::reduce_sum(v * xs::values<2.0f, -4.0f>));
      }));
  xs::session s{g};
  CHECK(s.run()() == -2);
  CHECK(elements(s.variable<"v">()) == numbers{0.5, 2});
}

TEST_CASE("a step that waits for another one sees its update", "[training]") {
  // v: 4 - 1/2 * 2 * 4 = 0;  then, of (v - 2)^2 at 0, 0 + 1/2 * 4 = 2
  constexpr auto g = xs::graph(xs::let(one<"v", 4.0>, [](auto v) {
    return xs::let(step(xs::square(v)), [=](auto first) {
      return xs::let(xs::control_dependencies(first)(step(xs::square(v - 2.0_c))),
                     [=](auto second) { return xs::pack(first, second); });
    });
  }));
  xs::session s{g};
  const auto [first, second] = s.run();
  CHECK(first() == 16);
  CHECK(second() == 4);
  CHECK(s.variable<"v">()() == 2);
}

TEST_CASE("steps that do not wait for each other all see the values from before the run", "[training]") {
  // Both updates happen: 4 - 1/2 * 8 - 1/2 * 4
  constexpr auto g = xs::graph(xs::let(one<"v", 4.0>, [](auto v) {
    return xs::let(step(xs::square(v)), step(xs::square(v - 2.0_c)),
                   [](auto first, auto second) { return xs::pack(first, second); });
  }));
  xs::session s{g};
  const auto [first, second] = s.run();
  CHECK(first() == 16);
  CHECK(second() == 4);
  CHECK(s.variable<"v">()() == -2);
}

TEST_CASE("what waits for a step reads new values, all else old ones", "[training]") {
  constexpr auto g = xs::graph(xs::let(one<"v", 4.0>, [](auto v) {
    return xs::let(xs::identity(v), v * 10.0_c, xs::reshape(v, shape<1>),
                   [=](auto old, auto tenfold, auto row) {
                     return xs::let(step(xs::square(v) * 0.5_c), [=](auto loss) {  // v becomes 2
                       const auto behind = xs::control_dependencies(loss);
                       return xs::pack(old, tenfold, loss, behind(xs::identity(v)), behind(v * 10.0_c), v,
                                       behind(tenfold + v), xs::reduce_sum(row) * 3.0_c, v + 0.0_c);
                     });
                   });
  }));
  xs::session s{g};
  const auto [old, tenfold, loss, now, ten_now, variable, both, triple, unordered] = s.run();
  CHECK(old() == 4);
  CHECK(tenfold() == 40);
  CHECK(loss() == 8);
  CHECK(now() == 2);
  CHECK(ten_now() == 20);
  CHECK(variable() == 2);
  CHECK(both() == 42);
  CHECK(triple() == 12);  // read behind the step, through a view from before it
  CHECK(unordered() == 4);
}

TEST_CASE("gradients of one step all use the values from before it", "[training]") {
  // The gradient of each is the other: if v were changed first, w would not get 2.
  constexpr auto g =
      xs::graph(xs::let(one<"v", 2.0>, one<"w", 3.0>, [](auto v, auto w) { return step(v * w); }));
  xs::session s{g};
  CHECK(s.run()() == 6);
  CHECK(s.variable<"v">()() == 0.5);
  CHECK(s.variable<"w">()() == 2);
}

TEST_CASE("the gradient of a loss uses the values that the loss was computed with", "[training]") {
  // v * w is computed before the first step; the second step's gradient for w is the v of then.
  constexpr auto g = xs::graph(xs::let(one<"v", 2.0, xs::trainable<true>>, one<"w", 3.0>, [](auto v, auto w) {
    return xs::let(v * w, [=](auto product) { return xs::seq(step(xs::square(v)), step(product * 1.0_c)); });
  }));
  xs::session s{g};
  CHECK(s.run()() == 6);
  CHECK(s.variable<"w">()() == 2);     // 3 - 1/2 * 2, and not 3 - 1/2 * 0
  CHECK(s.variable<"v">()() == -1.5);  // 2 - 1/2 * 4 - 1/2 * 3
}

TEST_CASE("a loss around a step moves a variable by both of its values", "[training]") {
  // v^2 before, 3v behind: 4 - 1/2 = 3.5 by the first step; then the gradient is 2 * 4 + 3.
  constexpr auto g = xs::graph(xs::let(one<"v", 4.0>, [](auto v) {
    return xs::let(xs::square(v), [=](auto before) {
      return xs::let(step(v * 1.0_c),
                     [=](auto first) { return xs::control_dependencies(first)(step(before + v * 3.0_c)); });
    });
  }));
  xs::session s{g};
  CHECK(s.run()() == 26.5);
  CHECK(s.variable<"v">()() == 3.5 - 5.5);
}

TEST_CASE("the same loss twice moves twice", "[training]") {
  constexpr auto g = xs::graph(xs::let(one<"v", 2.0>, [](auto v) {
    return xs::let(xs::square(v), [](auto loss) { return xs::seq(step(loss), step(loss)); });
  }));
  xs::session s{g};
  CHECK(s.run()() == 4);
  CHECK(s.variable<"v">()() == -2);
}

TEST_CASE("a variable as a loss", "[training]") {
  constexpr auto g = xs::graph(xs::let(one<"v", 2.0>, [](auto v) {
    return xs::let(step(v),
                   [=](auto first) { return xs::pack(first, xs::control_dependencies(first)(step(v))); });
  }));
  xs::session s{g};
  const auto [first, second] = s.run();
  CHECK(first() == 2);
  CHECK(second() == 1.5);
  CHECK(s.variable<"v">()() == 1);
}

TEST_CASE("a shared variable gets the gradient of all its uses", "[training]") {
  constexpr auto g = xs::graph(
      xs::variable_scope<"s", xs::auto_reuse>(xs::let(xs::constant<"c", xs::value<2.0>>, [](auto c) {
        return step(c | layer | layer);  // 2 v^2: the gradient is 4 v
      })));
  static_assert(g.variables().size() == 1);
  xs::session s{g};
  CHECK(s.run()() == 18);
  CHECK(s.variable<"s/v">()() == -3);
}

TEST_CASE("a fetch by name trains only by the step that it names", "[training]") {
  constexpr auto g = xs::graph(xs::let(one<"v", 2.0>, one<"w", 3.0>, [](auto v, auto w) {
    return xs::seq(step(v * 4.0_c), step(w * 6.0_c));
  }));
  xs::session s{g};
  CHECK(s.run<"mul:0">()() == 8);
  CHECK(s.run<"v:0">()() == 2);
  CHECK(s.variable<"w">()() == 3);
  CHECK(s.run<"GradientDescent_1">()() == 18);
  CHECK(s.variable<"v">()() == 2);
  CHECK(s.variable<"w">()() == 0);
  CHECK(s.run<"GradientDescent">()() == 8);
  CHECK(s.variable<"v">()() == 0);
  CHECK(s.variable<"w">()() == 0);
  s.run();
  CHECK(s.variable<"v">()() == -2);
  CHECK(s.variable<"w">()() == -3);
}

TEST_CASE("a variable may be fed to the step that changes it", "[training]") {
  constexpr auto g = xs::graph(xs::let(
      xs::get_variable<"v", shape<2>, xs::dtype<double>, xs::initializer<xs::constant_initializer<2.0>>>,
      xs::placeholder<"x", shape<2>, xs::dtype<double>>, [](auto v, auto x) {
        return xs::let(step(xs::reduce_sum(v * x)),
                       [=](auto changed) { return xs::control_dependencies(changed)(v * x); });
      }));
  xs::session s{g};
  CHECK(elements(s.run(s.variable<"v">())) == numbers{2, 2});  // 1 * 2: x is v as it was fed
}

TEST_CASE("a variable without elements is trained without harm", "[training]") {
  constexpr auto g = xs::graph(
      xs::let(xs::get_variable<"v", shape<0>, xs::dtype<double>>, one<"w", 3.0>, [](auto v, auto w) {
        return step(xs::reduce_sum(v) + w + xs::reduce_sum(xs::reduce_mean(v, xs::axis<>)));
      }));
  xs::session s{g};
  CHECK(s.run()() == 3);
  CHECK(s.variable<"w">()() == 2.5);
}

TEST_CASE("training in a scope, in float, finds the line through points", "[training]") {
  constexpr auto g = xs::graph(
      xs::let(xs::placeholder<"x", shape<4, 1>>, xs::placeholder<"y", shape<4, 1>>, [](auto x, auto y) {
        return xs::let(x | xs::variable_scope<"line">(line), [=](auto guess) {
          return xs::minimize<xs::gradient_descent_optimizer<0.1f>>(xs::reduce_mean(xs::square(guess - y)));
        });
      }));
  xs::session s{g, 4};
  const xt::xtensor<float, 2> x{{-1}, {0}, {1}, {2}};
  const xt::xtensor<float, 2> y = 3.0F * x - 2.0F;
  float loss = 1;
  for (int i = 0; i < 300; ++i) s.run_into(loss, x, y);
  CHECK(loss < 1e-9F);
  CHECK(s.variable<"line/slope">()(0, 0) == Approx(3).epsilon(1e-4));
  CHECK(s.variable<"line/offset:0">()(0) == Approx(-2).epsilon(1e-4));

  // The trained variables in a graph for one number.
  constexpr auto one_at_a_time =
      xs::graph(xs::placeholder<"x", shape<1, 1>> | xs::variable_scope<"line">(line));
  xs::session t{one_at_a_time, s};
  CHECK(t.run(xt::xtensor_fixed<float, xt::xshape<1, 1>>{{10.0F}})(0, 0) == Approx(28).epsilon(1e-4));
}
