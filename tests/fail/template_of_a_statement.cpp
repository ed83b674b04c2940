// expect: invalid_argument: make_template in `net` takes one function
// SPDX-License-Identifier: BSD-3-Clause
// A template is made of a function.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu |
         [=](auto y) { return xs::let(xs::make_template<"t">(xs::relu), [=](auto t) { return t(y); }); };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::make_template<"t">(xs::relu(y)); };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
