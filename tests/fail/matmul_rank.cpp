// expect: shape_error: MatMul `MatMul`: shape (784,) has the wrong rank; `reshape` it
// SPDX-License-Identifier: BSD-3-Clause
// A vector is no matrix.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto image = xs::placeholder<"image", xs::shape<784>>;

#ifdef TWIN
constexpr auto x = xs::reshape(image, xs::shape<1, 784>);
#else
constexpr auto x = image;
#endif
constexpr auto g = xs::graph(xs::matmul(x, xs::get_variable<"kernel", xs::shape<784, 10>>));
static_assert(g.result().shape() == xs::shape<1, 10>);
