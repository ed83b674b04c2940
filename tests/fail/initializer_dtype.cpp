// expect: initializer_mismatch: `v`: the dtype int32 of its initializer and the explicit dtype float32 do not match
// SPDX-License-Identifier: BSD-3-Clause
// A constant initializer is never cast.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto four = xs::initializer<xs::value<4.0f>>;
#else
constexpr auto four = xs::initializer<xs::value<4>>;
#endif
constexpr auto g = xs::graph(xs::get_variable<"v", xs::dtype<float>, four>);
static_assert(g.result().dtype() == xs::dtype<float>);
