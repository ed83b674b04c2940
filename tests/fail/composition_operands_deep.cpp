// expect: invalid_argument: an operation in `net` is called otherwise than in TensorFlow
// SPDX-License-Identifier: BSD-3-Clause
// An operation that is made of others lacks an operand, deep in layers.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) { return x | xs::relu | [=](auto y) { return xs::clip_by_value(y, x, x); }; };
#else
constexpr auto net = [](auto x) { return x | xs::relu | [=](auto y) { return xs::clip_by_value(y, x); }; };
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
