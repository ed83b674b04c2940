// expect: invalid_argument: Assign is given the gradient of `net/layer/w`, but none flows there; unconnected_gradients<zero>
// SPDX-License-Identifier: BSD-3-Clause
// The gradient that there is none of is no operand.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto weight = xs::get_variable<"w", xs::shape<2>>;

#ifdef TWIN
constexpr auto how = xs::unconnected_gradients<xs::zero>;
#else
constexpr auto how = xs::unconnected_gradients<xs::none>;
#endif
constexpr auto step = [](auto x) {
  return xs::let(weight, [=](auto w) {
    return xs::let(xs::gradients(xs::square(x), w, how), [=](auto slope) { return xs::assign(w, slope); });
  });
};
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);
