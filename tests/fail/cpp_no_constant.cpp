// expect: shape_error: a layer in `net` does not return a statement, or one that does not compile, as told above
// after: constant expression
// SPDX-License-Identifier: BSD-3-Clause
// A variable is no template argument.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) {
    constexpr std::size_t n = y.shape()[1];
    return xs::get_variable<"v", xs::shape<n>>;
  };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) {
    std::size_t n = y.shape()[1];
    return xs::get_variable<"v", xs::shape<n>>;
  };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
