// expect: shape_error: MatMul `dense/MatMul`: shape (3,) has the wrong rank; `reshape` it
// SPDX-License-Identifier: BSD-3-Clause
// A densely connected layer wants rows.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto x = xs::placeholder<"x", xs::shape<1, 3>>;
#else
constexpr auto x = xs::placeholder<"x", xs::shape<3>>;
#endif
constexpr auto g = xs::graph(x | xs::layers::dense<8>);
static_assert(g.variables().size() == 2);
