// expect: invalid_scope_name: name_scope in `net` is given what is neither a text nor a name scope; vs.original_name_scope()
// SPDX-License-Identifier: BSD-3-Clause
// A variable scope is no name scope.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto program = xs::let(xs::variable_scope<"foo">(), [](auto vs) {
#ifdef TWIN
  return xs::name_scope<vs.original_name_scope()>(xs::constant<"c", xs::value<1>>);
#else
  return xs::name_scope<vs>(xs::constant<"c", xs::value<1>>);
#endif
});
constexpr auto g = xs::graph(xs::variable_scope<"net">(program));
static_assert(g.result().op_name().ends_with("c"));
