// expect: invalid_op_name: minimize in `net/layer`: an optimizer is named by an empty text; give it a name
// SPDX-License-Identifier: BSD-3-Clause
// An optimizer and its variables have a name.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto weight = xs::get_variable<"w", xs::shape<2>>;

#ifdef TWIN
constexpr auto optimizer = xs::gradient_descent_optimizer<0.1f, xs::name<"step">>;
#else
constexpr auto optimizer = xs::gradient_descent_optimizer<0.1f, xs::name<"">>;
#endif
constexpr auto step = [](auto x) { return xs::minimize<optimizer>(xs::reduce_sum(x * weight)); };
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);
