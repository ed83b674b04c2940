// expect: invalid_op_name: duplicate node name `y`; leave out the trailing slash
// SPDX-License-Identifier: BSD-3-Clause
// Names with a slash at their end are exact: two operations cannot have the same.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto y = xs::name<"y">;
#else
constexpr auto y = xs::name<"y/">;
#endif
constexpr auto program =
    xs::let(xs::placeholder<"x", xs::shape<2>>, [](auto x) { return xs::relu(x, y) + xs::tanh(x, y); });
constexpr auto g = xs::graph(program);
static_assert(g.result().shape() == xs::shape<2>);
