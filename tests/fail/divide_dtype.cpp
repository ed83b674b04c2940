// expect: shape_error: RealDiv `truediv`: dtype uint32 is not allowed; convert it with `cast`
// SPDX-License-Identifier: BSD-3-Clause
// A quotient of integers that TensorFlow's table has not.
#include <cstdint>

#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto x = xs::placeholder<"x", xs::shape<3>, xs::dtype<std::int32_t>>;
#else
constexpr auto x = xs::placeholder<"x", xs::shape<3>, xs::dtype<std::uint32_t>>;
#endif
constexpr auto g = xs::graph(xs::let(x, [](auto v) { return v / v; }));
static_assert(g.result().shape() == xs::shape<3>);
