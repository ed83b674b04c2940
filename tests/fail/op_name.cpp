// expect: invalid_op_name: `_limit` is not a valid node name
// SPDX-License-Identifier: BSD-3-Clause
// At the root an operation's name may not begin with an underscore.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto limit = xs::constant<"limit", xs::value<1.0f>>;
#else
constexpr auto limit = xs::constant<"_limit", xs::value<1.0f>>;
#endif
constexpr auto g = xs::graph(limit);
static_assert(g.result().dtype() == xs::dtype<float>);
