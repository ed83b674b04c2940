// expect: shape_error: Tile `Tile`: `multiples<...>` does not have one number, or pair, for each axis of shape (2, 3); give it as many
// SPDX-License-Identifier: BSD-3-Clause
// How often a tensor is repeated is said for each axis.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::tile(x, xs::multiples<2, 0>));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::tile(x, xs::multiples<2>));
#endif
