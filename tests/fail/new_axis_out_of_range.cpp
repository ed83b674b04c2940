// expect: shape_error: Pack `stack`: an axis is out of range for shape (2, 3) and one axis more; use -rank - 1 to rank
// SPDX-License-Identifier: BSD-3-Clause
// There is one place more for a new axis than there are axes.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::stack(x, x, xs::axis<2>));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::stack(x, x, xs::axis<3>));
#endif
