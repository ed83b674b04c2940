// expect: shape_error: a layer in `net` cannot be called with what it is given, or does not compile, as told above
// after: no member named
// SPDX-License-Identifier: BSD-3-Clause
// A handle has no such member.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::get_variable<"v", xs::shape<y.shape()[1]>>; };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::get_variable<"v", xs::shape<y.dims()[1]>>; };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
