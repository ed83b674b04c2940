// expect: shape_error: Split `split`: shape (2, 6) cannot be split so
// SPDX-License-Identifier: BSD-3-Clause
// One number is that of the parts, not their size.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 6>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::split(x, xs::num_or_size_splits<4, 2>, xs::axis<1>));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::split(x, xs::num_or_size_splits<4>, xs::axis<1>));
#endif
