// expect: shape_error: Slice `Slice`: the slice goes beyond shape (2, 3)
// SPDX-License-Identifier: BSD-3-Clause
// The size of a slice is no end.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::slice(x, xs::begin<0, 1>, xs::size<2, 2>));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::slice(x, xs::begin<0, 1>, xs::size<2, 3>));
#endif
