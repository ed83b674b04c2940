// expect: shape_error: LSTM `lstm/LSTM`: the initial state has shape (1, 9); give it the shape (batch, units)
// SPDX-License-Identifier: BSD-3-Clause
// A state for other units.
#include <xscope/layers.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<1, 7, 3>>;
constexpr auto h = xs::placeholder<"h", xs::shape<1, 8>>;
#ifdef TWIN
constexpr auto c = xs::placeholder<"c", xs::shape<1, 8>>;
#else
constexpr auto c = xs::placeholder<"c", xs::shape<1, 9>>;
#endif
constexpr auto g = xs::graph(xs::let(x, h, c, xs::layers::lstm<8>));
static_assert(g.variables().size() == 3);
