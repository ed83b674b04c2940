// expect: shape_error: minimize `GradientDescent`: the loss has shape (32,), but a scalar is needed; use reduce_mean
// SPDX-License-Identifier: BSD-3-Clause
// A loss for each example is no loss to minimise.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto loss = [](auto x) {
  return xs::reduce_mean(xs::square(x - xs::get_variable<"mean", xs::shape<>>));
};
#else
constexpr auto loss = [](auto x) { return xs::square(x - xs::get_variable<"mean", xs::shape<>>); };
#endif
constexpr auto step = xs::minimize<xs::gradient_descent_optimizer<0.1f>>;
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<32>> | loss | [](auto l) { return step(l); });
static_assert(g.variables().size() == 1);
