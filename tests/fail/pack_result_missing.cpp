// expect: invalid_argument: a layer in `net` asks a pack for a result that it does not have; `get<0>()` is the first of them
// SPDX-License-Identifier: BSD-3-Clause
// The second of two results is get<1>.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu |
         [=](auto y) { return xs::pack(x, y) | [](auto both) { return both.template get<1>(); }; };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu |
         [=](auto y) { return xs::pack(x, y) | [](auto both) { return both.template get<2>(); }; };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
