// expect: shape_error: Reshape `net/Reshape`: a dimension of its shape is negative
// SPDX-License-Identifier: BSD-3-Clause
// The same as an attribute of an operation.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::reshape(y, xs::shape<y.size() / 2, 2>); };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::reshape(y, xs::shape<-1, 2>); };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
