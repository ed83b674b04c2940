// expect: invalid_argument: group `net/layer/group_deps` is given what is neither a tensor nor an operation nor a collection
// SPDX-License-Identifier: BSD-3-Clause
// A scope is nothing that could be waited for.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto step = [](auto x) { return xs::group(x, xs::square(x)); };
#else
constexpr auto step = [](auto x) { return xs::group(x, xs::get_variable_scope()); };
#endif
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);
