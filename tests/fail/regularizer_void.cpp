// expect: invalid_argument: variable `net/v`: the regularizer must return a tensor; or none
// SPDX-License-Identifier: BSD-3-Clause
// A regularizer that gives nothing at all; None is `none`.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto loss = [](auto v) { return xs::reduce_sum(v); };
#else
constexpr auto loss = []([[maybe_unused]] auto v) {};
#endif
constexpr auto program =
    xs::variable_scope<"net">(xs::get_variable<"v", xs::shape<2>, xs::regularizer<loss>>);
constexpr auto g = xs::graph(program);
static_assert(!g.variables().empty());
