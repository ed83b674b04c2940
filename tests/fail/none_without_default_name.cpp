// expect: invalid_scope_name: variable_scope<none> in `net` has no name; give it `default_name<...>`
// SPDX-License-Identifier: BSD-3-Clause
// A scope without a name needs a default name.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto layer = xs::variable_scope<xs::none, xs::default_name<"layer">>;
#else
constexpr auto layer = xs::variable_scope<xs::none>;
#endif
constexpr auto g = xs::graph(xs::variable_scope<"net">(layer(xs::get_variable<"v", xs::shape<1>>)));
static_assert(g.variables().size() == 1);
