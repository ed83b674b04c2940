// expect: invalid_argument: an operation in `` is called otherwise than in TensorFlow; it takes as many operands, and then its attributes
// SPDX-License-Identifier: BSD-3-Clause
// Offset and scale may be none, but they have their places.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<4, 3>>;
constexpr auto row = xs::placeholder<"r", xs::shape<3>>;

#ifdef TWIN
[[maybe_unused]] constexpr auto g =
    xs::graph(xs::batch_normalization(x, row, row, xs::none, xs::none, 1e-3_c));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::batch_normalization(x, row, row, 1e-3_c));
#endif
