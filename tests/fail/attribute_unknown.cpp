// expect: invalid_argument: Relu `net/Relu` does not take `keepdims`; it takes `name<...>`
// SPDX-License-Identifier: BSD-3-Clause
// An operation with an attribute of another.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::variable_scope<"net">(xs::relu(x, xs::name<"Relu">)));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::variable_scope<"net">(xs::relu(x, xs::keepdims)));
#endif
