// expect: invalid_argument: clip_by_value `net/clip_by_value` does not take `axis<...>`; it takes `name<...>`
// SPDX-License-Identifier: BSD-3-Clause
// An operation that is made of others takes attributes of its own alone.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::variable_scope<"net">(xs::clip_by_value(x, 0.0_c, 1.0_c)));
#else
[[maybe_unused]] constexpr auto g =
    xs::graph(xs::variable_scope<"net">(xs::clip_by_value(x, 0.0_c, 1.0_c, xs::axis<1>)));
#endif
