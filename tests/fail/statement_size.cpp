// expect: shape_error: get_variable `net/kernel`: its shape is made of that of a statement, which has none before it runs; hand it to a function
// SPDX-License-Identifier: BSD-3-Clause
// What is computed with a size that a statement does not have.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) {
    return xs::get_variable<"kernel", xs::shape<2 * y.size() / 3 + y.shape()[0] - 1, 4>>;
  };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) {
    return xs::get_variable<"kernel", xs::shape<2 * (x + y).size() / 3 + (x + y).shape()[0] - 1, 4>>;
  };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
