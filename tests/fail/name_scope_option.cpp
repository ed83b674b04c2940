// expect: invalid_argument: name_scope in `net` does not take `reuse`; it is an option of the scope around
// SPDX-License-Identifier: BSD-3-Clause
// Variables are shared in variable scopes.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto) {
    return xs::variable_scope<"layer", xs::auto_reuse>(xs::get_variable<"v", xs::shape<3>>);
  };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu |
         [=](auto) { return xs::name_scope<"layer", xs::auto_reuse>(xs::get_variable<"v", xs::shape<3>>); };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
