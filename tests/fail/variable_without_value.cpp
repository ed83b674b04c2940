// expect: initializer_mismatch: `step`: initial_value must be specified; give `value<...>` or `values<...>`
// SPDX-License-Identifier: BSD-3-Clause
// variable<> (tf.Variable) needs its first value.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto step = xs::variable<"step", xs::value<0>>;
#else
constexpr auto step = xs::variable<"step", xs::dtype<int>>;
#endif
constexpr auto g = xs::graph(step);
static_assert(g.result().dtype() == xs::dtype<int>);
