// expect: result: the program has no result of that number
// SPDX-License-Identifier: BSD-3-Clause
// A pack of two has no third result.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto g =
    xs::graph(xs::pack(xs::get_variable<"a", xs::shape<1>>, xs::get_variable<"b", xs::shape<1>>));

#ifdef TWIN
constexpr auto third = g.result<1>();
#else
constexpr auto third = g.result<2>();
#endif
static_assert(third.is_variable());
