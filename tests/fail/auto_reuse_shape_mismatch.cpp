// expect: shape_mismatch: share variable `embed/kernel`; specified shape (5, 4); found shape (3, 4)
// SPDX-License-Identifier: BSD-3-Clause
// auto_reuse shares what exists, and a layer on another input asks for another shape.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto embed = xs::variable_scope<"embed", xs::auto_reuse>(
    [](auto x) { return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], 4>>); });
constexpr auto first = xs::placeholder<"a", xs::shape<1, 3>>;

#ifdef TWIN
constexpr auto second = xs::placeholder<"b", xs::shape<2, 3>>;
#else
constexpr auto second = xs::placeholder<"b", xs::shape<2, 5>>;
#endif
constexpr auto g = xs::graph(xs::seq(first | embed, second | embed));
static_assert(g.result().shape() == xs::shape<2, 4>);
