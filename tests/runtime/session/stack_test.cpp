// SPDX-License-Identifier: BSD-3-Clause
// A run takes at most 16 KB of stack, whatever its kernels are: programs run on a painted stack, and what is
// no longer painted was used.
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <type_traits>
#include <utility>

#include <pthread.h>

#include <catch2/catch.hpp>

#include <xscope/layers.hpp>
#include <xscope/xscope.hpp>

namespace xs = xscope;
using xs::axis;
using xs::shape;

// What a compiler that does not optimize keeps, and what sanitizers put between, is not ours: then the
// programs only run.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define XSCOPE_SANITIZED
#endif
#endif
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(XSCOPE_SANITIZED)
#define XSCOPE_STACK_COUNTS true
#else
#define XSCOPE_STACK_COUNTS false
#endif

namespace {

constexpr bool stack_counts = XSCOPE_STACK_COUNTS;

/// The bytes of stack that a function takes on a thread of its own.
template <class F>
std::size_t stack_of(F f) {
  constexpr std::size_t size = 1 << 20;
  constexpr unsigned char paint = 0xa5;
  alignas(4096) static unsigned char memory[size];
  std::memset(memory, paint, size);
  pthread_attr_t attributes;
  REQUIRE(pthread_attr_init(&attributes) == 0);
  REQUIRE(pthread_attr_setstack(&attributes, memory, size) == 0);
  pthread_t thread;
  const auto work = [](void* p) -> void* {
    (*static_cast<F*>(p))();
    return nullptr;
  };
  REQUIRE(pthread_create(&thread, &attributes, work, &f) == 0);
  REQUIRE(pthread_join(thread, nullptr) == 0);
  REQUIRE(pthread_attr_destroy(&attributes) == 0);
  // It grows downwards.
  return static_cast<std::size_t>(
      memory + size - std::find_if(memory, memory + size, [](unsigned char c) { return c != paint; }));
}

template <std::size_t I>
constexpr auto name = [] {
  constexpr char text[] = {static_cast<char>('a' + I), 0};
  return xs::fixed_string<2>(text);
}();

/// A program over variables of these shapes; nothing is fed.
template <class T = float, class Body, class... Shapes>
void check(Body, Shapes...) {
  constexpr auto program = []<std::size_t... I>(std::index_sequence<I...>) {
    return xs::let(xs::get_variable<name<I>, Shapes{}, xs::dtype<T>>..., Body{});
  }(std::make_index_sequence<sizeof...(Shapes)>{});
  constexpr auto g = xs::graph(program);
  const auto s = std::make_unique<xs::session<std::remove_cv_t<decltype(g)>>>(g);
  const std::size_t nothing = stack_of([] {});
  const std::size_t used = stack_of([&s] { s->run(); });
  INFO(used - nothing);
  CHECK((!stack_counts || used < nothing + 16384));
}
/// The same for a step of training.
template <class Body, class... Shapes>
void check_gradient(Body, Shapes... shapes) {
  check(
      [](auto... v) {
        return xs::minimize<xs::gradient_descent_optimizer<0.1F>>(xs::reduce_sum(Body{}(v...)));
      },
      shapes...);
}

constexpr auto by_rows = [](auto a, auto b) { return xs::matmul(a, b, xs::transpose_b); };
constexpr auto by_both = [](auto a, auto b) { return xs::matmul(a, b, xs::transpose_a, xs::transpose_b); };
constexpr auto by_columns = [](auto a, auto b) { return xs::matmul(a, b); };

template <std::size_t Batch, std::size_t Time, std::size_t Features, std::size_t Units, class Check>
void with_gru(Check f) {
  constexpr auto gru = [](auto... v) { return xs::dsl::op_function<xs::ops::gru>{}(v...); };
  f(gru, shape<Batch, Time, Features>, shape<Features, 3 * Units>, shape<Units, 3 * Units>, shape<6 * Units>,
    shape<Batch, Units>);
}
template <std::size_t Batch, std::size_t Time, std::size_t Features, std::size_t Units, class Check>
void with_lstm(Check f) {
  constexpr auto lstm = [](auto... v) { return xs::dsl::op_function<xs::ops::lstm>{}(v...); };
  f(lstm, shape<Batch, Time, Features>, shape<Features, 4 * Units>, shape<Units, 4 * Units>, shape<4 * Units>,
    shape<Batch, Units>, shape<Batch, Units>);
}
constexpr auto forward = [](auto... a) { check(a...); };
constexpr auto backward = [](auto... a) { check_gradient(a...); };

}  // namespace

TEST_CASE("the stack of products", "[session]") {
  check(by_rows, shape<64, 64>, shape<64, 64>);
  check(by_rows, shape<64, 256>, shape<64, 256>);
  check(by_rows, shape<24, 40000>, shape<40, 40000>);
  check<double>(by_rows, shape<64, 1024>, shape<64, 1024>);
  check<xs::half>(by_rows, shape<6, 600>, shape<40, 600>);
  check(by_both, shape<600, 64>, shape<70, 600>);
  check(by_columns, shape<100, 4096>, shape<4096, 100>);
  check([](auto a, auto b, auto c) { return xs::relu(xs::matmul(a, b, xs::transpose_b) + c); },
        shape<64, 512>, shape<40, 512>, shape<40>);
  check(by_rows, shape<2, 30, 512>, shape<2, 40, 512>);
}

TEST_CASE("the stack of images", "[session]") {
  check_gradient([](auto x, auto f) { return xs::conv2d(x, f, xs::padding<"SAME">); }, shape<1, 8, 8, 300>,
                 shape<3, 3, 300, 40>);
  check_gradient([](auto x, auto f) { return xs::conv2d(x, f, xs::strides<2, 2>, xs::padding<"SAME">); },
                 shape<2, 9, 9, 3>, shape<5, 5, 3, 20>);
  check_gradient(
      [](auto x) { return xs::max_pool(x, xs::ksize<3, 3>, xs::strides<2, 2>, xs::padding<"SAME">); },
      shape<1, 9, 9, 100>);
}

TEST_CASE("the stack of recurrent layers", "[session]") {
  with_gru<1, 20, 40, 128>(forward);
  with_gru<16, 5, 40, 64>(forward);
  with_lstm<1, 20, 16, 16>(forward);
  with_lstm<16, 3, 100, 256>(forward);
  with_lstm<1, 3, 40, 1024>(forward);
  with_gru<2, 3, 40, 256>(backward);
  with_lstm<2, 3, 40, 512>(backward);
}

TEST_CASE("the stack of reductions", "[session]") {
  check([](auto x) { return xs::reduce_sum(x); }, shape<3000000>);
  check([](auto x) { return xs::reduce_sum(x, axis<0, 2>); }, shape<4096, 128, 3>);
  check([](auto x) { return xs::reduce_sum(x, axis<1, 3>); }, shape<2, 4096, 3, 300, 10>);
  check([](auto x) { return xs::softmax(x, axis<0>) * xs::log_softmax(x); }, shape<600, 100>);
  check([](auto x) { return xs::reduce_logsumexp(x, axis<0>); }, shape<40960, 12>);
}
