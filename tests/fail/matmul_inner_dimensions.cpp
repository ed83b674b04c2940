// expect: shape_error: MatMul `net/MatMul`: shapes (1, 784) and (768, 10) do not fit
// SPDX-License-Identifier: BSD-3-Clause
// Rows and columns do not meet.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto kernel = xs::get_variable<"kernel", xs::shape<784, 10>>;
#else
constexpr auto kernel = xs::get_variable<"kernel", xs::shape<768, 10>>;
#endif
constexpr auto layer = [](auto x) { return xs::matmul(x, kernel) + xs::get_variable<"bias", xs::shape<10>>; };
constexpr auto g =
    xs::graph(xs::placeholder<"x", xs::shape<1, 784>> | xs::variable_scope<"net">(layer) | xs::softmax);
static_assert(g.result().shape() == xs::shape<1, 10>);
