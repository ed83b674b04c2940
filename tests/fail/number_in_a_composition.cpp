// expect: invalid_argument: a number of C++ stands among the statements in `net`; write 2.0_c or value<2.0f>, or feed a placeholder
// SPDX-License-Identifier: BSD-3-Clause
// Bounds are literals, as operands are.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<3>>;
#ifdef TWIN
constexpr auto layer = [](auto y) { return xs::clip_by_value(y, 0.0_c, 1.0_c); };
#else
constexpr auto layer = [](auto y) { return xs::clip_by_value(y, 0.0, 1.0); };
#endif
[[maybe_unused]] constexpr auto g = xs::graph(x | xs::variable_scope<"net">(layer));
