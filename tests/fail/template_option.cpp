// expect: invalid_argument: make_template `net/layer` does not take `reuse`; it is an option of the scope around
// SPDX-License-Identifier: BSD-3-Clause
// A template shares its variables anyway.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) {
    return xs::let(xs::make_template<"layer">(xs::relu), [=](auto layer) { return layer(y); });
  };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) {
    return xs::let(xs::make_template<"layer", xs::reuse>(xs::relu), [=](auto layer) { return layer(y); });
  };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
