// SPDX-License-Identifier: BSD-3-Clause
// Results by reference and by value: what is read only, what is a copy, what a copy takes, and who may change
// what.
#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

#include "runtime/support/counting.hpp"
#include "runtime/support/tensors.hpp"

namespace xs = xscope;
using namespace xs::literals;
using counting::allocations;
using tensors::elements;
using xs::shape;
using numbers = std::vector<double>;

namespace {

constexpr auto twice = xs::graph(xs::placeholder<"x", shape<3>> * 2.0_c);
constexpr std::array<float, 3> a{1, 2, 3};
constexpr std::array<float, 3> b{4, 5, 6};

template <class T>
concept writable = requires(T& y) { y.fill(1); } || requires(T& y) { y(0) = 1; } || requires(T& y) {
  y = 1;
} || requires(T& y) { y += 1; } || requires(T& y) { y.storage()[0] = 1; };

}  // namespace

TEST_CASE("what auto keeps is a value", "[values]") {
  xs::session s{twice};
  auto first = s.run(a);
  auto second = s.run(b);
  CHECK(elements(first) == numbers{2, 4, 6});
  CHECK(elements(second) == numbers{8, 10, 12});
  static_assert(std::same_as<decltype(first), xs::tensor<float, 3>>);
  first.fill(0);
  first(1) = 7;
  CHECK(elements(second) == numbers{8, 10, 12});
  CHECK(elements(s.run(b)) == numbers{8, 10, 12});

  std::vector<xs::tensor<float, 3>> all;
  for (int i = 0; i < 5; ++i) all.push_back(s.run(std::array<float, 3>{static_cast<float>(i), 0, 0}));
  for (std::size_t i = 0; i < 5; ++i) CHECK(all[i](0) == 2.0F * static_cast<float>(i));
  const auto returned = [](auto of) { return xs::session{twice}.run(of); }(a);  // its session is gone
  CHECK(elements(returned) == numbers{2, 4, 6});
  const auto captured = [y = s.run(a)] { return y(2); };
  s.run(b);
  CHECK(captured() == 6);
  auto by_name = s.run<"mul:0">(a);
  s.run<"mul:0">(b);
  CHECK(elements(by_name) == numbers{2, 4, 6});
  auto fork = s.fork();
  auto forked = fork.run(a);
  fork.run(b);
  CHECK(elements(forked) == numbers{2, 4, 6});
}

TEST_CASE("what a reference sees is the session's, and read only", "[values]") {
  xs::session s{twice};
  const auto& y = s.run(a);
  const float* where = y.data();
  CHECK(s.run(b).data() == where);
  CHECK(elements(y) == numbers{8, 10, 12});
  static_assert(!writable<std::remove_reference_t<decltype(s.run(a))>>);
  static_assert(!writable<std::remove_reference_t<decltype(s.run<"x:0">(a))>>);
  static_assert(std::same_as<decltype(s.run(a)), const xs::tensor<float, 3>&>);
  static_assert(writable<xs::tensor<float, 3>>);
  s.run(y);  // an earlier result is fed
  CHECK(elements(y) == numbers{16, 20, 24});
}

TEST_CASE("equal results and constants are copied apart", "[values]") {
  constexpr auto g = xs::graph(xs::let(xs::placeholder<"x", shape<3>>, [](auto x) {
    return xs::pack(x + x, x + x, xs::constant<"c", xs::values<1.0f, 2.0f>>,
                    xs::constant<"u", xs::value<5.0f>, shape<2>>,
                    x + xs::constant<"k", xs::values<1.f, 2.f, 3.f>>);
  }));
  xs::session s{g};
  const auto& [p, q, c, u, sum] = s.run(a);
  CHECK(p.data() == q.data());  // nothing is computed or stored twice
  static_assert(
      !writable<std::remove_reference_t<std::tuple_element_t<2, std::decay_t<decltype(s.run(a))>>>> ||
      std::is_const_v<std::remove_reference_t<decltype(s.run(a))>>);
  static_assert(!writable<std::remove_reference_t<decltype(std::get<2>(s.run(a)))>>);

  auto [p1, q1, c1, u1, sum1] = s.run(a);
  p1.fill(-1);
  c1.fill(-1);
  u1 = -1.0F;
  sum1 += 3;
  CHECK(elements(q1) == numbers{2, 4, 6});
  CHECK(elements(sum1) == numbers{5, 7, 9});
  auto [p2, q2, c2, u2, sum2] = s.run(a);
  CHECK(elements(p2) == numbers{2, 4, 6});
  CHECK(elements(c2) == numbers{1, 2});
  CHECK(elements(u2) == numbers{5, 5});
  CHECK(elements(sum2) == numbers{2, 4, 6});
  auto constant = s.run<"k:0">();
  constant.fill(9);
  CHECK(elements(std::get<4>(s.run(a))) == numbers{2, 4, 6});
  static_assert(!writable<std::remove_reference_t<decltype(s.run<"c:0">())>>);
}

TEST_CASE("small values lie in the object, large ones on the heap", "[values]") {
  constexpr auto large = xs::graph(xs::placeholder<"x", shape<1024, 512>> + 1.0_c);
  xs::session s{twice};
  xs::session t{large};
  CHECK(allocations([&] {
          auto y = s.run(a);
          auto z = y;
          z = s.run(b);
          y = std::move(z);
        }) == 0);
  static_assert(sizeof(xs::tensor<float, 256>) <= 1024 + 64);
  static_assert(sizeof(xs::tensor<float, 1024, 512>) <= 64);  // two megabytes are no good on a stack
  const xt::xtensor<float, 2> x = xt::ones<float>({1024, 512});
  CHECK(allocations([&] { static_cast<void>(t.run(x)(3, 3)); }) == 0);
  CHECK(allocations([&] { auto y = t.run(x); }) == 4);
  auto y = t.run(x);
  const float* where = y.data();
  CHECK(where != t.run(x).data());
  auto moved = std::move(y);
  CHECK(moved.data() == where);
  y = t.run(x);  // what was moved from may be assigned to
  CHECK(y(1023, 511) == 2);
  y = xt::zeros<float>({1024, 512});
  auto gone = std::move(y);
  y = 0.0F;
  gone = std::move(y);
  y = xt::zeros<float>({1024, 512});
  std::swap(y, moved);
  CHECK(y.data() == where);
  CHECK(moved(1023, 511) == 0);
  CHECK(allocations([&] { moved = t.run(x); }) == 0);
  CHECK(moved(1023, 511) == 2);
  y += moved;
  CHECK(y(5, 5) == 4);
  auto again = y;
  again(5, 5) = 0;
  CHECK(y(5, 5) == 4);
}

TEST_CASE("values are xtensor containers", "[values]") {
  xs::session s{twice};
  auto y = s.run(a);
  xs::tensor<float, 3> kept;
  CHECK(elements(kept) == numbers{0, 0, 0});
  kept = s.run(a);
  kept = y + kept;
  kept += y;
  kept *= 0.5F;
  CHECK(elements(kept) == numbers{3, 6, 9});
  xt::noalias(kept) = 2.0F * y;
  CHECK(elements(kept) == numbers{4, 8, 12});
  CHECK(xt::sum(kept)() == 24);
  const xs::tensor<float, 3> lazy = kept - y;
  CHECK(elements(lazy) == numbers{2, 4, 6});
  const xt::xtensor<float, 1> plain = s.run(b);
  CHECK(elements(plain) == numbers{8, 10, 12});
  CHECK(elements(s.run(lazy)) == numbers{4, 8, 12});
  CHECK(std::accumulate(y.begin(), y.end(), 0.0F) == 12);
  static_assert(std::is_nothrow_move_constructible_v<decltype(y)> &&
                std::is_nothrow_move_assignable_v<decltype(y)>);
}

TEST_CASE("a const session shows its variables", "[values]") {
  constexpr auto g = xs::graph(xs::get_variable<"v", shape<3>, xs::initializer<xs::ones_initializer>>);
  xs::session s{g};
  const auto& fixed = s;
  auto read = fixed.variable<"v:0">();
  static_assert(std::same_as<decltype(read(0)), const float&> &&
                std::same_as<decltype(*read.data()), const float&>);
  static_assert(writable<decltype(s.variable<"v:0">())>);
  s.variable<"v:0">()(1) = 5;
  CHECK(elements(read) == numbers{1, 5, 1});
  CHECK(xt::sum(read)() == 7);
  // As a result a variable is read, too.
  static_assert(!writable<std::remove_reference_t<decltype(s.run())>>);
  const auto& shown = s.run();
  auto kept = s.run();
  s.variable<"v:0">()(2) = 9;
  CHECK(elements(shown) == numbers{1, 5, 9});
  CHECK(elements(kept) == numbers{1, 5, 1});
}

TEST_CASE("a large expression is assigned to a variable without the stack", "[values]") {
  constexpr auto g =
      xs::graph(xs::get_variable<"v", shape<2048, 2048>, xs::initializer<xs::ones_initializer>>);
  xs::session s{g};
  auto v = s.variable<"v:0">();  // 16 MB, twice what a thread has
  v = v * 2.0F + 1.0F;
  v += xt::transpose(v);
  CHECK(v(2047, 2047) == 6);
}
