// expect: shape_error: BiasAdd `BiasAdd`: shapes (2, 3) and (2,) do not broadcast
// SPDX-License-Identifier: BSD-3-Clause
// A bias goes along the last axis.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::bias_add(x, xs::placeholder<"b", xs::shape<3>>));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::bias_add(x, xs::placeholder<"b", xs::shape<2>>));
#endif
