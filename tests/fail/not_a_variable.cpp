// expect: invalid_argument: Assign `net/layer/Assign` changes a variable, but is given something else; get_variable
// SPDX-License-Identifier: BSD-3-Clause
// Only variables can be given a value.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto weight = xs::get_variable<"w", xs::shape<2>>;

#ifdef TWIN
constexpr auto step = [](auto x) { return xs::assign(weight, x); };
#else
constexpr auto step = [](auto x) { return xs::assign(x, xs::values<1.0f, 2.0f>); };
#endif
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);
