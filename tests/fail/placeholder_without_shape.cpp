// expect: shape_required: `x` needs a shape with all dimensions known; give it as in `shape<1, 784>`
// SPDX-License-Identifier: BSD-3-Clause
// A placeholder's shape is part of the program.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto x = xs::placeholder<"x", xs::shape<1, 784>>;
#else
constexpr auto x = xs::placeholder<"x", xs::dtype<float>>;
#endif
constexpr auto g = xs::graph(x | xs::softmax);
static_assert(g.result().dtype() == xs::dtype<float>);
