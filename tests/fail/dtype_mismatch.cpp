// expect: dtype_mismatch: share variable `steps`; specified dtype float32; found dtype int32_ref
// SPDX-License-Identifier: BSD-3-Clause
// An integer variable is shared without saying that it is one: the scope's dtype is asked for, float.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto again = xs::get_variable<"steps", xs::dtype<int>>;
#else
constexpr auto again = xs::get_variable<"steps">;
#endif
constexpr auto program = xs::seq(xs::get_variable<"steps", xs::initializer<xs::value<0>>>,
                                 xs::variable_scope<"", xs::reuse>(again));
constexpr auto g = xs::graph(program);
static_assert(g.result().dtype() == xs::dtype<int>);
