// expect: invalid_argument: Reshape `Reshape` does not take `multiples<...>`; it takes `shape<...>` and `name<...>`
// SPDX-License-Identifier: BSD-3-Clause
// Numbers under another name.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::reshape(x, xs::shape<6>));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::reshape(x, xs::multiples<6>));
#endif
