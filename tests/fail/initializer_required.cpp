// expect: initializer_mismatch: an initializer for variable `net/v` of dtype complex64 is required; give `initializer<...>`
// SPDX-License-Identifier: BSD-3-Clause
// Complex numbers have no default initializer.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"net">(xs::get_variable<"v", xs::shape<2>>);
#else
constexpr auto program =
    xs::variable_scope<"net">(xs::get_variable<"v", xs::shape<2>, xs::dtype<xs::complex64>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());
