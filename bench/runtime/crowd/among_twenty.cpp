// SPDX-License-Identifier: BSD-3-Clause
// The three programs in a file that compiles twenty other graphs.
#include <cstddef>
#include <utility>

#include "programs.hpp"

namespace {

template <std::size_t Units>
constexpr auto dense =
    [](auto x) { return xs::matmul(x, ones<"kernel", x.shape()[1], Units>) + ones<"bias", Units>; };

/// No two of these share a kernel or a chain, neither with each other nor with those that are timed.
template <std::size_t N>
constexpr auto other = xs::graph(xs::placeholder<"x", xs::shape<N + 2, N + 17>> | [](auto x) {
  return x | xs::variable_scope<"first">(dense<3 * N + 16>) | xs::tanh |
         xs::variable_scope<"second">(dense<N + 5>) | xs::softmax | [=](auto y) {
           return xs::reduce_sum(xs::relu(y * xs::value<2.0F> + y) - xs::exp(y), xs::axis<1>) +
                  xs::reduce_max(x, xs::axis<1>);
         };
});

/// Runs all of them; what it gives depends on each.
template <std::size_t... N>
float run_others(const float* x, std::index_sequence<N...>) {
  const auto run = [&]<std::size_t I>() {
    static xs::session s{other<I>};
    return s.run(
        xt::adapt(x, (I + 2) * (I + 17), xt::no_ownership(), std::array<std::size_t, 2>{I + 2, I + 17}))(0);
  };
  return (run.template operator()<N>() + ...);
}

}  // namespace

XSCOPE_SHOWN float run_twenty(const float* x) { return run_others(x, std::make_index_sequence<20>{}); }

const crowd::kernels& kernels_among_twenty() { return all_kernels(); }
