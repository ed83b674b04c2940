// expect: shape_error: minimize `GradientDescent`: the loss has dtype int32; `cast` it
// SPDX-License-Identifier: BSD-3-Clause
// Integers have no gradients.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<4>, xs::dtype<int>>;
#ifdef TWIN
constexpr auto loss = xs::reduce_sum(xs::cast(x, xs::dtype<float>) - xs::get_variable<"v", xs::shape<4>>);
#else
constexpr auto loss = xs::reduce_sum(x - xs::get_variable<"v", xs::shape<4>, xs::dtype<int>>);
#endif
constexpr auto g = xs::graph(xs::minimize<xs::gradient_descent_optimizer<0.1f>>(loss));
static_assert(g.result().name() == "GradientDescent");
