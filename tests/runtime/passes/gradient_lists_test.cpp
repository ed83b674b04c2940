// SPDX-License-Identifier: BSD-3-Clause
// What is done with lists of gradients, in numbers: by hand, and against one training step.
#include <array>
#include <cmath>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

namespace {

namespace xs = xscope;
using xs::shape;
using namespace xs::literals;

inline constexpr auto& sgd = xs::gradient_descent_optimizer<1.0f>;
constexpr auto v = xs::get_variable<"v", shape<2>, xs::initializer<xs::constant_initializer<3.0f>>>;
constexpr auto w = xs::get_variable<"w", shape<1>, xs::initializer<xs::constant_initializer<4.0f>>>;

/// The gradients of v and w are 3 and 4, each element.
template <class F>
constexpr auto with_list(F f) {
  return xs::let(v, w, [f](auto a, auto b) {
    const auto loss = [](auto x, auto y) { return xs::l2_loss(x) + xs::l2_loss(y); };
    return xs::let(xs::compute_gradients<sgd>(loss(a, b)), [f, a, b](auto list) { return f(list, a, b); });
  });
}
/// v[0], v[1] and w after one step.
template <class Program>
std::array<float, 3> after_a_step(Program program) {
  xs::session s{xs::graph(program)};
  s.run();
  return {s.template variable<"v:0">()(0), s.template variable<"v:0">()(1), s.template variable<"w:0">()(0)};
}
void check(const std::array<float, 3>& found, float of_v, float of_w) {
  const float expected[] = {of_v, of_v, of_w};
  for (std::size_t i = 0; i < 3; ++i) {
    CAPTURE(i, found[i], expected[i]);
    CHECK(std::abs(found[i] - expected[i]) < 2e-6F);
  }
}

TEST_CASE("a list is applied as it is, and scaled") {
  check(after_a_step(with_list([](auto list, auto, auto) { return xs::apply_gradients<sgd>(list); })), 0, 0);
  check(after_a_step(with_list(
            [](auto list, auto, auto) { return xs::apply_gradients<sgd>(list * 0.5_c + list * 0.25_c); })),
        3 - 0.75F * 3, 4 - 0.75F * 4);
  check(after_a_step(with_list([](auto list, auto a, auto b) {
          return xs::let(xs::compute_gradients<sgd>(xs::reduce_sum(a) + xs::reduce_sum(b)), [=](auto other) {
            return xs::apply_gradients<sgd>(xs::average_gradients(list, other));
          });
        })),
        3 - 2.0F, 4 - 2.5F);
}

TEST_CASE("gradients are clipped") {
  // The norm of (3, 3, 4) is the root of 34.
  const float norm = std::sqrt(34.0F);
  check(after_a_step(with_list([](auto list, auto, auto) {
          return xs::apply_gradients<sgd>(xs::clip_by_global_norm(list, 2.0_c));
        })),
        3 - 3 * 2 / norm, 4 - 4 * 2 / norm);
  check(after_a_step(with_list([](auto list, auto, auto) {
          return xs::apply_gradients<sgd>(xs::clip_by_global_norm(list, 100.0_c));
        })),
        0, 0);
  check(after_a_step(with_list([](auto list, auto, auto) {
          return xs::apply_gradients<sgd>(xs::clip_by_global_norm(
              list, xs::constant<"c", xs::value<3.0f>>, xs::use_norm(xs::constant<"n", xs::value<6.0f>>)));
        })),
        1.5F, 2);
  check(after_a_step(with_list([](auto list, auto, auto) {
          return xs::apply_gradients<sgd>(xs::clip_by_value(list, -3.5_c, 3.5_c));
        })),
        0, 0.5F);
  check(after_a_step(with_list(
            [](auto list, auto, auto) { return xs::apply_gradients<sgd>(xs::clip_by_norm(list, 4.0_c)); })),
        3 - 4 / std::sqrt(2.0F), 0);
}

TEST_CASE("a norm that is no number makes none") {
  constexpr auto program =
      xs::let(xs::placeholder<"x", shape<2>>, xs::placeholder<"y", shape<1>>, [](auto x, auto y) {
        return xs::let(xs::clip_by_global_norm(xs::pack(x, xs::none, y), 5.0_c), [](auto clipped) {
          return xs::pack(clipped.template get<0>().template get<0>(),
                          clipped.template get<0>().template get<2>(), clipped.template get<1>(),
                          xs::global_norm(xs::pack(clipped.template get<0>().template get<0>())));
        });
      });
  xs::session s{xs::graph(program)};
  const std::array<float, 2> x{6, 0};
  const std::array<float, 1> y{8};
  const auto& [a, b, norm, of_a] = s.run(x, y);
  CHECK(std::abs(a(0) - 3) < 1e-6F);
  CHECK(a(1) == 0);
  CHECK(std::abs(b(0) - 4) < 1e-6F);
  CHECK(norm() == 10);
  CHECK(std::abs(of_a() - 3) < 1e-6F);
  const auto& [c, d, infinite, rest] = s.run(std::array<float, 2>{INFINITY, 1}, y);
  CHECK(std::isinf(infinite()));
  CHECK((std::isnan(c(0)) && std::isnan(c(1)) && std::isnan(d(0))));
}

TEST_CASE("zero stays zero when it is clipped") {
  xs::session s{
      xs::graph(xs::placeholder<"x", shape<2>> | [](auto x) { return xs::clip_by_norm(x, 1.0_c); })};
  const auto& y = s.run(std::array<float, 2>{0, 0});
  CHECK((y(0) == 0 && y(1) == 0));
}

TEST_CASE("gradients and variables are paired by hand") {
  check(after_a_step(xs::let(v, w,
                             [](auto a, auto b) {
                               return xs::apply_gradients<sgd>(xs::zip(
                                   xs::pack(xs::none, xs::constant<"g", xs::values<1.5f>>), xs::pack(a, b)));
                             })),
        3, 2.5F);
  check(after_a_step(xs::let(v, w,
                             [](auto a, auto b) {
                               return xs::apply_gradients<sgd>(xs::zip(
                                   xs::gradients(xs::l2_loss(a) + xs::l2_loss(b), a, b), xs::pack(a, b)));
                             })),
        0, 0);
}

TEST_CASE("a gradient is read by its variable, and by the variable's name") {
  xs::session s{xs::graph(with_list([](auto list, auto, auto b) {
    return xs::pack(xs::gradient_of(list, b), xs::gradient_of<"v", shape<2>>(list));
  }))};
  const auto& [of_w, of_v] = s.run();
  CHECK(of_w(0) == 4);
  CHECK((of_v(0) == 3 && of_v(1) == 3));
}

}  // namespace
