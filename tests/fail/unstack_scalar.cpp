// expect: shape_error: Unpack `unstack`: shape () has the wrong rank
// SPDX-License-Identifier: BSD-3-Clause
// A scalar has no axis to be taken apart along.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 6>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::unstack(x));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::unstack(xs::reduce_sum(x)));
#endif
