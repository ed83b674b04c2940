// SPDX-License-Identifier: BSD-3-Clause
// A file with twenty graphs: however much code the compiler sees, no run allocates, and each gives what it
// gives where it is the only one.
#include <cstddef>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

#include "runtime/support/counting.hpp"

namespace xs = xscope;
using xs::axis;
using xs::shape;

namespace {

constexpr std::size_t graphs = 20;

template <std::size_t Units>
constexpr auto dense = [](auto x) {
  return xs::matmul(
             x,
             xs::get_variable<"kernel", shape<x.shape()[1], Units>, xs::initializer<xs::ones_initializer>>) +
         xs::get_variable<"bias", shape<Units>, xs::initializer<xs::ones_initializer>>;
};

/// No two of these share a kernel or a chain.
template <std::size_t N>
constexpr auto network = [](auto x) {
  return xs::reduce_sum(x | xs::variable_scope<"first">(dense<N + 7>) | xs::relu |
                            xs::variable_scope<"second">(dense<N + 1>) | xs::softmax,
                        axis<1>) +
         xs::reduce_max(x, axis<1>);
};
template <std::size_t N>
constexpr auto g = xs::graph(xs::placeholder<"x", shape<N + 2, N + 3>> | network<N>);

template <std::size_t N>
void check() {
  xs::session s{g<N>};
  const xt::xtensor<float, 2> x = xt::ones<float>({N + 2, N + 3});
  float last = 0;
  INFO("graph " << N);
  CHECK(counting::allocations([&] { last = s.run(x)(N + 1); }) == 0);
  CHECK(last == Approx(2));
}

}  // namespace

TEST_CASE("twenty graphs in a file", "[allocation]") {
  [&]<std::size_t... N>(std::index_sequence<N...>) { (check<N>(), ...); }(std::make_index_sequence<graphs>{});
}
