// expect: invalid_argument: no gradient flows from `net/layer/Sum` to `net/layer/w`; unconnected_gradients
// SPDX-License-Identifier: BSD-3-Clause
// A gradient with respect to what the tensor is not made of.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto weight = xs::get_variable<"w", xs::shape<2>>;

#ifdef TWIN
constexpr auto step = [](auto x) {
  return xs::let(weight, [=](auto w) { return xs::gradients(xs::reduce_sum(x * w), w); });
};
#else
constexpr auto step = [](auto x) {
  return xs::let(weight, [=](auto w) { return xs::gradients(xs::reduce_sum(x), w); });
};
#endif
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);
