// expect: invalid_argument: what stands among the statements in `net` is none; a function is called with handles, or stands behind `|`
// SPDX-License-Identifier: BSD-3-Clause
// A function stands where a statement is needed.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::seq(y, x | [](auto z) { return z; }); };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::seq(y, [](auto z) { return z; }); };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
