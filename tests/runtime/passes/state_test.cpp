// SPDX-License-Identifier: BSD-3-Clause
// Gradients as tensors, assignments, groups, and who waits for whom.
#include <array>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

namespace xs = xscope;
using namespace xs::literals;
using xs::shape;

namespace {

template <xs::fixed_string Name, auto First>
constexpr auto one = xs::get_variable<Name, shape<>, xs::initializer<xs::constant_initializer<First>>>;

}  // namespace

TEST_CASE("gradients are tensors like any other", "[gradients]") {
  constexpr auto g = xs::graph(xs::let(one<"v", 2.0F>, one<"w", 3.0F>, [](auto v, auto w) {
    return xs::let(xs::gradients(v * v * w, v, w), [=](auto both) {
      const auto [dv, dw] = both;
      // d(v^2 w)/dv = 2 v w; its own gradient by w is 2 v
      return xs::pack(dv, dw, dv + dw, xs::gradients(dv, w));
    });
  }));
  xs::session s{g};
  const auto& [dv, dw, sum, second] = s.run();
  CHECK(dv() == 12);
  CHECK(dw() == 4);
  CHECK(sum() == 16);
  CHECK(second() == 4);
}

TEST_CASE("what flows into y, and what stops it", "[gradients]") {
  constexpr auto g =
      xs::graph(xs::let(xs::get_variable<"v", shape<2>, xs::initializer<xs::ones_initializer>>,
                        xs::placeholder<"x", shape<2>>, [](auto v, auto x) {
                          return xs::let(v * x, [=](auto y) {
                            return xs::let(xs::square(y), [=](auto z) {
                              return xs::pack(xs::gradients(z, v, xs::grad_ys(x)), xs::gradients(z, x),
                                              xs::gradients(xs::pack(z, y), y, xs::stop_gradients(y)),
                                              xs::gradients(z + v, v, xs::stop_gradients(y)),
                                              xs::gradients(v, x, xs::unconnected_gradients<xs::zero>));
                            });
                          });
                        }));
  xs::session s{g};
  const auto& [with, by_x, at_y, around, none] = s.run(std::array{2.0F, 3.0F});
  CHECK(with(1) == 2 * 9 * 3);
  CHECK(by_x(0) == 4);
  CHECK(at_y(1) == 7);
  CHECK(around(1) == 1);
  CHECK(none(0) == 0);
}

TEST_CASE("an assignment runs when a run needs it", "[state]") {
  constexpr auto g = xs::graph(xs::let(one<"v", 1.0F>, [](auto v) {
    return xs::let(xs::assign_add(v, 1.0_c, xs::name<"inc">), [=](auto inc) {
      return xs::pack(xs::identity(v, xs::name<"before">),
                      xs::control_dependencies(inc)(xs::read_value(v, xs::name<"after">)),
                      xs::control_dependencies(inc)(xs::identity(v * 10.0_c, xs::name<"tenfold">)),
                      xs::identity(inc * 2.0_c, xs::name<"doubled">), xs::group(inc, xs::name<"all">),
                      xs::control_dependencies(inc)(
                          xs::control_dependencies(xs::none)(xs::identity(v, xs::name<"freed">))));
    });
  }));
  xs::session s{g};
  CHECK(s.run<"before">()() == 1);
  CHECK(s.run<"before">()() == 1);
  CHECK(s.run<"after">()() == 2);
  CHECK(s.run<"tenfold">()() == 30);
  CHECK(s.run<"doubled">()() == 8);
  CHECK(s.run<"freed">()() == 4);
  CHECK(s.run<"inc">()() == 5);
  s.run<"all">();
  CHECK(s.variable<"v">()() == 6);
  const auto [before, after] = s.run<"before", "after">();
  CHECK(before() == 6);
  CHECK(after() == 7);
  // All effects of a program happen in a plain run.
  s.run();
  CHECK(s.variable<"v">()() == 8);
}

TEST_CASE("assignments that wait for each other happen in that order", "[state]") {
  constexpr auto g = xs::graph(xs::let(one<"v", 1.0F>, [](auto v) {
    return xs::let(xs::assign(v, 5.0_c), [=](auto set) {
      return xs::let(xs::control_dependencies(set)(xs::assign_sub(v, v * 0.5_c)), [=](auto halved) {
        return xs::control_dependencies(halved)(xs::pack(xs::read_value(v), xs::identity(set)));
      });
    });
  }));
  xs::session s{g};
  for (int i = 0; i < 2; ++i) {
    const auto& [now, set] = s.run();
    CHECK(now() == 2.5F);
    CHECK(set() == 5.0F);
  }
}

TEST_CASE("a collection is waited for", "[state]") {
  // TensorFlow's idiom for what batch normalization updates.
  constexpr auto g = xs::graph(xs::let(
      xs::get_variable<"mean", shape<>, xs::trainable<false>, xs::initializer<xs::zeros_initializer>>,
      one<"v", 1.0F>, [](auto mean, auto v) {
        return xs::seq(
            xs::let(xs::assign(mean, v * 2.0_c),
                    [](auto update) { return xs::add_to_collection<"update_ops">(update); }),
            xs::let(xs::get_collection<"update_ops">, [=](auto updates) {
              return xs::control_dependencies(updates)(
                  xs::minimize<xs::gradient_descent_optimizer<0.5F>>(xs::square(v), xs::name<"train">));
            }));
      }));
  xs::session s{g};
  CHECK(s.run<"train">()() == 1);
  CHECK(s.variable<"mean">()() == 2);
  CHECK(s.variable<"v">()() == 0);
}

TEST_CASE("a step and what waits for it", "[state]") {
  constexpr auto g = xs::graph(xs::let(one<"v", 4.0F>, [](auto v) {
    return xs::let(xs::minimize<xs::gradient_descent_optimizer<0.5F>>(xs::square(v) * 0.5_c), [=](auto step) {
      return xs::pack(step, v * 1.0_c, xs::control_dependencies(step)(v * 1.0_c));
    });
  }));
  xs::session s{g};
  const auto& [loss, old, now] = s.run();
  CHECK(loss() == 8);
  CHECK(old() == 4);
  CHECK(now() == 2);
}

TEST_CASE("a change does not make others run that it does not wait for", "[state]") {
  constexpr auto g = xs::graph(xs::let(one<"v", 1.0F>, [](auto v) {
    return xs::pack(xs::assign_add(v, 1.0_c, xs::name<"one">), xs::assign_add(v, 10.0_c, xs::name<"ten">),
                    xs::minimize<xs::gradient_descent_optimizer<100.0F>>(v * 1.0_c, xs::name<"train">));
  }));
  xs::session s{g};
  CHECK(s.run<"ten">()() == 11);
  CHECK(s.run<"one">()() == 12);
  s.run<"train">();
  CHECK(s.variable<"v">()() == -88);
  // All three, in the order of the program where nothing else says when.
  s.run();
  CHECK(s.variable<"v">()() == -88 + 11 - 100);
}
