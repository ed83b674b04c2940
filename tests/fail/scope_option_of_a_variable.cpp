// expect: invalid_argument: variable_scope in `net` does not take `trainable<...>`; it is an option of variables
// SPDX-License-Identifier: BSD-3-Clause
// Whether variables are trained is said of each of them.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto) {
    return xs::variable_scope<"layer">(xs::get_variable<"v", xs::shape<3>, xs::trainable<false>>);
  };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto) {
    return xs::variable_scope<"layer", xs::trainable<false>>(xs::get_variable<"v", xs::shape<3>>);
  };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
