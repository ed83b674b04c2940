// expect: shape_error: minimize `GradientDescent`: the loss has dtype int32; `cast` it
// SPDX-License-Identifier: BSD-3-Clause
// Integers have no gradients.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto errors =
    xs::placeholder<"x", xs::shape<4>, xs::dtype<int>> - xs::get_variable<"v", xs::shape<4>, xs::dtype<int>>;

#ifdef TWIN
constexpr auto loss = xs::cast(xs::reduce_sum(errors), xs::dtype<float>);
#else
constexpr auto loss = xs::reduce_sum(errors);
#endif
constexpr auto g = xs::graph(xs::minimize<xs::gradient_descent_optimizer<0.1f>>(loss));
static_assert(g.result().name() == "GradientDescent");
