// expect: invalid_argument: variable_scope in `net` is given what is no option
// SPDX-License-Identifier: BSD-3-Clause
// A text is no option of a scope.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::variable_scope<"layer", xs::reuse>(x + y); };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::variable_scope<"layer", xs::text<"yes">>(x + y); };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
