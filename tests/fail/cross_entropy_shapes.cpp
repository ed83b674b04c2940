// expect: shape_error: `logistic_loss/Merge`: shapes (3,) and (4, 3) differ; make them equal
// SPDX-License-Identifier: BSD-3-Clause
// Labels are not broadcast, although what the loss is made of would be.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<4, 3>>;
template <std::size_t... D>
constexpr auto labels = xs::placeholder<"y", xs::shape<D...>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::sigmoid_cross_entropy_with_logits(labels<4, 3>, x));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::sigmoid_cross_entropy_with_logits(labels<3>, x));
#endif
