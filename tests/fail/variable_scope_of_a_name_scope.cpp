// expect: invalid_scope_name: variable_scope in `net` is given what is neither a text nor a variable scope
// SPDX-License-Identifier: BSD-3-Clause
// A name scope is no variable scope.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto program = xs::let(xs::name_scope<"foo">(), [](auto ns) {
#ifdef TWIN
  return xs::name_scope<ns>(xs::constant<"c", xs::value<1>>);
#else
  return xs::variable_scope<ns>(xs::constant<"c", xs::value<1>>);
#endif
});
constexpr auto g = xs::graph(xs::variable_scope<"net">(program));
static_assert(g.result().op_name().ends_with("c"));
