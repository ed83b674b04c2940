// expect: invalid_argument: a layer in `` is called with something else than tensors; its options stand in angle brackets
// SPDX-License-Identifier: BSD-3-Clause
// The options of a layer are no arguments.
#include <xscope/layers.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
#ifdef TWIN
[[maybe_unused]] constexpr auto g = xs::graph(xs::layers::dense<8, xs::name<"a">>(x));
#else
[[maybe_unused]] constexpr auto g = xs::graph(xs::layers::dense<8>(x, xs::name<"a">));
#endif
