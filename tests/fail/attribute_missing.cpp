// expect: shape_error: Reshape `Reshape` lacks an attribute; give it `shape<...>` after the operands
// SPDX-License-Identifier: BSD-3-Clause
// A new shape must be given.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::reshape(x, xs::shape<6>));
#else
[[maybe_unused]] constexpr auto g = xs::graph(x | xs::reshape);
#endif
