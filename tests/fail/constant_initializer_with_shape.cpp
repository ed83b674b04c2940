// expect: initializer_mismatch: the initializer of variable `v` is a constant, do not specify shape (2,); use constant_initializer
// SPDX-License-Identifier: BSD-3-Clause
// A constant initializer has a shape of its own.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto filled = xs::initializer<xs::constant_initializer<0.1f>>;
#else
constexpr auto filled = xs::initializer<xs::value<0.1f>>;
#endif
constexpr auto g = xs::graph(xs::get_variable<"v", xs::shape<2>, filled>);
static_assert(g.result().shape() == xs::shape<2>);
