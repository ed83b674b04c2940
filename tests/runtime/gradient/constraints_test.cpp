// SPDX-License-Identifier: BSD-3-Clause
// A constraint is lowered as a program is: after a training step the variable is what the constraint, run as
// a program, makes of the value that the step alone would give it.
#include <cstddef>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

namespace xs = xscope;
using namespace xs::literals;

namespace {

constexpr auto halved = [](auto v) { return v * 0.5_c; };

template <auto Constraint>
void check_constraint() {
  using shape = decltype(xs::shape<2, 3>);
  constexpr auto trained =
      xs::graph(xs::let(xs::placeholder<"slopes", shape{}>,
                        xs::get_variable<"v", shape{}, xs::constraint<Constraint>>, [](auto c, auto v) {
                          return xs::minimize<xs::gradient_descent_optimizer<0.5F>>(xs::reduce_sum(c * v));
                        }));
  constexpr auto alone = xs::graph(xs::placeholder<"v", shape{}> | Constraint);
  const xt::xtensor<float, 2> slopes{{1, 2, -3}, {0.5F, -1, 4}};
  xs::session s{trained, 7};
  const auto v = s.template variable<"v:0">();
  xt::xtensor<float, 2> stepped({2, 3});
  for (std::size_t i = 0; i < 6; ++i) stepped.data()[i] = v.data()[i] - 0.5F * slopes.data()[i];
  s.run(slopes);
  xs::session t{alone};
  const auto& expected = t.run(stepped);
  for (std::size_t i = 0; i < 6; ++i) CHECK(v.data()[i] == Approx(expected.data()[i]).epsilon(1e-6));
}

}  // namespace

TEST_CASE("operations of many operands, and of many results", "[gradient]") {
  check_constraint<[](auto v) { return xs::add_n(v, v, v); }>();
  check_constraint<[](auto v) {
    return xs::let(xs::split(v, xs::num_or_size_splits<1, 2>, xs::axis<1>), [](auto parts) {
      auto [left, right] = parts;
      return xs::concat(right, left, xs::axis<1>);
    });
  }>();
  check_constraint<[](auto v) {
    return xs::let(xs::unstack(v), [](auto rows) {
      auto [first, second] = rows;
      return xs::stack(second, first + second);
    });
  }>();
}

TEST_CASE("reductions, literals and operations that are made of others", "[gradient]") {
  check_constraint<[](auto v) {
    return v / xs::sqrt(xs::reduce_sum(xs::square(v), xs::axis<0>, xs::keepdims));
  }>();
  check_constraint<[](auto v) { return xs::clip_by_value(v, -1.0_c, 1.0_c); }>();
  check_constraint<[](auto v) { return xs::leaky_relu(v, xs::alpha<0.25F>) | xs::softmax; }>();
  check_constraint<[](auto v) {
    return xs::let(xs::moments(v, xs::axis<0>), v, [](auto both, auto value) {
      auto [mean, variance] = both;
      return (value - mean) * xs::rsqrt(variance + 0.5_c);
    });
  }>();
  check_constraint<[](auto v) {
    return xs::layer_norm(v, xs::constant<"offset", xs::values<1.0F, 2.0F, 3.0F>>,
                          xs::constant<"scale", xs::values<0.5F, 1.0F, 2.0F>>, 0.125_c);
  }>();
}

TEST_CASE("scopes, and layers that are called twice", "[gradient]") {

  check_constraint<[](auto v) {
    return xs::variable_scope<"outer">(
        xs::let(v | xs::name_scope<"a">(halved) | xs::variable_scope<"b">(halved) | halved,
                [](auto w) { return xs::name_scope<"inner">(w + xs::relu(w)); }));
  }>();
}
