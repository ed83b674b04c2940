// expect: invalid_argument: `let` in `net` ends with a function of the handles of what it binds
// SPDX-License-Identifier: BSD-3-Clause
// What let binds is for a function.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::let(y, x, [](auto, auto b) { return b; }); };
};
#else
constexpr auto net = [](auto x) { return x | xs::relu | [=](auto y) { return xs::let(y, x); }; };
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
