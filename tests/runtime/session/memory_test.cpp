// SPDX-License-Identifier: BSD-3-Clause
// What memory a session takes: room for its results, more for a fetch by name only where one asks for it, and
// nothing that is written twice.
#include <array>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

#if defined(__unix__)
#include <csignal>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>
#endif

#include "runtime/support/counting.hpp"
#include "runtime/support/tensors.hpp"

namespace xs = xscope;
using namespace xs::literals;
using counting::allocations;
using tensors::elements;
using xs::shape;
using numbers = std::vector<double>;

namespace {

// Each layer's product is 8 MB, and dies with the next but one.
constexpr auto layer = [](auto x) {
  return x | xs::variable_scope<xs::none, xs::default_name<"layer">>(
                 [](auto v) { return xs::sin(xs::matmul(v, xs::get_variable<"kernel", shape<32, 32>>)); });
};
constexpr auto deep = xs::graph(xs::placeholder<"x", shape<65536, 32>> | layer | layer | layer | layer |
                                layer | layer | layer | layer | layer | layer | layer | layer);
constexpr std::size_t product = 65536 * 32 * sizeof(float);
using deep_session = decltype(xs::session{deep});

}  // namespace

TEST_CASE("a session takes what its results need", "[memory]") {
  // Beside the plan there is a slot for the placeholder.
  static_assert(deep.workspace_bytes() <= 3 * product);
  const std::size_t before = counting::bytes;
  deep_session s{deep};
  const std::size_t taken = counting::bytes - before;
  const std::size_t needed = deep.workspace_bytes() + product + deep.variable_bytes();
  CHECK(taken >= needed);
  CHECK(static_cast<double>(taken) <= 1.1 * static_cast<double>(needed));
}

TEST_CASE("a fetch by name takes its room once", "[memory]") {
  constexpr auto g = xs::graph(xs::placeholder<"x", shape<64, 64>> * 2.0_c | xs::reduce_sum);
  static_assert(g.workspace_bytes() < 64 * 64 * sizeof(float));  // the products never lie in memory
  xs::session s{g};
  const xt::xtensor<float, 2> x = xt::ones<float>({64, 64});
  const std::size_t news = counting::news;
  CHECK(s.run(x)() == 8192);
  CHECK(counting::news == news);
  const auto& all = s.run<"mul:0">(x);
  CHECK(all(63, 63) == 2);
  CHECK(counting::news > news);
  CHECK(allocations([&] { s.run<"mul:0">(x); }) == 0);
  CHECK(allocations([&] { s.run(x); }) == 0);
  CHECK(allocations([&] { s.run<"Sum:0">(x); }) == 0);
  // What lies in that room may be fed.
  const auto& again = s.run<"mul:0">(xt::transpose(all));
  CHECK(again(1, 1) == 4);

  auto f = s.fork();
  f.prepare<"mul:0">();
  const std::size_t prepared = counting::news;
  f.run<"mul:0">(x);
  CHECK(counting::news == prepared);
  CHECK(allocations([&] { f.prepare(); }) == 0);
  f.prepare<"mul:0", "Sum:0">();
  CHECK(allocations([&] { f.run<"mul:0", "Sum:0">(x); }) == 0);

  xs::session moved{std::move(f)};
  CHECK(allocations([&] { moved.run<"mul:0">(x); }) == 0);
}

TEST_CASE("variables may be left as they are", "[memory]") {
  constexpr auto g = xs::graph(xs::let(
      xs::placeholder<"x", shape<3>>, xs::get_variable<"v", shape<3>, xs::initializer<xs::ones_initializer>>,
      [](auto x, auto v) { return x * v + xs::constant<"c", xs::values<1.0f, 2.0f, 3.0f>>; }));
  xs::session s{g, xs::uninitialized};
  s.variable<"v:0">() = 2.0F;
  CHECK(elements(s.run(std::array<float, 3>{1, 1, 1})) == numbers{3, 4, 5});
  xs::session in{g, xs::inline_storage, xs::uninitialized};
  in.variable<"v:0">() = 2.0F;
  CHECK(elements(in.run(std::array<float, 3>{1, 1, 1})) == numbers{3, 4, 5});
  static_assert(std::is_same_v<decltype(s), decltype(xs::session{g})>);
}

// ---- what may throw, and what may not --------------------------------------------------------------------

namespace {

constexpr auto small = xs::graph(xs::placeholder<"x", shape<3>> * xs::get_variable<"w", shape<3>>);
using session = decltype(xs::session{small});
using inline_session = decltype(xs::session{small, xs::inline_storage});

static_assert(noexcept(std::declval<session&>().run(std::array<float, 3>{})));
static_assert(noexcept(std::declval<session&>().run(xs::feed<"x">(std::array<double, 3>{}))));
static_assert(
    noexcept(std::declval<session&>().run(std::declval<const xt::xtensor_fixed<float, xt::xshape<3>>&>())));
static_assert(noexcept(std::declval<session&>().run(std::declval<const xs::tensor<float, 3>&>())));
static_assert(noexcept(std::declval<session&>().run<"w:0">()));
static_assert(noexcept(std::declval<inline_session&>().run(std::array<float, 3>{})));
// Their shape is known to the program that runs only.
static_assert(!noexcept(std::declval<session&>().run(std::vector<float>{})));
static_assert(!noexcept(std::declval<session&>().run(xt::xtensor<float, 1>{})));
static_assert(noexcept(std::declval<deep_session&>().run(
    std::declval<const xt::xtensor_fixed<float, xt::xshape<65536, 32>>&>())));

template <class S>
constexpr bool moves_quietly = std::is_nothrow_move_constructible_v<S> &&
                               std::is_nothrow_move_assignable_v<S> && !std::is_copy_constructible_v<S>;
static_assert(moves_quietly<session> && moves_quietly<inline_session>);
static_assert(moves_quietly<decltype(std::declval<const session&>().fork())>);
static_assert(moves_quietly<decltype(std::declval<const inline_session&>().fork())>);
static_assert(moves_quietly<xs::session<decltype(small)>>);

}  // namespace

#if defined(__unix__) && !defined(NDEBUG)
TEST_CASE("a session that was moved from asserts", "[memory]") {
  int said[2];
  REQUIRE(pipe(said) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    dup2(said[1], STDERR_FILENO);
    std::signal(SIGABRT, SIG_DFL);
    session s{small};
    session t{std::move(s)};
    s.run(std::array<float, 3>{});
    _exit(0);
  }
  close(said[1]);
  std::string text;
  char buffer[256];
  for (ssize_t n = 0; (n = read(said[0], buffer, sizeof buffer)) > 0;)
    text.append(buffer, static_cast<std::size_t>(n));
  close(said[0]);
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGABRT);
  CHECK(text.find("this session was moved from") != std::string::npos);
}
#endif
