// expect: shape_error: Mul `mul`: a literal of dtype float64 stands beside a tensor of dtype int32; `cast` the tensor
// SPDX-License-Identifier: BSD-3-Clause
// A literal takes the type of the tensor beside it, and one with a fraction cannot be an integer.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto count = xs::placeholder<"count", xs::shape<>, xs::dtype<int>>;

#ifdef TWIN
constexpr auto half = xs::cast(count, xs::dtype<float>) * 0.5_c;
#else
constexpr auto half = count * 0.5_c;
#endif
constexpr auto g = xs::graph(half);
static_assert(g.result().shape() == xs::shape<>);
