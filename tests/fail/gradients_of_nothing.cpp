// expect: invalid_argument: gradients in `net/layer` is not told with respect to what; gradients(y, x)
// SPDX-License-Identifier: BSD-3-Clause
// Gradients with respect to nothing.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto step = [](auto x) {
  return xs::let(xs::square(x), [=](auto y) { return xs::gradients(y, x); });
};
#else
constexpr auto step = [](auto x) { return xs::gradients(xs::square(x)); };
#endif
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);
