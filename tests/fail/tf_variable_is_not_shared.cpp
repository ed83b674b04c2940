// expect: variable_missing: `foo/v` does not exist, or was not created with get_variable
// SPDX-License-Identifier: BSD-3-Clause
// variable<> (tf.Variable) is never in the variable store.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto first = xs::get_variable<"v", xs::initializer<xs::values<1.0f>>>;
#else
constexpr auto first = xs::variable<"v", xs::values<1.0f>>;
#endif
constexpr auto again = xs::variable_scope<"foo", xs::reuse>(xs::get_variable<"v", xs::shape<1>>);
constexpr auto g = xs::graph(xs::seq(xs::variable_scope<"foo">(first), again));
static_assert(g.result() == g.variables()[0]);
