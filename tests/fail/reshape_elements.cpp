// expect: shape_error: Reshape `Reshape`: shapes (28, 28) and (1, 748) differ in their number of elements
// SPDX-License-Identifier: BSD-3-Clause
// A reshape keeps all elements.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto row = xs::shape<1, 784>;
#else
constexpr auto row = xs::shape<1, 748>;
#endif
constexpr auto g = xs::graph(xs::reshape(xs::placeholder<"image", xs::shape<28, 28>>, row));
static_assert(g.result().shape() == row);
