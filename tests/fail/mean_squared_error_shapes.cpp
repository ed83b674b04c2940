// expect: shape_error: `mean_squared_error/Merge`: shapes (4, 1) and (4, 3) differ; make them equal
// SPDX-License-Identifier: BSD-3-Clause
// Predictions and labels are not broadcast.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<4, 3>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g =
    xs::graph(xs::mean_squared_error(xs::placeholder<"y", xs::shape<4, 3>>, x));
#else
[[maybe_unused]] constexpr auto g =
    xs::graph(xs::mean_squared_error(xs::placeholder<"y", xs::shape<4, 1>>, x));
#endif
