// SPDX-License-Identifier: BSD-3-Clause
// Chains of elementwise operations: relu(a * x + b) * c + d over arrays of four sizes, and sixteen steps of
// relu(x * a + b) in a row.
#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "peers.hpp"

namespace xs = xscope;

namespace {

template <xs::fixed_string Name, std::size_t N>
constexpr auto zeros = xs::get_variable<Name, xs::shape<N>, xs::initializer<xs::zeros_initializer>>;

template <std::size_t N>
constexpr auto fused =
    [](auto x) { return xs::relu(zeros<"a", N> * x + zeros<"b", N>) * zeros<"c", N> + zeros<"d", N>; };

template <std::size_t N>
void fused_by_hand(float* __restrict y, const float* __restrict a, const float* __restrict x,
                   const float* __restrict b, const float* __restrict c, const float* __restrict d) {
  for (std::size_t i = 0; i < N; ++i) y[i] = std::max(a[i] * x[i] + b[i], 0.0F) * c[i] + d[i];
}

template <std::size_t N>
void compare_fused() {
  const std::string name = "relu(a*x+b)*c+d, n = " + std::to_string(N);
  if (!bench::is_wanted(name)) return;
  const float* const x = bench::random(N, -1, 1, 1);
  const float* const a = bench::random(N, -1, 1, 2);
  const float* const b = bench::random(N, -1, 1, 3);
  const float* const c = bench::random(N, -1, 1, 4);
  const float* const d = bench::random(N, -1, 1, 5);
  std::vector<double> want(N);
  for (std::size_t i = 0; i < N; ++i) want[i] = std::max(double{a[i]} * x[i] + b[i], 0.0) * c[i] + d[i];

  const bool in_memory = N > 1'000'000;
  bench::comparison compare(name, std::move(want), 1e-5);

  float* const by_hand = bench::numbers(N);
  compare.side("hand-written", [=] {
    fused_by_hand<N>(by_hand, a, x, b, c, d);
    return by_hand;
  });
  compare.target("hand-written", 1.0);

  // Fixed sizes are the faster ones where they are small.
  const auto eigen = [&]<class array, class... Dim>(std::type_identity<array>, Dim... n) {
    const array& ex = bench::eigen_of<array>(x, n...);
    const array& ea = bench::eigen_of<array>(a, n...);
    const array& eb = bench::eigen_of<array>(b, n...);
    const array& ec = bench::eigen_of<array>(c, n...);
    const array& ed = bench::eigen_of<array>(d, n...);
    array& ey = bench::eigen_of<array>(x, n...);
    compare.side("Eigen", [&] {
      ey = (ea * ex + eb).max(0.0F) * ec + ed;
      return ey.data();
    });
    compare.target("Eigen", 1.0);
  };
  if constexpr (N <= 1024) eigen(std::type_identity<Eigen::Array<float, N, 1>>{});
  else eigen(std::type_identity<Eigen::ArrayXf>{}, N);

  const auto xtensor = [&]<class T>(std::type_identity<T>, const char* maximum_name, const char* fmax_name,
                                    auto make) {
    const T& tx = make(x);
    const T& ta = make(a);
    const T& tb = make(b);
    const T& tc = make(c);
    const T& td = make(d);
    T& ty = make(x);
    compare.side(maximum_name, [&] {
      xt::noalias(ty) = xt::maximum(ta * tx + tb, 0.0F) * tc + td;
      return ty.data();
    });
    // xtensor's maximum has no SIMD form, its fmax has.
    if (fmax_name == nullptr) return;
    compare.side(fmax_name, [&] {
      xt::noalias(ty) = xt::fmax(ta * tx + tb, 0.0F) * tc + td;
      return ty.data();
    });
  };
  if constexpr (N <= 1024)
    xtensor(std::type_identity<xt::xtensor_fixed<float, xt::xshape<N>>>{}, "xtensor_fixed", nullptr,
            [](const float* from) -> auto& { return bench::fixed_of<N>(from); });
  xtensor(std::type_identity<xt::xtensor<float, 1>>{}, "xtensor", in_memory ? nullptr : "xtensor with fmax",
          [](const float* from) -> auto& { return bench::tensor_of<1>(from, N); });

  if (in_memory) {
    // As many bytes are written and read as the chain's six arrays have, twice a triad's.
    float* const triad = bench::numbers(N);
    compare.mark(
        "STREAM triad, same bytes",
        [=] {
          const float scale = 3;
          for (std::size_t i = 0; i < N; ++i) triad[i] = a[i] + scale * b[i];
          return triad;
        },
        2.0);
    compare.target("STREAM triad, same bytes", 1 / 0.95);
  }

  constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<N>> | fused<N>);
  auto& s = bench::session_of(g);
  bench::fill(s.template variable<"a:0">(), a);
  bench::fill(s.template variable<"b:0">(), b);
  bench::fill(s.template variable<"c:0">(), c);
  bench::fill(s.template variable<"d:0">(), d);
  compare.side(bench::ours, [&s, x] { return s.run(std::span<const float, N>(x, N)).data(); });
}

/// f(f(...f(x))), so many times.
template <std::size_t Times, class F, class X>
constexpr auto repeated(F f, const X& x) {
  if constexpr (Times == 1) return f(x);
  else return f(repeated<Times - 1>(f, x));
}

constexpr std::size_t steps = 16;

constexpr auto chained =
    xs::graph(xs::let(xs::placeholder<"x", xs::shape<1024>>, xs::get_variable<"a", xs::shape<1024>>,
                      xs::get_variable<"b", xs::shape<1024>>, [](auto x, auto a, auto b) {
                        return repeated<steps>([&](auto y) { return xs::relu(y * a + b); }, x);
                      }));

template <std::size_t N>
void chained_by_hand(float* __restrict y, const float* __restrict x, const float* __restrict a,
                     const float* __restrict b) {
  for (std::size_t i = 0; i < N; ++i) {
    float v = x[i];
    for (std::size_t k = 0; k < steps; ++k) v = std::max(v * a[i] + b[i], 0.0F);
    y[i] = v;
  }
}

void compare_chained() {
  constexpr std::size_t n = 1024;
  const float* const x = bench::random(n, -1, 1, 1);
  const float* const a = bench::random(n, -1, 1, 2);
  const float* const b = bench::random(n, -1, 1, 3);
  std::vector<double> want(n);
  for (std::size_t i = 0; i < n; ++i) {
    want[i] = x[i];
    for (std::size_t k = 0; k < steps; ++k) want[i] = std::max(want[i] * a[i] + b[i], 0.0);
  }
  bench::comparison compare("relu(x*a+b) 16 times, n = 1024", std::move(want), 1e-5);

  float* const by_hand = bench::numbers(n);
  compare.side("hand-written", [=] {
    chained_by_hand<n>(by_hand, x, a, b);
    return by_hand;
  });
  compare.target("hand-written", 1.1);

  using array = Eigen::Array<float, n, 1>;
  const array& ex = bench::eigen_of<array>(x);
  const array& ea = bench::eigen_of<array>(a);
  const array& eb = bench::eigen_of<array>(b);
  array& ey = bench::eigen_of<array>(x);
  compare.side("Eigen", [&] {
    ey = repeated<steps>([&](const auto& y) { return (y * ea + eb).max(0.0F); }, ex);
    return ey.data();
  });

  const auto& tx = bench::tensor_of<1>(x, n);
  const auto& ta = bench::tensor_of<1>(a, n);
  const auto& tb = bench::tensor_of<1>(b, n);
  auto& ty = bench::tensor_of<1>(x, n);
  compare.side("xtensor", [&] {
    xt::noalias(ty) = repeated<steps>(
        [&](auto&& y) { return xt::maximum(std::forward<decltype(y)>(y) * ta + tb, 0.0F); }, tx);
    return ty.data();
  });

  auto& s = bench::session_of(chained);
  bench::fill(s.variable<"a:0">(), a);
  bench::fill(s.variable<"b:0">(), b);
  compare.side(bench::ours, [&s, x] { return s.run(std::span<const float, n>(x, n)).data(); });
}

const bench::family elementwise{[] {
  compare_fused<64>();
  compare_fused<1024>();
  compare_fused<65'536>();
  compare_fused<8'388'608>();
  compare_chained();
}};

}  // namespace
