// expect: invalid_argument: a number of C++ stands among the statements in `net`, where only its type is known
// SPDX-License-Identifier: BSD-3-Clause
// A number is handed straight to a scope.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::variable_scope<"a">(y, xs::value<1.0f>); };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::variable_scope<"a">(y, 1.0f); };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
