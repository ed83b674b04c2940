// SPDX-License-Identifier: BSD-3-Clause
// Optimizers over many steps against their formulas in double precision.
#include <array>
#include <cmath>
#include <cstdint>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

namespace xs = xscope;
using namespace xs::literals;
using xs::shape;

namespace {

/// The minimum of (w - target)^2 summed, of which the gradient is 2 (w - target).
constexpr std::array<double, 3> first{1.5, -2.0, 0.25};
constexpr std::array<float, 3> first_as_float{1.5F, -2.0F, 0.25F};
template <class T>
constexpr auto w = xs::get_variable<"w", xs::dtype<T>, xs::initializer<first>>;
template <>
constexpr auto w<float> = xs::get_variable<"w", xs::initializer<first_as_float>>;
template <class T>
constexpr auto target = xs::placeholder<"target", shape<3>, xs::dtype<T>>;

template <class T, auto Optimizer>
constexpr auto fit = xs::let(w<T>, target<T>, [](auto v, auto t) {
  return xs::minimize<Optimizer>(xs::reduce_sum(xs::square(v - t)));
});

/// What each step's gradient is made with: it moves, so that momentum matters.
template <class T>
std::array<T, 3> target_at(int step) {
  return {static_cast<T>(std::sin(0.3 * step)), static_cast<T>(step % 3), static_cast<T>(-0.5)};
}

/// Runs 100 steps beside `formula(v, gradient, i, step)`, which changes v, and compares all elements.
template <class T, auto Optimizer, class Formula>
void compare(Formula formula) {
  constexpr auto g = xs::graph(fit<T, Optimizer>);
  xs::session s{g};
  std::array<double, 3> v = first;
  for (int step = 1; step <= 100; ++step) {
    const auto t = target_at<T>(step);
    s.run(t);
    for (std::size_t i = 0; i < 3; ++i) formula(v[i], 2 * (v[i] - static_cast<double>(t[i])), i, step);
  }
  const double margin = std::is_same_v<T, double> ? 1e-6 : 1e-5;
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(static_cast<double>(s.template variable<"w">()(i)) == Approx(v[i]).epsilon(0).margin(margin));
}

}  // namespace

TEMPLATE_TEST_CASE("gradient descent", "[optimizers]", float, double) {
  compare<TestType, xs::gradient_descent_optimizer<0.125>>(
      [](double& v, double g, std::size_t, int) { v -= 0.125 * g; });
}

TEMPLATE_TEST_CASE("momentum", "[optimizers]", float, double) {
  std::array<double, 3> a{};
  compare<TestType, xs::momentum_optimizer<0.0625, 0.5>>([&](double& v, double g, std::size_t i, int) {
    a[i] = 0.5 * a[i] + g;
    v -= 0.0625 * a[i];
  });
}

TEMPLATE_TEST_CASE("Nesterov's momentum", "[optimizers]", float, double) {
  std::array<double, 3> a{};
  compare<TestType, xs::momentum_optimizer<0.0625, 0.5, xs::use_nesterov>>(
      [&](double& v, double g, std::size_t i, int) {
        a[i] = 0.5 * a[i] + g;
        v -= 0.0625 * (g + 0.5 * a[i]);
      });
}

TEMPLATE_TEST_CASE("Adam", "[optimizers]", float, double) {
  std::array<double, 3> m{};
  std::array<double, 3> u{};
  // TensorFlow's numbers are float32 first, whatever the variable's type.
  constexpr double beta1 = 0.9F;
  constexpr double beta2 = 0.999F;
  constexpr double epsilon = 1e-8F;
  compare<TestType, xs::adam_optimizer<0.125>>([&](double& v, double g, std::size_t i, int step) {
    const double rate = 0.125 * std::sqrt(1 - std::pow(beta2, step)) / (1 - std::pow(beta1, step));
    m[i] += (1 - beta1) * (g - m[i]);
    u[i] += (1 - beta2) * (g * g - u[i]);
    v -= rate * m[i] / (std::sqrt(u[i]) + epsilon);
  });
}

TEST_CASE("hyper-parameters are numbers, or what the program computes", "[optimizers]") {
  constexpr auto g = xs::graph(xs::let(
      xs::placeholder<"rate", shape<>>, xs::get_variable<"v", shape<>, xs::initializer<xs::ones_initializer>>,
      [](auto rate, auto v) { return xs::minimize<xs::gradient_descent_optimizer<rate>>(v * 3.0_c); }));
  xs::session s{g};
  s.run(0.5F);
  CHECK(s.variable<"v">()() == -0.5F);
  s.run(1.0F);
  CHECK(s.variable<"v">()() == -3.5F);

  // The rate as an argument, which a lambda may have captured as it likes.
  constexpr auto argument = xs::graph(
      xs::let(xs::placeholder<"rate", shape<>>,
              xs::get_variable<"v", shape<>, xs::initializer<xs::ones_initializer>>, [](auto rate, auto v) {
                return xs::let(v * 3.0_c, [=](auto loss) {
                  return xs::minimize<xs::momentum_optimizer<0.1F, 0.5F>>(loss, xs::learning_rate(rate));
                });
              }));
  xs::session a{argument};
  a.run(0.5F);
  CHECK(a.variable<"v">()() == -0.5F);

  // A rate that decays with the step that it is used in.
  constexpr auto decaying = xs::graph(
      xs::let(xs::get_variable<"step", shape<>, xs::trainable<false>, xs::initializer<xs::zeros_initializer>>,
              xs::get_variable<"v", shape<>, xs::initializer<xs::zeros_initializer>>, [](auto step, auto v) {
                return xs::let(1.0_c / (step + 1.0_c), v, [=](auto rate, auto u) {
                  return xs::minimize<xs::gradient_descent_optimizer<rate>>(u * 1.0_c, xs::global_step(step));
                });
              }));
  xs::session d{decaying};
  d.run();
  CHECK(d.variable<"v">()() == -1.0F);
  CHECK(d.variable<"step">()() == 1.0F);
  d.run();
  CHECK(d.variable<"v">()() == -1.5F);
  CHECK(d.variable<"step">()() == 2.0F);
}

TEST_CASE("two optimizers train the two halves of a program", "[optimizers]") {
  constexpr auto g = xs::graph(xs::let(
      xs::variable_scope<"gen">(xs::get_variable<"w", shape<2>, xs::initializer<xs::ones_initializer>>),
      xs::variable_scope<"disc">(
          xs::get_variable<"w", shape<2>, xs::initializer<xs::constant_initializer<2.0F>>>),
      xs::get_variable<"step", shape<>, xs::dtype<std::int64_t>, xs::trainable<false>,
                       xs::initializer<xs::zeros_initializer>>,
      [](auto a, auto b, auto n) {
        return xs::let(xs::reduce_sum(a * b), [=](auto y) {
          return xs::pack(
              xs::minimize<xs::momentum_optimizer<0.25F, 0.5F>>(y, xs::var_list<"gen/">, xs::global_step(n),
                                                                xs::name<"g_train">),
              xs::let(xs::compute_gradients<xs::adam_optimizer<0.1F>>(-y, xs::var_list(b)), [](auto pairs) {
                return xs::apply_gradients<xs::adam_optimizer<0.1F>>(pairs, xs::name<"d_train">);
              }));
        });
      }));
  xs::session s{g};
  s.run<"g_train">();
  CHECK(s.variable<"gen/w">()(0) == 0.5F);
  CHECK(s.variable<"gen/w/Momentum">()(0) == 2.0F);
  CHECK(s.variable<"disc/w">()(0) == 2.0F);
  CHECK(s.variable<"disc/w/Adam">()(0) == 0.0F);
  CHECK(s.variable<"step">()() == 1);
  s.run<"d_train">();
  CHECK(s.variable<"gen/w">()(0) == 0.5F);
  CHECK(s.variable<"disc/w">()(0) == Approx(2.1F));
  CHECK(s.variable<"beta1_power">()() == Approx(0.81F));
  CHECK(s.variable<"step">()() == 1);
  // Without names both run, each with the values from before.
  s.run();
  CHECK(s.variable<"step">()() == 2);
  CHECK(s.variable<"gen/w/Momentum">()(0) == Approx(0.5F * 2.0F + 2.1F));
}

TEST_CASE("a constraint holds after each update", "[optimizers]") {
  constexpr auto g = xs::graph(
      xs::let(xs::get_variable<"v", shape<2>, xs::initializer<xs::ones_initializer>,
                               xs::constraint<[](auto v) { return xs::clip_by_value(v, 0.75_c, 2.0_c); }>>,
              [](auto v) {
                return xs::minimize<xs::adam_optimizer<0.5F>>(xs::reduce_sum(v * xs::values<1.0F, -1.0F>));
              }));
  xs::session s{g};
  for (int i = 0; i < 3; ++i) s.run();
  CHECK(s.variable<"v">()(0) == 0.75F);
  CHECK(s.variable<"v">()(1) == 2.0F);
}

TEST_CASE("slots of partitioned variables are sliced with them", "[optimizers]") {
  constexpr auto g = xs::graph(
      xs::let(xs::get_variable<"w", shape<4, 2>, xs::partitioner<xs::fixed_size_partitioner<2>>,
                               xs::initializer<xs::ones_initializer>>,
              [](auto w) { return xs::minimize<xs::momentum_optimizer<0.5F, 0.5F>>(xs::reduce_sum(w)); }));
  static_assert(g.find("w/part_0/Momentum")->shape() == shape<2, 2>);
  xs::session s{g};
  s.run();
  CHECK(s.variable<"w/part_1">()(1, 1) == 0.5F);
  CHECK(s.variable<"w/part_1/Momentum">()(1, 1) == 1.0F);
}

TEST_CASE("optimizers share what they keep where scopes share variables", "[optimizers]") {
  // A scope that is opened again counts anew, so the second Momentum asks for the first one's slot.
  constexpr auto g = xs::graph(xs::let(
      xs::get_variable<"before", shape<3>, xs::initializer<xs::constant_initializer<7.0F>>>,
      xs::get_variable<"w", shape<>, xs::initializer<xs::ones_initializer>>, [](auto before, auto w) {
        constexpr auto step = xs::minimize<xs::momentum_optimizer<0.5F, 0.5F>>;
        return xs::let(w * 2.0_c, [=](auto loss) {
          return xs::seq(xs::variable_scope<"t", xs::auto_reuse>(step(loss, xs::var_list(w), xs::name<"a">)),
                         xs::variable_scope<"t", xs::auto_reuse>(step(loss, xs::var_list(w), xs::name<"b">)),
                         before);
        });
      }));
  static_assert(g.variables().size() == 3);
  xs::session s{g};
  s.run<"t/a">();
  CHECK(s.variable<"t/w/Momentum">()() == 2.0F);
  s.run<"t_1/b">();
  CHECK(s.variable<"t/w/Momentum">()() == 3.0F);
  CHECK(s.variable<"w">()() == 1.0F - 0.5F * 2.0F - 0.5F * 3.0F);
  CHECK(s.variable<"before">()(0) == 7.0F);
}
