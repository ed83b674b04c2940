// expect: shape_error: ConcatV2 `concat` works along one axis; give `axis` one number
// SPDX-License-Identifier: BSD-3-Clause
// Tensors are joined along one axis.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::concat(x, x, xs::axis<1>));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::concat(x, x, xs::axis<0, 1>));
#endif
