// expect: shape_error: Softmax `Softmax`: dtype int32 is not allowed; convert it with `cast`
// SPDX-License-Identifier: BSD-3-Clause
// A softmax of integers.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto scores = xs::placeholder<"scores", xs::shape<3>>;
#else
constexpr auto scores = xs::placeholder<"scores", xs::shape<3>, xs::dtype<int>>;
#endif
constexpr auto g = xs::graph(scores | xs::softmax);
static_assert(g.result().shape() == xs::shape<3>);
