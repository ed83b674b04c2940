// expect: invalid_argument: what stands behind `|` in `net` is no layer; `x | layer` hands x to a function
// SPDX-License-Identifier: BSD-3-Clause
// A pipe into a statement.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) { return x | xs::relu | [=](auto y) { return y | xs::relu; }; };
#else
constexpr auto net = [](auto x) { return x | xs::relu | [=](auto y) { return y | xs::relu(x); }; };
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
