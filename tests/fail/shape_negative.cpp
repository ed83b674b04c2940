// expect: shape_error: get_variable `net/kernel`: a dimension of its shape is negative; give the number of elements
// SPDX-License-Identifier: BSD-3-Clause
// TensorFlow's -1 is a dimension that it finds out; here the shape is part of the program.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto y) { return xs::get_variable<"kernel", xs::shape<y.shape()[1], 4>>; };
};
#else
constexpr auto net = [](auto x) {
  return x | xs::relu | [=](auto) { return xs::get_variable<"kernel", xs::shape<-1, 4>>; };
};
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);
