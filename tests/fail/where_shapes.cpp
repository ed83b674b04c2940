// expect: shape_error: Select `Select`: shapes (3,) and (2, 3) differ; make them equal
// SPDX-License-Identifier: BSD-3-Clause
// A condition is not broadcast by TensorFlow 1's where, but by where_v2.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto row = xs::placeholder<"row", xs::shape<3>>;
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::where_v2(row > row, x, x));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::where(row > row, x, x));
#endif
