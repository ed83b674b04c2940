// expect: shape_error: Neg `Neg`: an operand is no tensor
// SPDX-License-Identifier: BSD-3-Clause
// The results of a split are a pack.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 6>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::let(
    xs::split(x, xs::num_or_size_splits<2>), [](auto p) { return xs::negative(p.template get<0>()); }));
#else
[[maybe_unused]] constexpr auto g =
    xs::graph(xs::let(xs::split(x, xs::num_or_size_splits<2>), [](auto p) { return xs::negative(p); }));
#endif
