// SPDX-License-Identifier: BSD-3-Clause
// Operations of many operands, and what training makes of regularizers and constraints.
#include <xtensor/xbuilder.hpp>

#include "runtime/support/gradients.hpp"

namespace xs = xscope;
using namespace xs::literals;
using gradients::check_gradient;
using gradients::scalar_of;
using xs::shape;

TEST_CASE("concat along each axis", "[ops]") {
  const xt::xtensor<float, 2> a = xt::arange<float>(6).reshape({2, 3});
  const xt::xtensor<float, 2> b = 10 + xt::arange<float>(6).reshape({2, 3});
  const xt::xtensor<float, 2> c = 20 + xt::arange<float>(2).reshape({2, 1});
  constexpr auto rows =
      xs::graph(xs::let(xs::placeholder<"a", shape<2, 3>>, xs::placeholder<"b", shape<2, 3>>,
                        [](auto x, auto y) { return xs::concat(x, y, x, xs::axis<0>); }));
  xs::session by_rows{rows};
  CHECK(xt::allclose(by_rows.run(a, b), xt::concatenate(xt::xtuple(a, b, a), 0)));

  constexpr auto columns =
      xs::graph(xs::let(xs::placeholder<"a", shape<2, 3>>, xs::placeholder<"c", shape<2, 1>>,
                        [](auto x, auto y) { return xs::concat(x, y, x, xs::axis<-1>); }));
  xs::session by_columns{columns};
  CHECK(xt::allclose(by_columns.run(a, c), xt::concatenate(xt::xtuple(a, c, a), 1)));
}

TEST_CASE("sums of many", "[ops]") {
  const xt::xtensor<float, 1> a{1, 2};
  constexpr auto g = xs::graph(xs::placeholder<"a", shape<2>> |
                               [](auto x) { return xs::add_n(x, x, xs::square(x), x, xs::exp(x)); });
  xs::session s{g};
  CHECK(xt::allclose(s.run(a), 3 * a + a * a + xt::exp(a)));
}

TEST_CASE("gradients of operations of many operands", "[gradient]") {
  check_gradient(
      [](auto v) { return scalar_of(xs::square(xs::concat(v, xs::tanh(v), xs::exp(v), xs::axis<1>))); },
      shape<2, 3>);
  check_gradient([](auto v) { return scalar_of(xs::tanh(xs::concat(v, v, xs::axis<0>))); }, shape<2, 3>);
  check_gradient([](auto v) { return scalar_of(xs::tanh(xs::add_n(v, xs::square(v), v, xs::exp(v)))); },
                 shape<3>);
}

namespace {

constexpr auto half_square = [](auto v) { return xs::reduce_sum(xs::square(v)) * 0.5_c; };
constexpr auto not_negative = [](auto v) { return xs::relu(v); };

}  // namespace

TEST_CASE("losses of regularizers are summed up and trained", "[training]") {
  constexpr auto program = xs::variable_scope<"net", xs::regularizer<half_square>>(
      xs::let(xs::get_variable<"v", xs::initializer<xs::values<1.0f, -2.0f>>>,
              xs::get_variable<"w", xs::initializer<xs::value<3.0f>>>,
              xs::get_variable<"free", xs::initializer<xs::value<4.0f>>, xs::regularizer<xs::no_regularizer>>,
              xs::get_regularization_loss(), [](auto, auto, auto, auto loss) {
                return xs::seq(xs::minimize<xs::gradient_descent_optimizer<0.5f>>(loss), loss);
              }));
  xs::session s{xs::graph(program)};
  CHECK(s.run()() == Approx(0.5 * (1 + 4) + 0.5 * 9));
  CHECK(xt::allclose(s.variable<"net/v:0">(), xt::xtensor<float, 1>{0.5f, -1.0f}));
  CHECK(s.variable<"net/w:0">()() == 1.5f);
  CHECK(s.variable<"net/free:0">()() == 4.0f);
}

TEST_CASE("a program without losses has none", "[training]") {
  xs::session s{xs::graph(xs::get_regularization_loss<double>())};
  CHECK(s.run()() == 0.0);
}

TEST_CASE("a constraint projects the variable after each update", "[training]") {
  constexpr auto program = xs::let(
      xs::get_variable<"v", xs::initializer<xs::values<1.0f, -2.0f>>, xs::constraint<not_negative>>,
      xs::variable<"t", xs::values<1.0f, -2.0f>, xs::constraint<not_negative>>,
      xs::get_variable<"free", xs::initializer<xs::values<1.0f, -2.0f>>>, [](auto v, auto t, auto free) {
        return xs::minimize<xs::gradient_descent_optimizer<0.25f>>(xs::reduce_sum(v + t + free));
      });
  xs::session s{xs::graph(program)};
  s.run();
  const xt::xtensor<float, 1> projected{0.75f, 0.0f};
  CHECK(xt::allclose(s.variable<"v:0">(), projected));
  CHECK(xt::allclose(s.variable<"t:0">(), projected));
  CHECK(xt::allclose(s.variable<"free:0">(), xt::xtensor<float, 1>{0.75f, -2.25f}));
}
