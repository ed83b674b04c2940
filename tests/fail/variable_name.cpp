// expect: invalid_op_name: `net/my kernel` is not a valid node name
// SPDX-License-Identifier: BSD-3-Clause
// A blank in a variable's name.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto kernel = xs::get_variable<"my_kernel", xs::shape<1>>;
#else
constexpr auto kernel = xs::get_variable<"my kernel", xs::shape<1>>;
#endif
constexpr auto g = xs::graph(xs::variable_scope<"net">(kernel));
static_assert(g.result().is_variable());
