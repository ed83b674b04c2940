// expect: shape_error: MatMul `net/MatMul` has the wrong number of operands
// SPDX-License-Identifier: BSD-3-Clause
// A matrix product as a layer has only one operand.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
#ifdef TWIN
constexpr auto program = xs::name_scope<"net">(xs::matmul(x, xs::get_variable<"w", xs::shape<3, 4>>));
#else
constexpr auto program = xs::name_scope<"net">(x | xs::matmul);
#endif
[[maybe_unused]] constexpr auto g = xs::graph(program);
