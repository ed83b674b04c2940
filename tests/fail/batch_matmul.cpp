// expect: shape_error: MatMul `MatMul`: shapes (2, 3, 4) and (3, 4, 5) do not broadcast
// SPDX-License-Identifier: BSD-3-Clause
// The axes before the matrices are broadcast, so they must fit.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto a = xs::placeholder<"a", xs::shape<2, 3, 4>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::matmul(a, xs::placeholder<"b", xs::shape<2, 4, 5>>));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::matmul(a, xs::placeholder<"b", xs::shape<3, 4, 5>>));
#endif
