// expect: invalid_argument: gradients `net/layer/gradients`: grad_ys has 2 tensors for 1 ys; one for each y
// SPDX-License-Identifier: BSD-3-Clause
// What flows into the tensors, one too many.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto weight = xs::get_variable<"w", xs::shape<2>>;

#ifdef TWIN
constexpr auto step = [](auto x) {
  return xs::let(weight, [=](auto w) { return xs::gradients(x * w, w, xs::grad_ys(x)); });
};
#else
constexpr auto step = [](auto x) {
  return xs::let(weight, [=](auto w) { return xs::gradients(x * w, w, xs::grad_ys(x, x)); });
};
#endif
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);
