// expect: invalid_argument: dense `dense` does not take `shape<...>`; it takes `units`, `activation`
// SPDX-License-Identifier: BSD-3-Clause
// A scope has a partitioner; a layer has none.
#include <xscope/layers.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;

#ifdef TWIN
constexpr auto y = x | xs::layers::dense<8>;
#else
constexpr auto y = x | xs::layers::dense<8, xs::shape<2>>;
#endif
static_assert(xs::graph(y).variables().size() == 2);
