// expect: invalid_argument: get_variable `v` is given `shape<...>` twice; leave one of them out
// SPDX-License-Identifier: BSD-3-Clause
// A keyword argument that is given twice.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto program = xs::get_variable<"v", xs::shape<2>>;
#else
constexpr auto program = xs::get_variable<"v", xs::shape<2>, xs::shape<3>>;
#endif
constexpr auto g = xs::graph(program);
static_assert(g.variables().size() == 1);
