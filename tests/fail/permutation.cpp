// expect: shape_error: Transpose `transpose`: `perm` is no order of the axes of shape (2, 3); name each of 0 to rank - 1 once
// SPDX-License-Identifier: BSD-3-Clause
// An order of axes names all of them.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::transpose(x, xs::perm<1, 0>));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::transpose(x, xs::perm<1>));
#endif
