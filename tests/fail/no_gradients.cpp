// expect: invalid_argument: minimize: no gradient flows from the loss `net/layer/Sum` to `net/layer/w`; make the loss of them
// SPDX-License-Identifier: BSD-3-Clause
// A loss that is not made of what is trained.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto weight = xs::get_variable<"w", xs::shape<2>>;
constexpr auto train = xs::minimize<xs::gradient_descent_optimizer<0.1f>>;

#ifdef TWIN
constexpr auto step = [](auto x) {
  return xs::let(weight, [=](auto w) { return train(xs::reduce_sum(x * w)); });
};
#else
constexpr auto step = [](auto x) { return xs::seq(weight, train(xs::reduce_sum(x))); };
#endif
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);
