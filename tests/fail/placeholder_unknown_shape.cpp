// expect: shape_required: `x` needs a shape with all dimensions known
// SPDX-License-Identifier: BSD-3-Clause
// There is no batch of any size: the shape is part of the program.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto x = xs::placeholder<"x", xs::shape<32, 784>>;
#else
constexpr auto x = xs::placeholder<"x", xs::shape<xs::unknown, 784>>;
#endif
constexpr auto g = xs::graph(x | xs::softmax);
static_assert(g.result().dtype() == xs::dtype<float>);
