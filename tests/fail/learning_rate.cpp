// expect: invalid_argument: minimize in `net`: the learning rate is a number that the compiler knows
// SPDX-License-Identifier: BSD-3-Clause
// A learning rate is no tensor.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) {
    return xs::minimize<xs::gradient_descent_optimizer<0.1f>>(
        xs::reduce_mean(y * xs::get_variable<"v", xs::shape<3>>));
  };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) {
    return xs::minimize<xs::gradient_descent_optimizer<xs::value<0.1f>>>(xs::reduce_mean(y));
  };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
