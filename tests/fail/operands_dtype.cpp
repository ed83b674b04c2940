// expect: shape_error: Mul `mul`: dtypes float32 and int32 differ; convert one of them with `cast`
// SPDX-License-Identifier: BSD-3-Clause
// Nothing is converted by itself.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<3>>;
constexpr auto count = xs::placeholder<"count", xs::shape<>, xs::dtype<int>>;

#ifdef TWIN
constexpr auto scaled = x * xs::cast(count, xs::dtype<float>);
#else
constexpr auto scaled = x * count;
#endif
constexpr auto g = xs::graph(scaled);
static_assert(g.result().dtype() == xs::dtype<float>);
