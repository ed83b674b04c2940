// expect: shape_error: Relu `net/Relu`: an operand is no tensor; give a tensor
// SPDX-License-Identifier: BSD-3-Clause
// A block without statements gives its scope, which is no tensor.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto layer = xs::variable_scope<"layer">(xs::get_variable<"v", xs::shape<3>>);
#else
constexpr auto layer = xs::variable_scope<"layer">();
#endif
constexpr auto g = xs::graph(xs::variable_scope<"net">(layer | xs::relu));
static_assert(g.result().shape() == xs::shape<3>);
