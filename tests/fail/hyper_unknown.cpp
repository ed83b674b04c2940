// expect: invalid_argument: minimize in `net/layer`: its optimizer has no hyper-parameter `beta1`; it takes `learning_rate`
// SPDX-License-Identifier: BSD-3-Clause
// An optimizer takes the hyper-parameters that it has.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto weight = xs::get_variable<"w", xs::shape<2>>;

#ifdef TWIN
constexpr auto optimizer = xs::adam_optimizer<0.1f, xs::beta1<0.5f>>;
#else
constexpr auto optimizer = xs::gradient_descent_optimizer<0.1f, xs::beta1<0.5f>>;
#endif
constexpr auto step = [](auto x) { return xs::minimize<optimizer>(xs::reduce_sum(x * weight)); };
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);
