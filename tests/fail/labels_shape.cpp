// expect: shape_error: labels of shape (32, 1) do not fit logits of shape (32, 10)
// SPDX-License-Identifier: BSD-3-Clause
// Labels have the shape of the logits without the classes.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto logits = xs::placeholder<"logits", xs::shape<32, 10>>;

#ifdef TWIN
constexpr auto labels = xs::placeholder<"labels", xs::shape<32>, xs::dtype<int>>;
#else
constexpr auto labels = xs::placeholder<"labels", xs::shape<32, 1>, xs::dtype<int>>;
#endif
constexpr auto g = xs::graph(xs::reduce_mean(xs::sparse_softmax_cross_entropy_with_logits(labels, logits)));
static_assert(g.result().shape() == xs::shape<>);
