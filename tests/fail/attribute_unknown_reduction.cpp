// expect: invalid_argument: Sum `Sum` does not take `perm<...>`; it takes `axis<...>`, `keepdims` and `name<...>`
// SPDX-License-Identifier: BSD-3-Clause
// The axes of a reduction are not an order of axes.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::reduce_sum(x, xs::axis<1>));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::reduce_sum(x, xs::perm<1>));
#endif
