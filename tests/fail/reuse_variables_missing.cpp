// expect: variable_missing: `foo/w` does not exist
// SPDX-License-Identifier: BSD-3-Clause
// After reuse_variables() a scope creates nothing more.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto program = xs::variable_scope<"foo">(xs::as([](auto scope) {
#ifdef TWIN
  return xs::seq(xs::get_variable<"v", xs::shape<1>>, xs::get_variable<"w", xs::shape<1>>,
                 scope.reuse_variables());
#else
  return xs::seq(xs::get_variable<"v", xs::shape<1>>, scope.reuse_variables(),
                 xs::get_variable<"w", xs::shape<1>>);
#endif
}));
constexpr auto g = xs::graph(program);
static_assert(g.variables().size() == 2);
