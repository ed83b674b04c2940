// expect: invalid_argument: Sum `Sum` is given `axis<...>` twice; keep one of them
// SPDX-License-Identifier: BSD-3-Clause
// Two axes are one attribute.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::reduce_sum(x, xs::axis<0, 1>));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::reduce_sum(x, xs::axis<0>, xs::axis<1>));
#endif
