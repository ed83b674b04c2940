// expect: invalid_argument: a layer in `net` is called with something else than tensors; its options stand in angle brackets
// SPDX-License-Identifier: BSD-3-Clause
// The options of a layer are no arguments, deep in layers either.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::layers::dense<8, xs::name<"a">>(y); };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::layers::dense<8>(y, xs::name<"a">); };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
